/** A copy is delivered with what there is; what a system could not give is said in it, waited for, and told of when it is there. */
import { Days, type Instant, KeptError } from '@kept/base';
import type { Elsewhere } from '@kept/connectors';
import type { Lang } from '@kept/policy';
import { dueOf } from './asking.ts';
import type { RightsContext, RightsRegion } from './context.ts';
import type { CopiedItem } from './copied.ts';
import { clauseOf } from './granted.ts';
import { serviceNamed } from './names.ts';
import { grantFor } from './preview.ts';
import { say, WORDS } from './words.ts';

type Context = Pick<RightsContext, 'beside' | 'services' | 'workflows'>;

/** Where the policy gives this person no term for a copy: that of the strictest law that it is under. */
const OTHERWISE = Days(15);

const COPY = { kind: 'copy' } as const;

async function dueAt(region: RightsRegion, owner: string): Promise<Instant> {
  try {
    const { kind, right, jurisdiction } = await grantFor(region, owner, 'copy');
    return dueOf(region, kind, jurisdiction, right).at;
  } catch (error) {
    if (error instanceof KeptError && error.code === 'RIGHTS_NOT_GRANTED') return region.clock.now() + OTHERWISE;
    throw error;
  }
}

/** Notes that a system is late, once until it is back, has it chased, and says so where its rows would be. */
export async function tellLate(
  context: Context,
  region: RightsRegion,
  elsewhere: Elsewhere,
  owner: string,
  connector: string,
  lang: Lang,
): Promise<CopiedItem> {
  const noted = await elsewhere.late.note(owner, connector, await dueAt(region, owner));
  if (noted.isNew) {
    const clause = clauseOf(region, COPY);
    await region.gate.record(owner, 'right', {
      right: 'copy',
      stage: 'elsewhere-late',
      connectors: [connector],
      clause,
    });
  }
  await context.workflows.chase(region.id, owner, noted.id);
  const { held } = elsewhere.plan.nodes.find(
    ({ collection }) => elsewhere.connectorOf(collection) === connector,
  )!.collection;
  const { manifest } = region.program;
  const by = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(noted.dueAt);
  return {
    ...{ id: `${connector}.late`, collectionId: held.collection, field: 'late', region: region.id, recipients: [] },
    service: serviceNamed(context, connector, lang).label,
    collection: `${serviceNamed(context, connector, lang).label} · ${say(WORDS.elsewhere.late, lang)}`,
    label: say(WORDS.elsewhere.late, lang),
    value: say(WORDS.elsewhere.lateText, lang).replace('{by}', by),
    clause: clauseOf(region, COPY),
    purpose: manifest.purposes[held.purpose]?.label[lang] ?? held.purpose,
    basis: manifest.purposes[held.purpose]?.basis ?? 'legal-obligation',
    collectedAt: say(WORDS.elsewhere.since, lang),
    keptUntil: say(WORDS.elsewhere.until, lang),
  };
}

/** Whether it still has to be waited for. When the system is back, that is an entry of the person's activity. */
export async function askAgain(
  { beside }: Pick<RightsContext, 'beside'>,
  region: RightsRegion,
  owner: string,
  id: string,
): Promise<'waits' | 'over'> {
  const elsewhere = beside?.at(region.id);
  const waiting = await elsewhere?.late.waiting(owner, id);
  if (!elsewhere || !waiting) return 'over';
  // Declared no more: nothing there is the person's any longer.
  const isDeclared = elsewhere.declared.some((each) => each.id === waiting.connector);
  if (isDeclared && !(await elsewhere.answers(waiting.connector))) return 'waits';
  const told = {
    right: 'copy',
    stage: 'elsewhere-back',
    connectors: [waiting.connector],
    clause: clauseOf(region, COPY),
  };
  await region.gate.record(owner, 'right', told).catch((error: unknown) => {
    if (!(error instanceof KeptError) || error.code !== 'KEYS_NO_KEY') throw error;
  });
  await elsewhere.late.back(owner, id);
  return 'over';
}
