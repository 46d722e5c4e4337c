import { makeRequest, previewRequest, type RequestPreview } from '@kept/api';
import type { SignedIn } from '../../route.ts';
import { idOf, named, refusalOf, seen } from '../look.ts';
import { type Filled, fill } from '../sample.ts';
import type { Rule, Trial } from '../trial.ts';

export const erasure: Rule = {
  name: 'after the account is closed nothing of it opens, no row names it, and nobody else’s is touched',
  async faults(trial) {
    const { region, disk } = trial.stage;
    const [gone, other] = [await fill(trial), await fill(trial)];
    const { error } = await refusalOf(close(trial, gone.person));
    const left = (
      await Promise.all(
        region.holdings.map(async ({ resource, items }) =>
          (await items(gone.person.id)).length > 0 ? [resource] : [],
        ),
      )
    ).flat();
    const tables = await disk.tablesWith(gone.person.id);
    return [
      ...(error ? [`the closure does not come to its end: ${error.message}`] : []),
      ...left.map((resource) => `\`${resource}\` still lists something of the person`),
      ...tables.map((table) => `\`${table}\` still names the person`),
      ...(await opens(trial, gone)),
      ...(await touched(trial, other)),
    ];
  },
};

async function close({ stage }: Trial, person: SignedIn): Promise<void> {
  const { body } = await stage.call(previewRequest, { person, query: { right: 'closure' } });
  const { confirm } = body as RequestPreview;
  await stage.call(makeRequest, { person, body: { right: 'closure', confirm } });
}

async function opens({ stage, service }: Trial, { person, given }: Filled): Promise<string[]> {
  const { region } = stage;
  const key = await refusalOf(region.keys.use(`person:${person.id}`, () => true));
  const faults = key.error?.code === 'KEYS_NO_KEY' ? [] : ['the key of the person still opens'];
  const entries = await refusalOf(region.gate.activity(person.id));
  if ((entries.ok ?? []).length > 0) faults.push('the ledger still opens to the person’s key');
  for (const each of given.filter(({ canary }) => canary !== null)) {
    const holding = region.holdings.find(({ resource }) => resource === each.resource)!;
    const permit = region.gate.permit({
      ...{ action: 'use', actor: { role: 'person' }, service: service.declaration.name, purpose: 'rights' },
      ...{ subject: person.id, fields: [each.field] },
    });
    const { ok } = await refusalOf(holding.open(permit, each.row));
    if (ok) faults.push(`${named(each)} still opens`);
  }
  return faults;
}

async function touched(trial: Trial, { person, given }: Filled): Promise<string[]> {
  const faults: string[] = [];
  for (const each of given.filter(({ canary }) => canary !== null))
    if ((await seen(trial, person, idOf(trial, each))) !== each.canary!.value)
      faults.push(`${named(each)} of somebody else is not what it was`);
  return faults;
}
