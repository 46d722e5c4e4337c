/** ClamAV's daemon, by its own protocol (`INSTREAM`, clamd(8)). */
import { connect } from 'node:net';
import { FileInfected, ScannerDown } from './errors.ts';

/** Throws BLOBS_INFECTED; BLOBS_SCANNER_DOWN where it cannot tell. */
export type Scanner = (bytes: Uint8Array) => Promise<void>;

const PATIENCE_MS = 30_000;
const CHUNK = 256 * 1024;

/** The daemon at this address, asked about one file after another. */
export const clamd =
  ({ host, port }: { readonly host: string; readonly port: number }): Scanner =>
  async (bytes) => {
    const said = await answerTo(host, port, bytes);
    if (said === 'stream: OK') return;
    throw said.endsWith(' FOUND') ? new FileInfected() : new ScannerDown();
  };

function answerTo(host: string, port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((done, failed) => {
    const down = (cause?: unknown): void => failed(new ScannerDown(cause));
    const socket = connect({ host, port });
    let said = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer in time')));
    socket.on('error', down);
    socket.on('data', (data) => {
      said += data.toString('latin1');
    });
    socket.on('close', () => done(said.replace(/\0.*$/s, '').trim()));
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const piece = bytes.subarray(at, at + CHUNK);
        const head = Buffer.alloc(4);
        head.writeUInt32BE(piece.length);
        socket.write(head);
        socket.write(piece);
      }
      socket.write(Buffer.alloc(4));
    });
  });
}
