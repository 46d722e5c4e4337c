import { CopyFormat, downloadCopy } from '@kept/api';
import type { SignedIn } from '../../route.ts';
import { named } from '../look.ts';
import { fill } from '../sample.ts';
import type { Rule, Trial } from '../trial.ts';

export const copy: Rule = {
  name: 'every value that can be read is in the copy, for people and for machines',
  async faults(trial) {
    const { person, given } = await fill(trial);
    const readable = given.filter(({ canary }) => canary !== null);
    const faults: string[] = [];
    for (const format of CopyFormat.options) {
      const text = await download(trial, person, format);
      for (const each of readable.filter(({ canary }) => !text.includes(canary!.needle)))
        faults.push(`${named(each)} is not in the copy as ${format}`);
      if (format === 'json') faults.push(...strays(text, given));
    }
    return faults;
  },
};

async function download({ stage }: Trial, person: SignedIn, format: string): Promise<string> {
  const { stream } = await stage.call(downloadCopy, { person, query: { format } });
  let text = '';
  for await (const piece of stream!) text += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
  return text;
}

/** Another controller can take it in: it parses, and each item names its field and its clause. */
function strays(text: string, given: readonly { field: string }[]): string[] {
  const { items } = JSON.parse(text) as { items: { field: string; clause: string }[] };
  return items
    .filter(({ field, clause }) => !clause || !given.some((each) => each.field === field))
    .map(({ field }) => `\`${field}\` is in the copy without having been given, or without a clause`);
}
