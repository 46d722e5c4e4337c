/** Recipients that are told, as the console sees them: no name, no contact, but in a letter that is opened on the record. */
import { listTellings, moveTelling, openTellingLetter, type Telling as TellingView } from '@kept/api';
import { Days, KeptError } from '@kept/base';
import { type Route, routesOf, type Staff } from '@kept/kit';
import type { Lang } from '@kept/policy';
import { NoMail } from '@kept/recipients';
import type { RightsContext, RightsRegion } from '../context.ts';
import { TellingUnknown, ToldAlready } from '../errors.ts';
import { rightOf } from '../granted.ts';
import { fieldNamed, recipientNamed, regionNamed } from '../names.ts';
import { letterOf } from './letter.ts';
import { enclosedIn } from './noting.ts';
import { endTelling, record, type Tell } from './telling.ts';
import type { Telling } from './tellings.ts';

const route = routesOf<RightsContext>();
const SHOWN = 500;
/** A recipient that names no day has so long. */
const ANSWER_WITHIN = Days(30);

export const tellingRoutes: readonly Route<RightsContext>[] = [
  route(listTellings, async ({ caller: { lang } }, context) => {
    const all = await Promise.all(
      context.regions.map(async (id) => {
        const region = context.at(id);
        const open = await context.requests(id).tellings.open(SHOWN);
        return open.map((each) => viewOf(context, region, each, lang));
      }),
    );
    const tellings = all
      .flat()
      .toSorted((a, b) => a.madeAt - b.madeAt)
      .slice(0, SHOWN);
    return { status: 200, body: { tellings } };
  }),
  route(openTellingLetter, async ({ params, operator }, context) => {
    const { step, telling } = await found(context, params);
    const letter = await written(step, telling);
    await record(step, telling, `opened-${operator.id}`);
    const to = addressOf(context, telling);
    return { status: 200, body: { ...(to !== null && { to }), ...letter } };
  }),
  route(moveTelling, async ({ params, body: { act }, operator, caller: { lang } }, context) => {
    const { step, telling, region } = await found(context, params);
    await MOVES[act](step, telling, operator);
    const after = await step.tellings.get(telling.id);
    return { status: 200, body: { telling: viewOf(context, region, after, lang) } };
  }),
];

type Move = (step: Tell, telling: Telling, by: Staff) => Promise<void>;

const MOVES: Readonly<Record<'send' | 'sent' | 'answered' | 'declined', Move>> = {
  async send(step, telling, by) {
    if (telling.state !== 'noted') throw new ToldAlready();
    const to = addressOf(step.context, telling);
    if (to === null) throw new NoMail();
    await step.region.recipients.writeTo(telling.recipient, { id: telling.id, to, ...(await written(step, telling)) });
    await MOVES.sent(step, telling, by);
  },
  async sent(step, telling, by) {
    if (!(await step.tellings.told(telling.id, null, 'letter'))) throw new ToldAlready();
    await record(step, telling, `told-${by.id}`);
  },
  answered: (step, telling) => ended(step, telling, 'answered'),
  declined: (step, telling) => ended(step, telling, 'declined'),
};

/** Nobody answers what they were not told. */
async function ended(step: Tell, telling: Telling, state: 'answered' | 'declined'): Promise<void> {
  if (telling.state !== 'told') throw new ToldAlready();
  await endTelling(step, telling, state);
}

async function written({ region }: Tell, telling: Telling) {
  const enclosed = await enclosedIn(region, telling);
  if (!enclosed) throw new ToldAlready();
  return letterOf(region, telling, enclosed);
}

const addressOf = ({ outward }: Pick<RightsContext, 'outward'>, { recipient }: Telling): string | null =>
  outward?.parties.recipients.get(recipient)?.letters ?? null;

/** Throws RIGHTS_TELLING_UNKNOWN, also for a region that there is not. */
async function found(context: RightsContext, { region: at, id }: { region: string; id: string }) {
  if (!context.regions.includes(at)) throw new TellingUnknown();
  const step = await stepOf(context, at, id);
  return { step, region: step.region, telling: await step.tellings.get(id) };
}

/** Whose it is, where that is known still: a correction has no request, and a closed account nobody. */
export async function stepOf(context: RightsContext, at: string, telling: string): Promise<Tell> {
  const requests = context.requests(at);
  const { tellings } = requests;
  const { request } = await tellings.get(telling);
  const owner = await requests.byId(request).then(
    (each) => each.owner,
    (error: unknown) => {
      if (error instanceof KeptError && error.code === 'RIGHTS_NOT_FOUND') return request;
      throw error;
    },
  );
  return { context, region: context.at(at), tellings, telling, owner };
}

function viewOf(context: RightsContext, region: RightsRegion, telling: Telling, lang: Lang): TellingView {
  const { program, clock } = region;
  const { id, way, state, madeAt, toldAt, expectedAt, tries, trouble } = telling;
  const by = toldAt === null ? madeAt + Days(3) : (expectedAt ?? toldAt + ANSWER_WITHIN);
  return {
    ...{ id, way, state, madeAt, tries },
    region: regionNamed(program, region.id, lang),
    recipient: recipientNamed(program, telling.recipient, lang),
    right: rightOf(region, telling)?.label[lang] ?? telling.kind,
    fields: telling.fields.map((field) => fieldNamed(program, field, lang).label),
    ...(toldAt !== null && { toldAt }),
    ...(expectedAt !== null && { expectedAt }),
    late: (state === 'noted' || state === 'told') && clock.now() > by,
    ...(trouble !== null && { trouble }),
    mailable: addressOf(context, telling) !== null,
  };
}
