import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** A certificate for this machine that nobody trusts, and its key. */
export interface Certificate {
  readonly file: string;
  readonly keyFile: string;
}

/** Has the SDK make one in a folder of its own, hands it out, and removes it. */
export async function withCertificate(
  use: (certificate: Certificate) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'conference-certificate-'));
  const file = path.join(folder, 'localhost.pem');
  const command = ['dev-certs', 'https', '--export-path', file, '--format', 'PEM', '--no-password'];
  // It keeps a copy in the home folder, which is not to be the developer's.
  const env = { ...process.env, HOME: folder, DOTNET_GENERATE_ASPNET_CERTIFICATE: 'false' };
  await promisify(execFile)('dotnet', command, { env });
  await use({ file, keyFile: path.join(folder, 'localhost.key') });
  await rm(folder, { recursive: true, force: true });
}

/** Another site, over https: all it has is a page with a frame, to which it hands the devices on. */
export class Portal {
  private constructor(private readonly listener: Server) {}

  static async open({ file, keyFile }: Certificate): Promise<Portal> {
    const listener = createServer({ cert: await readFile(file), key: await readFile(keyFile) });
    listener.on('request', (request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'https://localhost');
      const style = searchParams.has('hidden') ? 'position: fixed; inset: 0; opacity: 0' : '';
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>Portal</title><link rel="icon" href="data:,">
        <h1>Portal</h1><iframe src="${searchParams.get('frame') ?? ''}" style="${style}" width="1200" height="800"
        allow="camera; microphone; display-capture; fullscreen"></iframe>`);
    });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new Portal(listener);
  }

  /** By another name than the server's, and so another site. */
  get origin(): string {
    return `https://localhost:${(this.listener.address() as AddressInfo).port}`;
  }

  /** The address of its page with this in the frame. */
  framing(address: string): string {
    return `${this.origin}/?frame=${encodeURIComponent(address)}`;
  }

  /** The same, but nobody sees the frame: it lies over the page. */
  hiding(address: string): string {
    return `${this.framing(address)}&hidden`;
  }

  close(): void {
    this.listener.close();
    this.listener.closeAllConnections();
  }
}
