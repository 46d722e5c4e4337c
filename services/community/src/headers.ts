/** Of a picture that somebody sent: never a document of ours, whatever a browser may take it for. */
export const PICTURE_HEADERS = {
  'content-disposition': 'inline; filename="picture"',
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
};
