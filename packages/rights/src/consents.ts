/** "Choices": what a person may agree to, and the taking back of it. */
import { type ConsentState, listConsents, readConsentReceipt, setConsent } from '@kept/api';
import { consentReceipt } from '@kept/exchange';
import { endConsent, keepingOf, NothingHeld, type Route, routesOf, uuidv7 } from '@kept/kit';
import type { Lang, Manifest, Program } from '@kept/policy';
import { type ConsentRecord, VersionChanged } from '@kept/subjects';
import type { RightsContext, RightsRegion } from './context.ts';
import { NotOffered, SignalSaysNo } from './errors.ts';
import { type Held, heldItems } from './held.ts';
import { fieldNamed } from './names.ts';
import { honoured, signalScope } from './signal.ts';

const route = routesOf<RightsContext>();

export const consentRoutes: readonly Route<RightsContext>[] = [
  route(listConsents, async ({ person, caller: { lang, optsOut } }, context) => {
    const region = context.at(person.region);
    const { manifest } = region.program;
    const answers = await answersOf(region, person.id);
    const { records } = answers;
    const offered = offeredConsents(context, manifest);
    const own = Object.keys(manifest.consents).filter((id) => manifest.consents[id]!.by !== 'guardian');
    // What was answered stays in sight whatever runs, so that it can be taken back.
    const shown = own.filter((id) => offered.has(id) || records.some(({ consent }) => consent === id));
    return {
      status: 200,
      body: {
        consents: shown.map((id) => stateOf(region, id, answers, lang)),
        signal: optsOut ? honoured(region, lang) : null,
        later: own.filter((id) => !shown.includes(id)).map((id) => ({ id, label: manifest.consents[id]!.label[lang] })),
      },
    };
  }),
  route(setConsent, async ({ person, params: { id }, body: { given, notice }, caller }, context) => {
    const region = context.at(person.region);
    const { manifest, hash } = region.program;
    const consent = Object.hasOwn(manifest.consents, id) ? manifest.consents[id] : undefined;
    // What a guardian gives is no choice of the person's own.
    if (!consent || consent.by === 'guardian') throw new NothingHeld();
    if (given && !offeredConsents(context, manifest).has(id)) throw new NotOffered();
    if (given && caller.optsOut && signalScope(manifest).consents.includes(id)) throw new SignalSaysNo(consent.clause);
    // What a person agrees to is what they were shown; to take something back, any version will do.
    if (given && notice !== undefined && notice !== hash) throw new VersionChanged();
    const evidence = { notice: hash, language: caller.lang, method: 'choices page, switch' };
    const { subjects, gate } = region;
    const record = given
      ? await subjects.giveConsent(person.id, id, evidence)
      : ((await subjects.withdrawConsent(person.id, id, evidence)) ??
        (await subjects.refuseConsent(person.id, id, evidence)));
    const kind = `consent-${record?.event.state ?? 'withdrawn'}`;
    const index = await gate.record(person.id, kind, { consent: id, clause: consent.clause });
    if (!given) await endConsent(region.holdings, person.id, id);
    return {
      status: 200,
      body: { consent: stateOf(region, id, await answersOf(region, person.id), caller.lang), index },
    };
  }),
  route(readConsentReceipt, async ({ person }, context) => {
    const region = context.at(person.region);
    const [{ jurisdiction }, events] = await Promise.all([
      region.subjects.subject(person.id),
      region.subjects.consents(person.id),
    ]);
    const records = [...Map.groupBy(events, ({ consent }) => consent).values()];
    const receipt = { id: uuidv7(region.clock), at: region.clock.now(), records };
    const document = consentReceipt(region.program, { jurisdiction, origin: context.origin }, receipt);
    const name = `kept-consents-${new Date(receipt.at).toISOString().slice(0, 10)}.jsonld`;
    return {
      status: 200,
      headers: { 'content-disposition': `attachment; filename="${name}"` },
      stream: whole(JSON.stringify(document)),
    };
  }),
];

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

/** The consents that a purpose of some running service rests on, and those of the pages: nobody is asked about what nobody does. */
function offeredConsents({ services }: RightsContext, manifest: Manifest): ReadonlySet<string> {
  const { collections, purposes } = manifest;
  const served = services.flatMap(({ declaration }) => declaration.serves);
  const used = served.flatMap((collection) => collections[collection]?.purposes ?? []);
  const shown = services.flatMap(({ declaration }) => declaration.publishes ?? []);
  const asked = [...used, ...shown].flatMap((id) =>
    [purposes[id]?.consent ?? [], purposes[id]?.sensitiveConsent ?? []].flat(),
  );
  return new Set([...asked, ...cookieConsents(manifest)]);
}

/** What a person has answered, and what is held of them. */
interface Answers {
  readonly records: readonly ConsentRecord[];
  readonly held: readonly Held[];
}

async function answersOf(region: RightsRegion, owner: string): Promise<Answers> {
  const [records, held] = await Promise.all([region.subjects.consents(owner), heldItems(region, owner)]);
  return { records, held };
}

/** What a withdrawal of this consent destroys, of what is held now. */
function endingWith({ manifest }: Program, id: string, held: readonly Held[]): ReadonlySet<string> {
  const ending = held.filter(({ item }) => keepingOf(manifest, item).consents.includes(id));
  return new Set(ending.map(({ item }) => item.field));
}

/** Those that the pages ask for what they store in a browser. */
const cookieConsents = ({ cookies }: Manifest): string[] =>
  Object.values(cookies).flatMap(({ consent }) => consent ?? []);

function stateOf({ program }: RightsRegion, id: string, { records, held }: Answers, lang: Lang): ConsentState {
  const { manifest } = program;
  const { label, question, consequence, kind, clause } = manifest.consents[id]!;
  const purposes = Object.values(manifest.purposes).filter(
    (purpose) => purpose.consent === id || purpose.sensitiveConsent === id,
  );
  const fields = [...new Set(purposes.flatMap((purpose) => purpose.fields))];
  const last = records.find((record) => record.consent === id);
  return {
    ...{ id, kind, clause, label: label[lang], question: question[lang], consequence: consequence[lang] },
    sensitive: fields.some((field) => manifest.fields[field]?.sensitive),
    cookie: cookieConsents(manifest).includes(id),
    abroad: manifest.transfers.some((transfer) => transfer.consent === id),
    fields: fields.map((field) => fieldNamed(program, field, lang)),
    erases: [...endingWith(program, id, held)].map((field) => fieldNamed(program, field, lang)),
    given: last?.event.state === 'given',
    state: last?.event.state ?? 'never',
    ...(last && { since: last.event.at }),
  };
}
