/** "Who has my data": parties that may receive something, what each received, and the receipts. */
import { type Flow, listMyRecipients, type MyRecipient, type ShareReceipt } from '@kept/api';
import type { DecisionEntry } from '@kept/gate';
import { type Route, routesOf } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { ShareReceipt as Receipt } from '@kept/recipients';
import type { RightsContext, RightsRegion } from './context.ts';
import { decisions, newestEntries } from './entries.ts';
import { countryLabel, fieldNamed, purposeNamed, recipientNamed } from './names.ts';
import { say, WORDS } from './words.ts';

const route = routesOf<RightsContext>();
const DAY_MS = 86_400_000;
const ENTRIES = 5_000;
const RECEIPTS = 500;

export const recipientRoutes: readonly Route<RightsContext>[] = [
  route(listMyRecipients, async ({ person, query, caller }, context) => {
    const region = context.at(person.region);
    const since = region.clock.now() - (query.days ?? 365) * DAY_MS;
    const entries = decisions(await newestEntries(region, person.id, ENTRIES)).filter(({ at }) => at >= since);
    const receipts = (await region.recipients.receipts(person.id)).filter(({ at }) => at >= since);
    const { country } = region.program.manifest.regions[region.id]!;
    const refused = entries.filter(
      ({ action, recipient, outcome }) => action === 'share' && recipient && outcome !== 'permit',
    );
    return {
      status: 200,
      body: {
        since,
        home: { country, countryLabel: countryLabel(country, caller.lang) },
        recipients: Object.keys(region.program.manifest.recipients).map((id) =>
          partyOf(region, id, receipts, caller.lang),
        ),
        receipts: [
          ...receipts.map((each) => receiptOf(region, each, caller.lang)),
          ...refused.map((each) => refusalOf(region, each, caller.lang)),
        ]
          .toSorted((a, b) => b.index - a.index)
          .slice(0, RECEIPTS),
        flows: flowsOf(region, entries, caller.lang),
      },
    };
  }),
];

function partyOf(region: RightsRegion, id: string, receipts: readonly Receipt[], lang: Lang): MyRecipient {
  const { program } = region;
  const recipient = program.manifest.recipients[id]!;
  const own = receipts.filter((each) => each.recipient === id);
  return {
    id,
    name: recipientNamed(program, id, lang).label,
    role: ROLES[recipient.role],
    ...abroadOf(region, id, lang),
    purposes: recipient.purposes.map((purpose) => purposeNamed(program, purpose, lang)),
    fields: recipient.fields.map((field) => fieldNamed(program, field, lang)),
    ...(recipient.url?.startsWith('https://') && { url: recipient.url }),
    count: own.length,
    ...(own[0] && { last: own[0].at }),
    clause: recipient.clause,
  };
}

const ROLES = {
  processor: 'processor',
  authority: 'authority',
  'third-party': 'third-party',
  affiliate: 'third-party',
  successor: 'third-party',
  public: 'third-party',
} as const;

function abroadOf(
  { program, id: home }: RightsRegion,
  recipient: string,
  lang: Lang,
): { country: string; countryLabel: string; abroad: boolean } {
  const { country } = program.manifest.recipients[recipient]!;
  return {
    country,
    countryLabel: countryLabel(country, lang),
    abroad: country !== 'own' && country !== program.manifest.regions[home]!.country,
  };
}

/** With no provider set, a message waits in the outbox: nobody outside has it, and the receipt says so. */
function receiptOf(region: RightsRegion, receipt: Receipt, lang: Lang): ShareReceipt {
  const { program } = region;
  return {
    ...shareOf(region, receipt, lang),
    ...{ index: receipt.index, at: receipt.at, clause: program.manifest.recipients[receipt.recipient]!.clause },
    outcome: receipt.via === 'outbox' || !receipt.certain ? 'accepted' : 'delivered',
    ...(receipt.via === 'outbox' && { reason: say(WORDS.outbox, lang) }),
  };
}

function refusalOf(region: RightsRegion, entry: DecisionEntry, lang: Lang): ShareReceipt {
  return {
    ...shareOf(region, { ...entry, recipient: entry.recipient! }, lang),
    ...{ index: entry.index, at: entry.at, clause: entry.clause, outcome: 'refused' },
    reason: say(WORDS.reasons[entry.reason as keyof typeof WORDS.reasons] ?? WORDS.reasons.other, lang),
  };
}

function shareOf(
  region: RightsRegion,
  share: { recipient: string; purpose: string; fields: readonly string[] },
  lang: Lang,
) {
  const { program } = region;
  const { country, countryLabel: label } = abroadOf(region, share.recipient, lang);
  return {
    recipient: recipientNamed(program, share.recipient, lang),
    ...{ country, countryLabel: label },
    purpose: purposeNamed(program, share.purpose, lang),
    fields: share.fields.map((field) => fieldNamed(program, field, lang)),
  };
}

function flowsOf(region: RightsRegion, entries: readonly DecisionEntry[], lang: Lang): Flow[] {
  const { program } = region;
  const flows = new Map<string, Flow>();
  for (const { actor, outcome, fields, purpose, recipient } of entries) {
    // Who looks at their own has taken it nowhere.
    if (outcome !== 'permit' || (actor.role === 'person' && purpose === 'rights')) continue;
    for (const field of fields) {
      const key = [field, purpose, recipient ?? ''].join('\n');
      const flow = flows.get(key) ?? {
        field: { ...fieldNamed(program, field, lang), sensitive: program.manifest.fields[field]?.sensitive ?? true },
        purpose: purposeNamed(program, purpose, lang),
        ...(recipient && { to: { ...recipientNamed(program, recipient, lang), ...abroadOf(region, recipient, lang) } }),
        count: 0,
      };
      flows.set(key, { ...flow, count: flow.count + 1 });
    }
  }
  return [...flows.values()];
}
