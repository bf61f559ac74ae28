import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const unpacked = path.resolve(import.meta.dirname, '../../../artifacts/nftables');

/** Where this machine is in the internet of the test: addresses for documentation, RFC 5737. */
const here = '198.51.100.254';

/** What a router at home does: it lends its own address to what goes out, and lets in only what answers that. */
const rules = `
table ip home {
  chain lend { type nat hook postrouting priority 100; oifname "out" masquerade; }
  chain pass {
    type filter hook forward priority 0; policy drop;
    iifname "in" accept
    ct state established,related accept
  }
  chain self { type filter hook input priority 0; policy drop; iifname "in" accept; }
}`;

/** An internet of network namespaces with this machine in it, and homes behind routers that translate addresses. */
export class Internet {
  readonly address = here;
  private readonly namespaces: string[] = [];
  private homes = 0;

  private constructor(
    private readonly id: string,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Internet> {
    if (process.getuid?.() !== 0) {
      throw new Error('Network namespaces are made by root: run the tests as root.');
    }
    const folder = await mkdtemp(path.join(tmpdir(), 'conference-nat-'));
    const internet = new Internet(`conf${process.pid}`, folder);
    try {
      internet.lay();
    } catch (cause) {
      await internet.close();
      throw cause;
    }
    return internet;
  }

  /** A browser in a home of its own: a program that starts it there. */
  async browserAtHome(browser: string): Promise<string> {
    const home = this.addHome();
    const starter = path.join(this.folder, home);
    await writeFile(starter, `#!/bin/sh\nexec ip netns exec ${home} '${browser}' "$@"\n`);
    await chmod(starter, 0o755);
    return starter;
  }

  async close(): Promise<void> {
    for (const namespace of this.namespaces) {
      run(`ip netns del ${namespace}`);
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private lay(): void {
    const cables = this.addNamespace('cables');
    run(`ip -n ${cables} link add bridge type bridge`);
    run(`ip -n ${cables} link set bridge up`);
    run(`ip link add ${this.id} type veth peer name here netns ${cables}`);
    run(`ip -n ${cables} link set here master bridge up`);
    run(`ip address add ${here}/24 dev ${this.id}`);
    run(`ip link set ${this.id} up`);
  }

  private addHome(): string {
    this.homes += 1;
    const number = this.homes;
    const [cables, home] = [`${this.id}-cables`, this.addNamespace(`home${number}`)];
    const router = this.addNamespace(`router${number}`);
    run(`ip -n ${router} link add out type veth peer name port${number} netns ${cables}`);
    run(`ip -n ${cables} link set port${number} master bridge up`);
    run(`ip -n ${router} link add in type veth peer name inside netns ${home}`);
    run(`ip -n ${router} address add 198.51.100.${number}/24 dev out`);
    run(`ip -n ${router} address add 10.77.${number}.1/24 dev in`);
    run(`ip -n ${home} address add 10.77.${number}.2/24 dev inside`);
    for (const [namespace, link] of [
      [router, 'out'],
      [router, 'in'],
      [home, 'inside'],
      [home, 'lo'],
    ]) {
      run(`ip -n ${namespace} link set ${link} up`);
    }
    run(`ip -n ${home} route add default via 10.77.${number}.1`);
    run(`ip netns exec ${router} sysctl -qw net.ipv4.ip_forward=1`);
    run(`ip netns exec ${router} ${nft()} -f -`, rules);
    return home;
  }

  private addNamespace(name: string): string {
    const namespace = `${this.id}-${name}`;
    run(`ip netns add ${namespace}`);
    this.namespaces.push(namespace);
    return namespace;
  }
}

function run(command: string, input = ''): void {
  const [program = '', ...options] = command.split(' ');
  execFileSync(program, options, { input, env: { ...process.env, ...libraries() } });
}

function nft(): string {
  const own = path.join(unpacked, 'usr/sbin/nft');
  return existsSync(own) ? own : 'nft';
}

const libraries = () => ({
  LD_LIBRARY_PATH: ['x86_64', 'aarch64']
    .map((processor) => path.join(unpacked, `usr/lib/${processor}-linux-gnu`))
    .join(':'),
});
