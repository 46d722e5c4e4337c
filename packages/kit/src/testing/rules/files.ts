import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRequest, previewRequest, type RequestPreview } from '@kept/api';
import { keepingOf } from '../../retention.ts';
import type { SignedIn } from '../../route.ts';
import { refusalOf } from '../look.ts';
import { actorOf, consentsOf, setConsents } from '../sample.ts';
import { savedRows } from '../saved.ts';
import type { Rule, Trial } from '../trial.ts';

/** In bytes that are no picture: what is kept is not looked at again. */
const WORDS = 'lantern over the canal ';

export const files: Rule = {
  name: 'a file is sealed on its disk, opens for its person alone, and ends with its consent and its account, backups included',
  async faults(trial) {
    const faults: string[] = [];
    for (const [resource, { form, collection }] of Object.entries(trial.service.declaration.resources)) {
      const field = Object.keys(form).find((each) => form[each as never]?.['kind'] === 'file');
      if (field === undefined) continue;
      const { consents } = keepingOf(trial.service.declaration.policy, { field, collection });
      const ends = [
        ...consents.map(
          (id) => [`\`${id}\` was withdrawn`, (of: SignedIn) => setConsents(trial, of, [id], false)] as const,
        ),
        ['the account was closed', (of: SignedIn) => close(trial, of)] as const,
      ];
      for (const [how, end] of ends)
        faults.push(
          ...(await ofOne(trial, resource, field, end)).map((fault) => `\`${resource}\`, after ${how}: ${fault}`),
        );
    }
    return faults;
  },
};

async function ofOne(
  trial: Trial,
  resource: string,
  field: string,
  end: (person: SignedIn) => Promise<unknown>,
): Promise<string[]> {
  const { files: room } = trial.stage.region;
  const [gone, other] = [await sent(trial, resource), await sent(trial, resource)];
  const faults = (await onDisk(trial.stage.folder)).some((bytes) => bytes.includes(WORDS))
    ? ['a file can be read on its disk']
    : [];
  const open = (of: SignedIn, row: string) => opened(trial, resource, field, of, row);
  if ((await open(gone.person, gone.row)) !== WORDS.repeat(9_000)) faults.push('a file does not open as it was sent');
  const stolen = await refusalOf(open(other.person, gone.row));
  if (stolen.ok) faults.push('a file opens for somebody else');
  const rows = await savedRows(trial, gone.person.id);
  const saved = await Promise.all(
    (await room.store.names(gone.person.id)).map(async ({ name }) => ({
      name,
      bytes: await whole(room.store.get(gone.person.id, name)),
    })),
  );
  await end(gone.person);
  if ((await room.store.names(gone.person.id)).length > 0) faults.push('the file is still there');
  const { pool } = trial.stage;
  const { name: table } = trial.service.tables[resource]!;
  for (const row of rows.get(resource) ?? []) {
    const places = Object.keys(row).map((_, i) => `$${i + 1}`);
    await pool.query(`insert into ${table} (${Object.keys(row).join()}) values (${places.join()})`, Object.values(row));
  }
  for (const { name, bytes } of saved) await room.store.put(gone.person.id, name, once(bytes));
  if ((await refusalOf(open(gone.person, gone.row))).ok) faults.push('the file opens again from a backup');
  await pool.query(`delete from ${table} where owner_id = $1`, [gone.person.id]);
  await room.store.removeOwner(gone.person.id);
  if ((await open(other.person, other.row)) !== WORDS.repeat(9_000)) faults.push('the file of somebody else went too');
  return faults;
}

async function sent(trial: Trial, resource: string): Promise<{ person: SignedIn; row: string }> {
  const { stage } = trial;
  const person = await stage.newPerson();
  await setConsents(trial, person, consentsOf(trial), true);
  const { files: own } = stage.context.at(stage.region.id).resources[resource]!;
  const whole = Buffer.from(WORDS.repeat(9_000));
  const file = { name: 'canal.jpg', type: 'image/jpeg', width: 9, height: 9, whole, small: Buffer.from(WORDS) };
  return { person, ...(await own.keep(actorOf(trial, resource), person.id, file)) };
}

/** What the package would hold; null where there is no file. */
async function opened({ stage, service }: Trial, resource: string, field: string, { id }: SignedIn, row: string) {
  const holding = stage.region.holdings.find((each) => each.resource === resource)!;
  const permit = stage.region.gate.permit({
    ...{ action: 'use', actor: { role: 'person' }, service: service.declaration.name, purpose: 'rights' },
    ...{ subject: id, fields: [field] },
  });
  const file = await holding.file!(permit, row);
  return file && (await whole(file.content)).toString();
}

async function close({ stage }: Trial, person: SignedIn): Promise<void> {
  const { body } = await stage.call(previewRequest, { person, query: { right: 'closure' } });
  const { confirm } = body as RequestPreview;
  await stage.call(makeRequest, { person, body: { right: 'closure', confirm } });
}

async function onDisk(folder: string): Promise<Buffer[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(all.filter((each) => each.isFile()).map((each) => readFile(join(each.parentPath, each.name))));
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
