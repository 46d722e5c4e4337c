/** "Activity": every use of a person's data, as their own ledger entries tell it, each with its proof. */
import { type ActivityEntry as Entry, explainDecision, listActivity, readEntryProof } from '@kept/api';
import { explain, type Request } from '@kept/decide';
import type { ActivityEntry, DecisionEntry, EvidenceEntry } from '@kept/gate';
import { NothingHeld, type Route, routesOf } from '@kept/kit';
import type { Lang, Program } from '@kept/policy';
import { changeOf } from '@kept/subjects';
import type { RightsContext, RightsRegion } from './context.ts';
import { explained } from './explain.ts';
import { fieldNamed, purposeNamed, recipientNamed, regionNamed, serviceNamed } from './names.ts';
import { say, WORDS } from './words.ts';

const route = routesOf<RightsContext>();
const PAGE = 50;

export const activityRoutes: readonly Route<RightsContext>[] = [
  route(listActivity, async ({ person, query, caller }, context) => {
    const region = context.at(person.region);
    const limit = query.limit ?? PAGE;
    const page = await region.gate.activity(person.id, {
      limit,
      ...(query.before !== undefined && { before: query.before }),
    });
    const entries = page.map((entry) => entryOf(context, region, entry, caller.lang));
    const shown = query.field ? entries.filter(({ fields }) => fields.some(({ id }) => id === query.field)) : entries;
    return { status: 200, body: { entries: shown, next: page.length === limit ? page.at(-1)!.index : null } };
  }),
  route(readEntryProof, async ({ person, params }, context) => {
    const region = context.at(person.region);
    // Proofs are not secret, but only the person's own entries are theirs to ask for.
    const [own] = await region.gate.activity(person.id, { before: params.index + 1, limit: 1 });
    if (own?.index !== params.index) throw new NothingHeld();
    const { leaf, hashes, size, checkpoint } = await region.ledger.proof(params.index);
    const { publicKey } = region.ledger;
    return { status: 200, body: { index: params.index, leaf, inclusion: [...hashes], size, checkpoint, publicKey } };
  }),
  route(explainDecision, async ({ person, body, caller }, context) => {
    const region = context.at(person.region);
    const subject = await region.subjects.state(person.id);
    const { action = 'use', purpose, fields, recipient } = body;
    const request: Request = { actor: 'service', action, purpose, fields, recipient, subject };
    return { status: 200, body: explained(region.program, explain(region.program, request), request, caller.lang) };
  }),
];

const entryOf = (context: RightsContext, region: RightsRegion, entry: ActivityEntry, lang: Lang): Entry =>
  entry.kind === 'decision' ? decisionOf(context, region, entry, lang) : evidenceOf(context, region, entry, lang);

function decisionOf(context: RightsContext, { program }: RightsRegion, entry: DecisionEntry, lang: Lang): Entry {
  return {
    ...{
      index: entry.index,
      at: entry.at,
      kind: 'decision',
      action: entry.action,
      outcome: entry.outcome,
      clause: entry.clause,
    },
    actor: { role: entry.actor.role, label: say(WORDS.actors[entry.actor.role], lang) },
    service: serviceNamed(context, entry.service, lang),
    purpose: purposeNamed(program, entry.purpose, lang),
    fields: entry.fields.map((field) => fieldNamed(program, field, lang)),
    ...(entry.recipient && { recipient: recipientNamed(program, entry.recipient, lang) }),
    ...(entry.to && { to: regionNamed(program, entry.to, lang) }),
    ...actOf(entry),
    ...(entry.reason && {
      reason: say(WORDS.reasons[entry.reason as keyof typeof WORDS.reasons] ?? WORDS.reasons.other, lang),
    }),
  };
}

const ACTS: Readonly<Record<string, Entry['act']>> = {
  seen: 'seen',
  copied: 'copied',
  corrected: 'corrected',
  erased: 'erased',
  outbox: 'opened',
};

