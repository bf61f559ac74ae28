import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { canaries } from './canaries';

const assembly =
  process.env['CONFERENCE_SERVER'] ??
  path.resolve(import.meta.dirname, '../../../artifacts/server/Conference.Server.dll');

// Without the trap a write beyond the limit that `fillDisk` sets would end the process instead of failing.
const command = 'trap "" XFSZ; exec dotnet "$0"';

/** The real server in a process of its own, on a free loopback port, with a data folder of its own. */
export class ConferenceServer {
  private process: ChildProcess | undefined;
  private logged: Promise<void> = Promise.resolve();

  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly log: string,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly otherUrls: readonly string[],
  ) {}

  static async start(
    name: string,
    settings: Readonly<Record<string, string>> = {},
    ...otherUrls: readonly string[]
  ): Promise<ConferenceServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'conference-e2e-'));
    const logs = path.resolve(import.meta.dirname, '../test-results');
    await mkdir(logs, { recursive: true });
    const server = new ConferenceServer(
      `http://127.0.0.1:${await freePort()}`,
      folder,
      path.join(logs, `server-${name}.log`),
      settings,
      otherUrls,
    );
    await server.run();
    return server;
  }

  /** Starts the process again after `kill`, with the same address and the same data. */
  async run(): Promise<void> {
    const child = spawn('sh', ['-c', command, assembly], {
      cwd: path.dirname(assembly),
      env: {
        ...process.env,
        Stun__Enabled: 'false',
        ...this.settings,
        ASPNETCORE_URLS: [this.url, ...this.otherUrls].join(';'),
        Data__Folder: this.folder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(this.log, { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('close', () => log.end());
    this.logged = finished(log);
    this.process = child;
    process.once('exit', () => child.kill('SIGKILL'));
    await this.untilReady(child);
  }

  /** As a power cut would: no good-bye, nothing flushed. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** From now on nothing can be written, as on a full disk; what is there can be read. */
  async fillDisk(): Promise<void> {
    await this.limitFiles('0');
  }

  async freeDisk(): Promise<void> {
    await this.limitFiles('unlimited');
  }

  /** Ends it for good. Nothing that people typed until then, and nothing that opens a door, may be in what it logged. */
  async dispose(): Promise<void> {
    await this.end('SIGTERM');
    await this.logged;
    await rm(this.folder, { recursive: true, force: true });
    const leaks = canaries.leaksIn(await readFile(this.log, 'utf8'));
    if (leaks.length > 0) {
      const some = leaks.slice(0, 20).join('\n');
      throw new Error(`The server's log tells too much; see ${this.log}\n${some}`);
    }
  }

  private async limitFiles(bytes: string): Promise<void> {
    // Only the soft limit, before the colon: the hard one could not be raised again.
    const limit = ['--pid', `${this.process?.pid}`, `--fsize=${bytes}:`];
    await promisify(execFile)('prlimit', limit);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) {
      return;
    }
    child.kill(signal);
    await once(child, 'exit');
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) {
        throw new Error(`The server ended with ${child.exitCode}; see ${this.log}`);
      }
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.ok === true) {
        return;
      }
      await delay(50);
    }
    throw new Error(`The server was not ready after a minute; see ${this.log}`);
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
