import { once } from 'node:events';
import { connect } from 'node:tls';

/** Sends bytes as they are over TLS; answers with the status of every answer until the other end closes or falls silent. */
export async function sayRaw(port: number, bytes: string): Promise<readonly string[]> {
  const socket = connect({
    port,
    host: '127.0.0.1',
    servername: 'localhost',
    rejectUnauthorized: false,
    ALPNProtocols: ['http/1.1'],
  });
  await once(socket, 'secureConnect');
  let answer = '';
  socket.on('data', (part: Buffer) => (answer += part.toString('latin1')));
  socket.on('error', () => undefined);
  socket.setTimeout(2_000, () => socket.destroy());
  socket.write(Buffer.from(bytes, 'latin1'));
  await once(socket, 'close');
  return [...answer.matchAll(/HTTP\/1\.[01] (\d{3})/g)].map(([, status = '']) => status);
}
