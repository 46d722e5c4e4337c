/** An explanation of `decide` in sentences. */
import type { Explanation as Explained } from '@kept/api';
import type { Change, Explanation, Request } from '@kept/decide';
import type { Lang, Program } from '@kept/policy';
import { fieldNamed, policyVersion, purposeNamed } from './names.ts';
import { say, WORDS } from './words.ts';

const RESULTS = { pass: 'passed', fail: 'failed', 'not-reached': 'not-asked' } as const;

/** What `decide` says and why, with the words of the policy. */
export function explained(program: Program, explanation: Explanation, request: Request, lang: Lang): Explained {
  const { decision, steps, changes } = explanation;
  const reasonOf = (reason: string): string =>
    say(WORDS.reasons[reason as keyof typeof WORDS.reasons] ?? WORDS.reasons.other, lang);
  return {
    policy: policyVersion(program, lang),
    outcome: decision.outcome,
    purpose: purposeNamed(program, request.purpose, lang),
    clause: decision.clause,
    checks: steps.map(({ check, result, clause, reason }) => ({
      label: say(WORDS.checks[check], lang),
      result: RESULTS[result],
      text: reason ? reasonOf(reason) : (program.manifest.clauses[clause]?.title[lang] ?? ''),
      clause,
    })),
    fields: request.fields.map((field) => {
      const refused = decision.refused.find((each) => each.field === field);
      const outcome = refused ? (decision.outcome === 'cannot-tell' ? 'cannot-tell' : 'refuse') : 'permit';
      return { ...fieldNamed(program, field, lang), outcome, ...(refused && { reason: reasonOf(refused.reason) }) };
    }),
    change: changes.map((change) => changeText(program, change, lang)),
  };
}

function changeText(program: Program, change: Change, lang: Lang): string {
  const words = say(WORDS.changes[change.kind], lang);
  switch (change.kind) {
    case 'give-consent':
      return `${words}: ${program.manifest.consents[change.consent]?.label[lang] ?? change.consent}`;
    case 'accept-change':
    case 'lift-restriction':
    case 'withdraw-objection':
      return `${words}: ${purposeNamed(program, change.purpose, lang).label}`;
    case 'be-of-age':
      return `${words}: ${change.years}`;
    case 'leave-out':
      return `${words}: ${change.fields.map((field) => fieldNamed(program, field, lang).label).join(lang === 'en' ? ', ' : '、')}`;
    default:
      return words;
  }
}
