import type { Right } from '@kept/policy';
import type { NoticeConsent, NoticeRight } from './notice.ts';
import { longest } from './time.ts';
import type { View } from './view.ts';

/** What a person may ask for, with the time it takes wherever they live. */
export const rightsOf = (view: View): NoticeRight[] =>
  Object.entries(view.manifest.rights).map(([id, right]) => rightOf(view, id, right));

function rightOf({ manifest, words, say }: View, id: string, right: Right): NoticeRight {
  const forChild = right.identity.every((proof) => proof === 'guardianship');
  return {
    id,
    kind: right.kind,
    label: say(right.label),
    how: words.how[right.kind],
    channels: right.channels.map((channel) => words.rightChannels[channel]),
    deadlines: Object.keys(manifest.jurisdictions).map((jurisdiction) =>
      right.jurisdictions?.includes(jurisdiction) === false
        ? { jurisdiction, label: words.notGranted }
        : { jurisdiction, label: words.deadline(right.deadline), days: longest(right.deadline) },
    ),
    fee: right.fee ? say(right.fee) : words.free,
    refusalGrounds: right.refusalGrounds.map(({ label }) => say(label)),
    conditions: [
      ...(right.below ? [words.younger(right.below, forChild)] : []),
      ...(right.conditions ?? []).map(say),
      ...Object.values(right.grounds ?? {}).map(({ label }) => say(label)),
    ],
    ...(right.consequence && { consequence: say(right.consequence) }),
    identity: right.identity.map((proof) => words.proofs[proof]),
    clause: right.clause,
  };
}

/** Every question that is asked, and what a no costs. */
export const consentsOf = ({ manifest, words, say }: View): NoticeConsent[] =>
  Object.entries(manifest.consents).map(([id, consent]) => ({
    id,
    label: say(consent.label),
    question: say(consent.question),
    consequence: say(consent.consequence),
    kind: consent.kind,
    kindLabel: words.kinds[consent.kind],
    byGuardian: consent.by === 'guardian',
    clause: consent.clause,
  }));