/** Told by the note of the entry; who looks at their own has seen it, whichever page it was. */
function actOf({ actor, purpose, note }: DecisionEntry): Pick<Entry, 'act'> {
  const act = ACTS[note ?? ''] ?? (actor.role === 'person' && purpose === 'rights' ? 'seen' : undefined);
  return act ? { act } : {};
}

/** What evidence may tell of itself; each part is checked, since it was written by other versions too. */
interface Told {
  readonly clause?: unknown;
  readonly consent?: unknown;
  readonly recipient?: unknown;
  readonly purpose?: unknown;
  readonly fields?: unknown;
  readonly via?: unknown;
  readonly signal?: unknown;
  readonly stage?: unknown;
}

const KINDS: Readonly<Record<string, Entry['kind']>> = {
  'consent-given': 'consent',
  'consent-withdrawn': 'consent',
  'consent-refused': 'consent',
  objection: 'consent',
  'share-receipt': 'share',
  right: 'right',
};

function evidenceOf(context: RightsContext, { program }: RightsRegion, entry: EvidenceEntry, lang: Lang): Entry {
  const told: Told = typeof entry.payload === 'object' && entry.payload !== null ? (entry.payload as Told) : {};
  const { manifest } = program;
  const recipient = typeof told.recipient === 'string' ? told.recipient : undefined;
  const clause = typeof told.clause === 'string' ? told.clause : recipient && manifest.recipients[recipient]?.clause;
  const evidence = WORDS.evidence[entry.of as keyof typeof WORDS.evidence] ?? WORDS.evidence.right;
  const signals: Readonly<Record<string, typeof evidence>> = { gpc: WORDS.signalled, mail: WORDS.byMail };
  const stages: Readonly<Record<string, typeof evidence>> = {
    'elsewhere-late': WORDS.elsewhere.lateTold,
    'elsewhere-back': WORDS.elsewhere.back,
    'elsewhere-erased': WORDS.elsewhere.erased,
    'sending-on': WORDS.sentOn.begun,
    'sent-on': WORDS.sentOn.done,
  };
  const words =
    stages[String(told.stage)] ?? signals[String(told.signal)] ?? (told.via === 'outbox' ? WORDS.outbox : evidence);
  const about = typeof told.consent === 'string' ? consentLabel(program, told.consent, lang) : undefined;
  const refused =
    entry.of === 'objection' && typeof told.purpose === 'string' ? manifest.purposes[told.purpose] : undefined;
  const consent = about ?? refused?.label[lang];
  return {
    ...{ index: entry.index, at: entry.at, kind: KINDS[entry.of] ?? 'other', outcome: 'permit' },
    action: recipient ? 'share' : 'use',
    actor: { role: recipient ? 'system' : 'person', label: say(WORDS.actors[recipient ? 'system' : 'person'], lang) },
    service: serviceNamed(context, recipient ? 'recipients' : 'rights', lang),
    purpose: purposeNamed(program, typeof told.purpose === 'string' ? told.purpose : 'rights', lang),
    fields: Array.isArray(told.fields) ? told.fields.map((field) => fieldNamed(program, String(field), lang)) : [],
    clause: clause ?? manifest.otherwise,
    ...(recipient && { recipient: recipientNamed(program, recipient, lang) }),
    reason: consent ? `${say(words, lang)}${lang === 'en' ? ': ' : '：'}${consent}` : say(words, lang),
  };
}

/** A consent of the policy, or the answer to a change of it: the purpose, or the right, that it was about. */
function consentLabel(program: Program, id: string, lang: Lang): string | undefined {
  const matter = changeOf(id);
  if (matter === null) return program.manifest.consents[id]?.label[lang];
  if (matter.startsWith('right:')) return program.manifest.rights[matter.slice('right:'.length)]?.label[lang];
  const [purpose = '', recipient] = matter.split('.');
  const label = purposeNamed(program, purpose, lang).label;
  return recipient === undefined ? label : `${label} → ${recipientNamed(program, recipient, lang).label}`;
}
