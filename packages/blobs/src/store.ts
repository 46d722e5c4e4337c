/** Where sealed bytes lie. It reads nothing of them, and needs to be believed in nothing: what it gives back is checked. */
export interface BlobStore {
  /** Durable when it resolves, and whole or not there at all; replaces one of that name. */
  put(owner: string, name: string, sealed: AsyncIterable<Uint8Array>): Promise<void>;
  /** Piece by piece. Throws BLOBS_NOT_FOUND. */
  get(owner: string, name: string): AsyncIterable<Uint8Array>;
  /** Of those that are not there, nothing is said. */
  remove(owner: string, names: readonly string[]): Promise<void>;
  removeOwner(owner: string): Promise<void>;
  owners(): Promise<readonly string[]>;
  /** With when each was put. */
  names(owner: string): Promise<readonly { readonly name: string; readonly at: number }[]>;
}
