/** Stores for tests: real folders, gone when the file ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own; `end` removes it. */
export function testFolder(): { readonly folder: string; end(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kept-blobs-'));
  return { folder, end: () => rmSync(folder, { recursive: true, force: true }) };
}
