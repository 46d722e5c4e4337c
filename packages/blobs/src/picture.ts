/**
 * Pictures, read as pixels and written anew. What is not pixels stays behind: where it was taken, with what, a second file
 * hidden in the first. Three kinds are read, told by their first bytes, not by a name.
 */
import { JsColorType, ResizeFilterType, ResizeFit, Transformer } from '@napi-rs/image';
import { imageSize } from 'image-size';
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

/** Whose pixels may be seen through. */
const CLEAR: ReadonlySet<JsColorType> = new Set([
  JsColorType.La8,
  JsColorType.Rgba8,
  JsColorType.La16,
  JsColorType.Rgba16,
  JsColorType.Rgba32F,
]);

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
  if (!KINDS.some((is) => is(bytes)) || isCutOff(bytes)) throw new NotAPicture();
  const { width, height } = sizeOf(bytes);
  // INVARIANT: before a pixel is read; a few bytes may unfold to more than there is memory.
  if (width * height > MOST_PIXELS) throw new PictureTooBig(MOST_PIXELS);
  try {
    const { colorType } = await new Transformer(bytes).metadata();
    const type = CLEAR.has(colorType) ? 'image/webp' : 'image/jpeg';
    const write = async (side: number, quality: number): Promise<Buffer> => {
      const picture = new Transformer(bytes).rotate();
      if (Math.max(width, height) > side) picture.resize(side, side, ResizeFilterType.Lanczos3, ResizeFit.Inside);
      return type === 'image/webp' ? picture.webp(quality) : picture.jpeg(quality);
    };
    const [whole, small] = [await write(WHOLE, 85), await write(SMALL, 75)];
    return { type, whole, small, ...sizeOf(whole) };
  } catch {
    // What the library says of a file may repeat what somebody wrote into it.
    throw new NotAPicture();
  }
}

/**
 * One that breaks off: decoders would fill up the rest with grey. The scan of a JPEG (0xda) has no end (0xd9), a PNG has no
 * `IEND`; of WebP the decoder says so itself.
 */
const isCutOff = (bytes: Buffer): boolean =>
  bytes[0] === 0xff
    ? bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) <= bytes.lastIndexOf(Buffer.of(0xff, 0xda))
    : bytes[0] === 0x89 && !bytes.includes('IEND');

/** By its first bytes, without a pixel. Throws BLOBS_NOT_A_PICTURE. */
function sizeOf(bytes: Buffer): { width: number; height: number } {
  try {
    const { width, height } = imageSize(bytes);
    if (width > 0 && height > 0) return { width, height };
  } catch {
    // As below: the library's words are not ours.
  }
  throw new NotAPicture();
}
