import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire between one browser and the server, which can be cut. */
export class Network {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private losesAnswers = false;

  private constructor(private readonly listener: Server) {}

  static async to(address: string): Promise<Network> {
    const target = new URL(address);
    const listener = createServer();
    const network = new Network(listener);
    listener.on('connection', (near) => network.carry(near, Number(target.port)));
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return network;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  /** Breaks every connection and refuses new ones. */
  cut(): void {
    this.isCut = true;
    this.breakAll();
  }

  /** What the browser sends still arrives; what the server answers does not. */
  loseAnswers(): void {
    this.losesAnswers = true;
  }

  mend(): void {
    this.isCut = false;
    this.losesAnswers = false;
  }

  close(): void {
    this.listener.close();
    this.breakAll();
  }

  private breakAll(): void {
    for (const socket of this.sockets) {
      socket.resetAndDestroy();
    }
  }

  private carry(near: Socket, port: number): void {
    if (this.isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    this.keep(near, far);
    this.keep(far, near);
    near.on('data', (chunk) => far.write(chunk));
    far.on('data', (chunk) => {
      if (!this.losesAnswers) {
        near.write(chunk);
      }
    });
  }

  private keep(socket: Socket, other: Socket): void {
    this.sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      this.sockets.delete(socket);
      other.destroy();
    });
  }
}
