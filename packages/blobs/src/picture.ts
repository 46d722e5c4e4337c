/**
 * Pictures, read as pixels and written anew. What is not pixels stays behind: where it was taken, with what, a second file
 * hidden in the first. libvips (by `sharp`) reads nothing but three kinds here, told by their first bytes, not by a name.
 */
import sharp, { type Sharp } from 'sharp';
import { FileTooLarge, NotAPicture, PictureTooBig } from './errors.ts';

/** Of a picture as it comes. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** The finest camera of a phone makes 50 million. */
const MOST_PIXELS = 50_000_000;
/** Sides of what is kept, and of what lists show, in pixels at most. */
const WHOLE = 2_560;
const SMALL = 480;

/** A picture as it is kept. */
export interface Picture {
  readonly type: 'image/jpeg' | 'image/webp';
  readonly whole: Buffer;
  readonly width: number;
  readonly height: number;
  /** The same in few bytes, of the same kind. */
  readonly small: Buffer;
}

// INVARIANT: what reads SVG, PDF or a text of commands is not there to be reached.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

const KINDS: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff)),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
  (bytes) => bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
];

/** Pixels of one picture are in memory at a time. */
let turn: Promise<unknown> = Promise.resolve();

/** Throws BLOBS_TOO_LARGE, BLOBS_NOT_A_PICTURE, BLOBS_TOO_MANY_PIXELS. */
export function pictureOf(bytes: Buffer): Promise<Picture> {
  const made = turn.then(() => read(bytes));
  turn = made.catch(() => {});
  return made;
}

async function read(bytes: Buffer): Promise<Picture> {
  if (bytes.length > MOST_BYTES) throw new FileTooLarge(MOST_BYTES);
  if (!KINDS.some((is) => is(bytes))) throw new NotAPicture();
  // Of one that moves, the first picture.
  const open = (): Sharp => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
  try {
    const { width, height, hasAlpha } = await open().metadata();
    if (width * height > MOST_PIXELS) throw new PictureTooBig(MOST_PIXELS);
    const type = hasAlpha ? 'image/webp' : 'image/jpeg';
    const write = (side: number, quality: number) => {
      const fitted = open().autoOrient().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
      return (type === 'image/webp' ? fitted.webp({ quality }) : fitted.jpeg({ quality, mozjpeg: true })).toBuffer({
        resolveWithObject: true,
      });
    };
    const whole = await write(WHOLE, 85);
    const small = await write(SMALL, 75);
    return { type, whole: whole.data, small: small.data, width: whole.info.width, height: whole.info.height };
  } catch (error) {
    if (error instanceof PictureTooBig) throw error;
    // What the library says of a file may repeat what somebody wrote into it.
    throw /pixel limit/i.test((error as Error).message) ? new PictureTooBig(MOST_PIXELS) : new NotAPicture();
  }
}
