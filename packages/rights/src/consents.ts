/** "Choices": what a person may agree to, and the taking back of it. */
import { type ConsentState, listConsents, readConsentReceipt, setConsent } from '@kept/api';
import { consentReceipt } from '@kept/exchange';
import { endConsent, NothingHeld, type Route, routesOf, uuidv7 } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { ConsentRecord } from '@kept/subjects';
import type { RightsContext, RightsRegion } from './context.ts';
import { fieldNamed } from './names.ts';

const route = routesOf<RightsContext>();

export const consentRoutes: readonly Route<RightsContext>[] = [
  route(listConsents, async ({ person, caller }, context) => {
    const region = context.at(person.region);
    const records = await region.subjects.consents(person.id);
    return {
      status: 200,
      body: {
        consents: Object.keys(region.program.manifest.consents).map((id) => stateOf(region, id, records, caller.lang)),
      },
    };
  }),
  route(setConsent, async ({ person, params, body, caller }, context) => {
    const region = context.at(person.region);
    const { consents } = region.program.manifest;
    const consent = Object.hasOwn(consents, params.id) ? consents[params.id] : undefined;
    // What a guardian gives is no choice of the person's own.
    if (!consent || consent.by === 'guardian') throw new NothingHeld();
    const evidence = { notice: region.program.hash, language: caller.lang, method: 'choices page, switch' };
    const { subjects, gate } = region;
    if (body.given) await subjects.giveConsent(person.id, params.id, evidence);
    else await subjects.withdrawConsent(person.id, params.id, evidence);
    const kind = body.given ? 'consent-given' : 'consent-withdrawn';
    const index = await gate.record(person.id, kind, { consent: params.id, clause: consent.clause });
    if (!body.given) await endConsent(region.holdings, person.id, params.id);
    const records = await subjects.consents(person.id);
    return { status: 200, body: { consent: stateOf(region, params.id, records, caller.lang), index } };
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

function stateOf({ program }: RightsRegion, id: string, records: readonly ConsentRecord[], lang: Lang): ConsentState {
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
    abroad: manifest.transfers.some((transfer) => transfer.consent === id),
    fields: fields.map((field) => fieldNamed(program, field, lang)),
    given: last?.event.state === 'given',
    state: last?.event.state ?? 'never',
    ...(last && { since: last.event.at }),
  };
}
