/** The port that Kept will listen on, taken before anything is written and kept until the door opens. */
import { createServer, type Server } from 'node:net';
import { Misuse } from '@kept/base';

/** The address of KEPT_HOST, or a port of it, cannot be listened on. */
export class HostUnusable extends Misuse {
  constructor(why: string, help: string) {
    super('SERVER_HOST_UNUSABLE', why, { help });
  }
}

export interface HeldPort {
  readonly port: number;
  /** Lets go of it, for whoever listens next; may be called twice. */
  release(): Promise<void>;
}

const TRIES = 200;

/** `wanted`, or the next port that is free. Who connects meanwhile is turned away. Throws SERVER_HOST_UNUSABLE. */
export async function holdPort(host: string, wanted: number): Promise<HeldPort> {
  for (let port = wanted; port < Math.min(wanted + TRIES, 65_536); port++) {
    const server = createServer((socket) => socket.destroy());
    const fault = await faultOf(server, host, port);
    if (fault === null) return { port, release: () => new Promise((done) => server.close(() => done())) };
    if (fault !== 'EADDRINUSE') throw unusable(host, port, fault);
  }
  throw new HostUnusable(`no port from ${wanted} on is free`, 'end what listens there, or set another KEPT_PORT');
}

/** Null when it listens. */
const faultOf = (server: Server, host: string, port: number): Promise<string | null> =>
  new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'UNKNOWN'));
    server.listen(port, host, () => done(null));
  });

const unusable = (host: string, port: number, fault: string): HostUnusable =>
  fault === 'EACCES'
    ? new HostUnusable(`this account may not listen on port ${port}`, 'set a KEPT_PORT above 1023')
    : new HostUnusable(
        `\`${host}\` is no address that this machine can listen on (${fault})`,
        'set KEPT_HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0',
      );
