/** What the business declares for its services: read once, at the start, and wrong as a whole where one thing is. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Misuse } from '@kept/base';
import type { Service } from '@kept/kit';

/** A file that no service takes as it is: the program does not start on it. */
export class BadServiceSettings extends Misuse {
  constructor(file: string, why: string) {
    super('SERVER_SERVICE_SETTINGS', `the settings in \`${file}\` cannot be used: ${why}`, {
      help: 'name the file as the service is named, and see the service’s README for what may stand in it',
    });
  }
}

/** By the name of the service; those without a file keep what they bring along. Throws SERVER_SERVICE_SETTINGS. */
export async function settingsOf(
  folder: string | null,
  services: readonly Service[],
): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  if (folder === null) return found;
  const files = await readdir(folder).catch(() => {
    throw new BadServiceSettings(folder, 'there is no such folder');
  });
  for (const file of files.filter((each) => each.endsWith('.json')).sort()) {
    const name = file.slice(0, -'.json'.length);
    const schema = services.find(({ declaration }) => declaration.name === name)?.declaration.settings?.schema;
    if (!schema) throw new BadServiceSettings(file, 'no service takes settings under this name');
    const read = schema.safeParse(jsonOf(file, await readFile(join(folder, file), 'utf8')));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new BadServiceSettings(file, `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'is wrong'}`);
    }
    found.set(name, read.data);
  }
  return found;
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadServiceSettings(file, 'it is no JSON');
  }
}
