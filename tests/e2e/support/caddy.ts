import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './server';

const recipe = path.resolve(import.meta.dirname, '../../../src/deploy/Caddyfile');

/** No certificate authority of the machine learns of it, and nothing but the one port is opened. */
const alone = '{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n';

/** Caddy, set up as `src/deploy/Caddyfile` says, with a name and ports of this machine. */
export class Caddy {
  private constructor(
    readonly port: number,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async before(server: string): Promise<Caddy> {
    const port = await freePort();
    const folder = await mkdtemp(path.join(tmpdir(), 'conference-caddy-'));
    const file = path.join(folder, 'Caddyfile');
    const written = (await readFile(recipe, 'utf8'))
      .replace('conference.example {', `https://localhost:${port} {`)
      .replace('127.0.0.1:5080', new URL(server).host);
    await writeFile(file, alone + written);
    const child = spawn(
      process.env['CADDY'] ?? 'caddy',
      ['run', '--config', file, '--adapter', 'caddyfile'],
      { env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder }, stdio: 'ignore' },
    );
    process.once('exit', () => child.kill('SIGKILL'));
    const caddy = new Caddy(port, child, folder);
    await caddy.untilReady();
    return caddy;
  }

  get url(): string {
    return `https://localhost:${this.port}`;
  }

  /** The TCP ports that it listens on. */
  async ports(): Promise<readonly number[]> {
    const own = `/proc/${this.process.pid}`;
    const links = await Promise.all(
      (await readdir(`${own}/fd`)).map((name) => readlink(`${own}/fd/${name}`).catch(() => '')),
    );
    const tables = await Promise.all(
      ['tcp', 'tcp6'].map((name) => readFile(`${own}/net/${name}`, 'utf8').catch(() => '')),
    );
    return tables
      .flatMap((table) => table.trim().split('\n').slice(1))
      .map((line) => line.trim().split(/\s+/))
      .filter(
        ([, , , state, , , , , , inode]) => state === '0A' && links.includes(`socket:[${inode}]`),
      )
      .map(([, address = '']) => Number.parseInt(address.split(':')[1] ?? '', 16));
  }

  async dispose(): Promise<void> {
    if (this.process.exitCode === null) {
      this.process.kill('SIGTERM');
      await once(this.process, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private async untilReady(): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (!(await this.ports()).includes(this.port)) {
      if (this.process.exitCode !== null || Date.now() > deadline) {
        throw new Error('Caddy did not start.');
      }
      await delay(50);
    }
  }
}
