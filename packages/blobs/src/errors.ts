import { Misuse, Refused, Unavailable } from '@kept/base';

/** The bytes in the store are not those that were sealed, or end too early. */
export class BlobAltered extends Refused {
  constructor() {
    super('BLOBS_ALTERED', 'the file was changed where it is kept', { help: 'put the file back from a backup' });
  }
}

/** There is no such file, or none any more. */
export class BlobGone extends Misuse {
  constructor() {
    super('BLOBS_NOT_FOUND', 'there is no such file');
  }
}

/** More bytes than one file may have. */
export class FileTooLarge extends Misuse {
  constructor(most: number) {
    super('BLOBS_TOO_LARGE', `a file may have at most ${most} bytes`, { help: 'send a smaller one' });
  }
}

/** By its bytes, whatever it is called. */
export class NotAPicture extends Misuse {
  constructor() {
    super('BLOBS_NOT_A_PICTURE', 'this is no whole JPEG, PNG or WebP picture', {
      help: 'save it as one of these and send it again',
    });
  }
}

/** More pixels than are worth opening. */
export class PictureTooBig extends Misuse {
  constructor(most: number) {
    super('BLOBS_TOO_MANY_PIXELS', `a picture may have at most ${most} pixels`, { help: 'send a smaller one' });
  }
}

/** A secret of no upload of this person, or of one that is over. */
export class UploadOver extends Misuse {
  constructor() {
    super('BLOBS_UPLOAD_NOT_FOUND', 'there is no such upload any more', { help: 'begin again' });
  }
}

/** A piece that does not begin where the last one ended. */
export class UploadOutOfStep extends Misuse {
  constructor() {
    super('BLOBS_UPLOAD_CONFLICT', 'the piece does not begin where the last one ended', {
      help: 'ask how far the upload is, and go on from there',
    });
  }
}

/** The scanner found something. Its name for it is not told: it may be chosen by whoever made the file. */
export class FileInfected extends Refused {
  constructor() {
    super('BLOBS_INFECTED', 'the scanner takes this file for a virus', { help: 'send another file' });
  }
}

/** A scanner is set and does not answer: nothing is kept unseen. */
export class ScannerDown extends Unavailable {
  constructor(cause?: unknown) {
    super('BLOBS_SCANNER_DOWN', 'the virus scanner does not answer', { help: 'try again in a while', cause });
  }
}
