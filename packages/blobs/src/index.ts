/**
 * Files of people: pictures and what else is no line of text.
 *
 * - **Blob**: the sealed bytes of one file, named by whose it is and by its row. Its key is the caller's to bring, and lies nowhere.
 * - **BlobStore**: where sealed bytes lie: a folder.
 * - **Upload**: a file on its way in, piece by piece. Its secret is the uploader's alone; without it nobody reads a piece.
 * - **Picture**: a file that was read as pixels and written anew, so that nothing else of it is left.
 * - **Scanner**: looks for viruses before anything is kept.
 */
export { clamd, type Scanner } from './clamd.ts';
export {
  BlobAltered,
  BlobGone,
  FileInfected,
  FileTooLarge,
  NotAPicture,
  PictureTooBig,
  ScannerDown,
  UploadOutOfStep,
  UploadOver,
} from './errors.ts';
export { folderStore } from './folder.ts';
export { MOST_BYTES, type Picture, pictureOf } from './picture.ts';
export { openSealed, sealed } from './seal.ts';
export type { BlobStore } from './store.ts';
export { PIECE, type Upload, Uploads } from './uploads.ts';
