/** A picture on its way, piece by piece; what was cut off goes on from where it was. */
import type { Language } from '@kept/api';
import { call, isFailure } from '@kept/web/kit';
import { pictureUpload } from '../api/index.ts';

/** Small enough that a slow line shows that it moves. */
const PIECE = 256 * 1024;
const TRIES = 4;

interface Sending {
  readonly language: Language;
  readonly signal: AbortSignal;
  /** 0 to 1. */
  onSent(share: number): void;
}

const { begin, send, ask, giveUp } = pictureUpload;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Answers the picture. Throws `ApiFailure`, or an `AbortError` by the signal; then nothing of it stays on the server. */
export async function sendPicture(file: File, { language, signal, onSent }: Sending): Promise<string> {
  const how = { language, signal };
  const body = { name: file.name.slice(-200) || 'picture', bytes: file.size };
  const { secret: token } = await call(begin, { body }, how);
  const params = { token };
  try {
    for (let [offset, failed] = [0, 0]; ; ) {
      const bytes = file.slice(offset, offset + PIECE);
      try {
        const progress = await call(send, { params, query: { offset }, bytes }, how);
        if (progress.picture !== null) return progress.picture;
        [offset, failed] = [progress.offset, 0];
      } catch (error) {
        failed += 1;
        if (!isFailure(error, 'offline', 'broken') || failed === TRIES) throw error;
        await pause(failed * 1_000);
        offset = (await call(ask, { params }, how)).offset;
      }
      onSent(offset / file.size);
    }
  } catch (error) {
    await call(giveUp, { params }, { language }).catch(() => undefined);
    throw error;
  }
}
