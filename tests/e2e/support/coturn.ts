import { spawn, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './server';

const root = path.resolve(import.meta.dirname, '../../..');
const recipe = path.join(root, 'src/deploy/turnserver.conf');
const unpacked = path.join(root, 'artifacts/coturn');
const binding = Buffer.from('000100002112a442000102030405060708090a0b', 'hex');

/** coturn, set up as `src/deploy/turnserver.conf` says, with a secret and a port of this machine, over which it relays. */
export class Coturn {
  private constructor(
    readonly port: number,
    readonly secret: string,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Coturn> {
    const port = await freePort();
    const secret = crypto.randomUUID();
    const folder = await mkdtemp(path.join(tmpdir(), 'conference-coturn-'));
    const file = path.join(folder, 'turnserver.conf');
    await writeFile(file, `${await ownRecipe()}\n${overrides(folder, port, secret).join('\n')}\n`);
    const child = spawn(program(), ['-c', file], {
      env: { ...process.env, LD_LIBRARY_PATH: libraries() },
      stdio: 'ignore',
    });
    process.once('exit', () => child.kill('SIGKILL'));
    const coturn = new Coturn(port, secret, child, folder);
    await coturn.untilReady();
    return coturn;
  }

  /** What a server is told, to send its participants here. */
  settings(transport: 'udp' | 'tcp'): Record<string, string> {
    return {
      Turn__Servers__0__Urls__0: `turn:127.0.0.1:${this.port}?transport=${transport}`,
      Turn__Servers__0__Secret: this.secret,
    };
  }

  async dispose(): Promise<void> {
    if (this.process.exitCode === null) {
      this.process.kill('SIGKILL');
      await once(this.process, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private async untilReady(): Promise<void> {
    const socket = createSocket('udp4');
    const answered = once(socket, 'message').then(() => true);
    const deadline = Date.now() + 30_000;
    socket.on('error', () => undefined);
    while (!(await Promise.race([answered, delay(50, false)]))) {
      if (this.process.exitCode !== null || Date.now() > deadline) {
        throw new Error('coturn did not start.');
      }
      socket.send(binding, this.port, '127.0.0.1');
    }
    socket.close();
  }
}

/** Without certificate: here nothing goes over TLS. */
async function ownRecipe(): Promise<string> {
  return (await readFile(recipe, 'utf8')).replaceAll(/^(cert|pkey|.*listening-port)=.*$/gm, '');
}

function overrides(folder: string, port: number, secret: string): readonly string[] {
  return [
    'listening-ip=127.0.0.1',
    'relay-ip=127.0.0.1',
    `listening-port=${port}`,
    `static-auth-secret=${secret}`,
    `pidfile=${folder}/pid`,
    `userdb=${folder}/db`,
    'log-file=stdout',
    'no-stdout-log',
    'no-tls',
    'allow-loopback-peers',
    'allowed-peer-ip=127.0.0.1',
  ];
}

function program(): string {
  const own = path.join(unpacked, 'usr/bin/turnserver');
  return existsSync(own) ? own : 'turnserver';
}

function libraries(): string {
  const folder = path.join(unpacked, 'usr/lib');
  const all = existsSync(folder) ? readdirSync(folder) : [];
  return all
    .filter((name) => name.includes('-linux-'))
    .map((name) => path.join(folder, name))
    .join(':');
}
