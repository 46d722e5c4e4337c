/** The way to a server, which a test shuts and opens again. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

const PORTS: Readonly<Record<string, number>> = {
  'postgres:': 5432,
  'postgresql:': 5432,
  'mysql:': 3306,
  'redis:': 6379,
};

export interface Door {
  /** The same address, through the door. */
  readonly url: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

export async function openDoor(to: string): Promise<Door> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port || PORTS[target.protocol]!), target.hostname);
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => into.destroy()).on('close', () => sockets.delete(from) && into.destroy());
      from.pipe(into);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const through = new URL(to);
  [through.hostname, through.port] = ['127.0.0.1', `${port}`];
  return {
    url: through.href,
    async shut() {
      if (!server.listening) return;
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
    async open() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}
