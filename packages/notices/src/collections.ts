import type { Collection, Consent } from '@kept/policy';
import { isWithin } from '@kept/vocab';
import type { NoticeCollection, NoticeField, NoticePurpose, Part } from './notice.ts';
import { fieldsOf, keptPhrase, retentionIn } from './retention.ts';
import { labels, unique, type View } from './view.ts';

const KINDS = ['consent', 'separate', 'explicit'] as const satisfies readonly Consent['kind'][];
const AT_WORK = [
  'kept:BusinessContact',
  'kept:LegalRepresentative',
  'kept:InvoiceRecipient',
  'kept:Installer',
] as const;
const STAFF = ['dpv:Employee', 'kept:ParcelRecipient', 'kept:HotelGuest'] as const;

/** The list of what is collected, in the manifest's order. */
export const collectionsOf = (view: View): NoticeCollection[] =>
  Object.keys(view.manifest.collections).map((id) => collection(view, id));

/** What it is all for, in the manifest's order. */
export function purposesOf({ manifest, words, name, say }: View): NoticePurpose[] {
  return Object.entries(manifest.purposes).map(([id, purpose]) => ({
    id,
    label: say(purpose.label),
    basis: purpose.basis,
    basisLabel: words.bases[purpose.basis],
    ...(purpose.consent !== undefined && { consent: purpose.consent }),
    fields: name(manifest.fields, purpose.fields),
    recipients: purpose.recipients.map((recipient) => ({
      id: recipient,
      label: say(manifest.recipients[recipient]!.party),
    })),
    regions: name(manifest.regions, purpose.regions),
    ...(purpose.minAge !== undefined && { minimumAge: purpose.minAge }),
    clause: purpose.clause,
  }));
}

function collection(view: View, id: string): NoticeCollection {
  const { manifest, words, say, name } = view;
  const row = manifest.collections[id]!;
  const purposes = row.purposes.map((purpose) => manifest.purposes[purpose]!);
  const consent = strongest(view, row);
  const fields = fieldsOf(row);
  const recipients = unique(purposes.flatMap((purpose) => purpose.recipients)).filter((recipient) =>
    manifest.recipients[recipient]!.fields.some((field) => fields.includes(field)),
  );
  const retention = retentionIn(view, id);
  return {
    id,
    label: say(row.label),
    moment: say(row.moment),
    part: partOf(view, row),
    source: words.sources[row.source ?? 'person'] + (row.origin ? words.aside(say(row.origin)) : ''),
    fields: noticeFields(view, row),
    purposes: name(manifest.purposes, row.purposes),
    bases: unique(purposes.map((purpose) => purpose.basis)),
    ...(consent && { consent }),
    refusal: say(row.refusal),
    recipients: recipients.map((recipient) => ({ id: recipient, label: say(manifest.recipients[recipient]!.party) })),
    regions: name(manifest.regions, unique(purposes.flatMap((purpose) => purpose.regions))),
    kept: keptPhrase(view, retention),
    retention,
    clause: row.clause,
  };
}

/** Choices first (one of them is needed), then what is needed, then what is optional. */
export function noticeFields(view: View, row: Collection): NoticeField[] {
  const { manifest, words, say, name } = view;
  const entry = (ids: readonly string[], needed: boolean): NoticeField => {
    const first = manifest.fields[ids[0]!]!;
    return {
      id: ids[0]!,
      label: words.or(labels(name(manifest.fields, ids)).map((each, i) => (i === 0 ? each : words.inline(each)))),
      fields: ids,
      needed,
      sensitive: ids.some((id) => manifest.fields[id]!.sensitive),
      ...(ids.every((id) => manifest.fields[id]!.alone) && { alone: 'not-personal' as const }),
      about: say(manifest.roles[first.subject]!.label),
      clause: first.clause,
    };
  };
  const choices = row.oneOf ?? [];
  const chosen = new Set(choices.flat());
  return [
    ...choices.map((ids) => entry(ids, true)),
    ...row.required.map((id) => entry([id], true)),
    ...row.optional.filter((id) => !chosen.has(id)).map((id) => entry([id], false)),
  ];
}

function strongest({ manifest }: View, row: Collection): Consent['kind'] | undefined {
  const sensitive = fieldsOf(row).filter((id) => manifest.fields[id]!.sensitive);
  const asked = row.purposes.flatMap((id) => {
    const { consent, sensitiveConsent, fields } = manifest.purposes[id]!;
    const both = [consent, fields.some((field) => sensitive.includes(field)) ? sensitiveConsent : undefined];
    return both.filter((each) => each !== undefined);
  });
  return KINDS.findLast((kind) => asked.some((id) => manifest.consents[id]!.kind === kind));
}

/** A collection that somebody else fills in, or that needs people at their work, is a business's. */
function partOf({ manifest }: View, row: Collection): Part {
  const about = (ids: readonly string[], roles: readonly Parameters<typeof isWithin>[1][]) =>
    ids.some((id) => roles.some((role) => isWithin(manifest.roles[manifest.fields[id]!.subject]!.dpv, role)));
  if (about(fieldsOf(row), ['kept:DeveloperUser'])) return 'developer';
  if (row.source === 'other-person' || about(row.required, [...AT_WORK, ...STAFF])) return 'business';
  return about(fieldsOf(row), ['kept:HouseholdMember', 'kept:HomeGuest']) ? 'home' : 'person';
}
