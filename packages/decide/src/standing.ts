import { ageBandIn, type Consent, jurisdictionsIn, type Program, type Succession } from '@kept/policy';
import { matterOf } from './matter.ts';
import {
  type Line,
  lineOf,
  type Standing,
  type SubjectFacts,
  type SubjectState,
  stateIn,
  subjectState,
} from './state.ts';

/**
 * The state of a person under the present version of a succession, with what the versions since they joined say of them.
 * Pure and total. Somebody who joined under a version that is not among these is held to the first.
 *
 * Names are read by the version that wrote them: an age band that was split becomes its youngest part, a jurisdiction
 * that was divided becomes all of its parts, and each must permit. A consent counts under a version that asks for it no
 * more strictly than the one under which it was given.
 */
export function standingState(succession: Succession, facts: SubjectFacts, standing: Standing): SubjectState {
  const { versions, present } = succession;
  if (versions.length === 1) return subjectState(present, facts);
  const joined = Math.max(0, succession.of(standing.joined));
  const readings = versions.slice(joined).map((version) => factsUnder(succession, version, facts, standing));
  const now = readings.at(-1)!;
  if (readings.length === 1 && now.length === 1) return subjectState(present, now[0]!);
  const line: Line = {
    ...{ succession, facts, standing, joined, agreed: agreedTo(succession, facts, standing) },
    states: readings.map((each, i) => each.map((mine) => subjectState(versions[joined + i]!, mine))),
  };
  return stateIn(present, now[0]!, line);
}

/**
 * By matter, the version agreed to. A consent agrees to the purposes that rest on it, as the version had them that was
 * shown; its withdrawal takes that back.
 */
function agreedTo(
  succession: Succession,
  { consents }: SubjectFacts,
  { agreed, shown }: Standing,
): Map<string, number> {
  const all = new Map<string, number>();
  const agree = (matter: string, version: number): void => {
    if (version > (all.get(matter) ?? -1)) all.set(matter, version);
  };
  for (const { matter, version } of agreed) agree(matter, succession.of(version));
  for (const [i, id] of consents.entries()) {
    const version = succession.of(shown[i] ?? '');
    const purposes = succession.versions[version]?.manifest.purposes ?? {};
    for (const [name, { consent }] of Object.entries(purposes)) if (consent === id) agree(matterOf(name), version);
  }
  return all;
}

/** The state of the same person with other facts, or other agreements: what is given now is given under the present version. */
export function changedState(
  program: Program,
  state: SubjectState,
  facts: Partial<SubjectFacts>,
  matter?: string,
): SubjectState {
  const line = lineOf(state);
  if (line === undefined) return subjectState(program, { ...state, ...facts });
  const { succession, standing } = line;
  const consents = facts.consents ?? line.facts.consents;
  const now = succession.present.hash;
  const shown = consents.map((id) => {
    const at = line.facts.consents.indexOf(id);
    return at < 0 || !state.consents.includes(id) ? now : standing.shown[at]!;
  });
  const agreed = matter === undefined ? standing.agreed : [...standing.agreed, { matter, version: now }];
  return standingState(succession, { ...line.facts, ...facts, consents }, { ...standing, shown, agreed });
}

/** What a version is told of a person: once for each jurisdiction that they may be in. */
function factsUnder(succession: Succession, version: Program, facts: SubjectFacts, standing: Standing): SubjectFacts[] {
  const writer = succession.versions[standing.placed === '' ? 0 : succession.of(standing.placed)];
  // The name of a band says from which age to which: whoever has one of that name means the same.
  const banded = succession.versions.find(({ ageBands }) => ageBands.of(facts.ageBand) >= 0);
  const own = {
    ...facts,
    consents: facts.consents.filter((id, i) => {
      const asked = version.manifest.consents[id];
      const shown = succession.versions[succession.of(standing.shown[i] ?? '')]?.manifest.consents[id];
      return asked !== undefined && counts(shown, asked);
    }),
    ageBand: banded === undefined ? 'unknown' : ageBandIn(banded, facts.ageBand, version),
  };
  const places = writer === undefined ? [] : jurisdictionsIn(writer, facts.jurisdiction, version);
  return places.length === 0
    ? [{ ...own, jurisdiction: '' }]
    : places.map((jurisdiction) => ({ ...own, jurisdiction }));
}

/** What was agreed to as one matter among others is no separate consent; what a child said is not its guardian's. */
function counts(shown: Consent | undefined, asked: Consent): boolean {
  if ((shown?.by ?? 'person') !== (asked.by ?? 'person')) return false;
  return asked.kind === 'consent' || (shown !== undefined && shown.kind !== 'consent');
}
