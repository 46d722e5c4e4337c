import { Misuse, Unavailable } from '@kept/base';

const side = 256;

/** A square from the middle of a picture, at most 256 pixels wide, as a data URL of at most `longest` characters. */
export async function smallPicture(file: Blob, longest: number): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const shorter = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(side, shorter);
  const context = canvas.getContext('2d');
  if (context === null) throw new Unavailable('WEB_NO_CANVAS', 'this browser gives no canvas to draw on');
  const left = (bitmap.width - shorter) / 2;
  const top = (bitmap.height - shorter) / 2;
  context.drawImage(bitmap, left, top, shorter, shorter, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const urls = [0.85, 0.6, 0.4, 0.2].map((quality) => canvas.toDataURL('image/jpeg', quality));
  const fitting = urls.find((url) => url.length <= longest);
  if (fitting === undefined)
    throw new Misuse('WEB_PICTURE_TOO_LARGE', 'the picture does not fit, however small', {
      help: 'choose another picture',
    });
  return fitting;
}
