/** What a decision says to the person: the ground of a refusal with where to complain, or the clauses of an answer. */
import type { RightRequest } from '@kept/api';
import type { Lang } from '@kept/policy';
import type { RightsRegion } from './context.ts';
import { needsTwo } from './deciding.ts';
import { clauseOf } from './granted.ts';
import { refusedOn } from './grounds.ts';
import { BY_POLICY, type KeptRequest } from './kept-request.ts';
import { reasonOf } from './reasons.ts';
import { say, WORDS } from './words.ts';

/** Absent while nothing is refused, or a second person has not agreed. */
export function refusalOf(region: RightsRegion, request: KeptRequest, lang: Lang): RightRequest['refusal'] {
  const { decision } = request;
  if (decision?.outcome !== 'refused' || (needsTwo(request, decision) && decision.second === undefined))
    return undefined;
  const byPolicy = decision.by === BY_POLICY;
  const on = byPolicy
    ? { label: WORDS.grounds.doesNotHold, clause: reasonOf(region, request, lang)?.clause }
    : refusedOn(region, request);
  return {
    ground: say(on?.label ?? WORDS.noGround, lang),
    reason: say(byPolicy ? WORDS.refusedByPolicy : WORDS.refusedReason, lang),
    clause: on?.clause ?? clauseOf(region, request),
    complain: complainTo(region, lang),
  };
}

/** The authorities that the policy names; the courts stand open besides. */
export const complainTo = ({ program: { manifest } }: RightsRegion, lang: Lang): string[] =>
  manifest.controller.complaints.map(({ authority }) => authority[lang]).slice(0, 20);

/** The clauses that the answer of a human rests on, each with what it says. */
export const answeredBy = (
  { program: { manifest } }: RightsRegion,
  { decision }: KeptRequest,
  lang: Lang,
): { text: string; clause: string }[] =>
  (decision?.outcome === 'granted' ? (decision.clauses ?? []) : []).flatMap((clause) => {
    const found = manifest.clauses[clause];
    return found ? [{ text: found.sentence?.[lang] ?? found.title[lang], clause }] : [];
  });
