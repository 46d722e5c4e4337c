/** Versions as the API tells of them. */

import { diff, type PolicyDiff } from '@kept/analyse';
import type { ConsoleVersion, InventoryRow, MyChanges, VersionDiff } from '@kept/api';
import { rightMatter, waitingFor } from '@kept/decide';
import { inventory } from '@kept/exchange';
import { type ChangeNotice, keptWords, renderChanges, renderNotice } from '@kept/notices';
import type { Lang, Program } from '@kept/policy';
import { fieldNamed, policyVersion, purposeNamed, type RightsRegion, recipientNamed } from '@kept/rights';
import { changeOf } from '@kept/subjects';
import type { Version, Versions } from '@kept/versions';

export const versionSaid = (
  { id, program, state, draftedAt, reviewedAt, notifiedAt, wantedAt, effectiveAt }: Version,
  told: ReadonlyMap<string, number>,
  inForce: Program,
  lang: Lang,
): ConsoleVersion => ({
  ...{ id, policy: policyVersion(program, lang), state, inForce: program.hash === inForce.hash },
  ...{ draftedAt, reviewedAt, notifiedAt, wantedAt, effectiveAt, told: told.get(id) ?? 0 },
});

interface Found {
  readonly diff: PolicyDiff;
  readonly notices: Map<Lang, ChangeNotice>;
}

/** Each pair of versions is compared once, and told once in each language. */
const compared = new WeakMap<Program, Map<string, Found>>();

function changesBetween(before: Program, after: Program, lang: Lang): { diff: PolicyDiff; notice: ChangeNotice } {
  const known = compared.get(after) ?? new Map<string, Found>();
  compared.set(after, known);
  const found = known.get(before.hash) ?? { diff: diff(before, after), notices: new Map<Lang, ChangeNotice>() };
  known.set(before.hash, found);
  const notice = found.notices.get(lang) ?? renderChanges(before, after, found.diff, lang);
  found.notices.set(lang, notice);
  return { diff: found.diff, notice };
}

/** What changes, in plain words, with the clauses of both. */
export function diffSaid(before: Program, after: Program, lang: Lang): VersionDiff {
  const { diff: found, notice } = changesBetween(before, after, lang);
  return {
    ...{ before: policyVersion(before, lang), after: policyVersion(after, lang) },
    ...{ situations: found.situations, counts: found.counts, ...told(notice) },
  };
}

const told = ({ summary, sections }: ChangeNotice): Pick<VersionDiff, 'summary' | 'sections'> => ({
  summary: [...summary],
  sections: sections.map(({ id, title, lines }) => ({
    ...{ id, title },
    lines: lines.map((line) => ({
      ...{ id: line.id, label: line.label, text: line.text, effect: line.effect, reducesRights: line.reducesRights },
      ...(line.waits !== undefined && { waits: line.waits }),
      ...(line.decided && { situations: line.decided.situations }),
      ...{ before: [...line.clauses.before], after: [...line.clauses.after] },
    })),
  })),
});

/** The record of processing, a row for each field where it is taken; how long it is kept as the notice says it. */
export function inventorySaid(program: Program, lang: Lang): InventoryRow[] {
  const { manifest } = program;
  const kept = new Map(renderNotice(program, lang).collections.map((each) => [each.id, each.retention]));
  return inventory(program, lang).flatMap((row) =>
    row.fields.map(({ id, label, sensitive, required, clause }): InventoryRow => {
      const purposes = row.purposes.filter((each) => manifest.purposes[each.id]!.fields.includes(id));
      const parties = row.recipients.filter(({ id: party }) => {
        const recipient = manifest.recipients[party]!;
        return (
          recipient.fields.includes(id) && recipient.purposes.some((each) => purposes.some((own) => own.id === each))
        );
      });
      const places = row.regions.filter(({ id: region }) =>
        purposes.some((each) => (manifest.purposes[each.id]!.regions as readonly string[]).includes(region)),
      );
      return {
        collection: { id: row.id, label: row.label },
        field: { id, label },
        ...{ sensitive, required, clause },
        purposes: purposes.map((each) => ({
          id: each.id,
          label: each.label,
          basis: manifest.purposes[each.id]!.basis,
        })),
        recipients: parties.map((each) => ({
          ...{ id: each.id, label: each.label, country: manifest.recipients[each.id]!.country },
          role: manifest.recipients[each.id]!.role,
        })),
        regions: places.map((each) => ({ id: each.id, label: each.label })),
        retention: (kept.get(row.id) ?? []).flatMap(({ fields, told: said }) =>
          fields.some((each) => each.id === id) ? [said] : [],
        ),
      };
    }),
  );
}

/** What changed since somebody joined, and what they are asked. */
export async function changesSaid(
  versions: Versions,
  { subjects }: Pick<RightsRegion, 'subjects'>,
  person: string,
  lang: Lang,
): Promise<MyChanges> {
  const [{ standing }, state, rights, records, all] = await Promise.all([
    subjects.subject(person),
    subjects.state(person),
    subjects.rights(person),
    subjects.consents(person),
    versions.list(),
  ]);
  const line = versions.succession();
  const { present } = line;
  const published = all.filter(({ state: how }) => how === 'published');
  const joined = Math.max(0, line.of(standing.joined));
  const last = (matter: string) => records.find(({ consent }) => changeOf(consent) === matter)?.event.state;
  const asked = waitingFor(present, state).map(({ matter, purpose, recipient, fields, clause }) => ({
    ...askedSaid(present, { matter, purpose, fields, clause, ...(recipient && { recipient }) }, lang),
    state: last(matter) === 'refused' || last(matter) === 'withdrawn' ? ('refused' as const) : ('waiting' as const),
  }));
  const agreed = standing.agreed.flatMap(({ matter, version }) => {
    const [purpose = '', recipient] = matter.split('.');
    const own = present.manifest.purposes[purpose];
    if (own === undefined || line.of(version) < 0 || asked.some((each) => each.matter === matter)) return [];
    const { fields } = recipient === undefined ? own : (present.manifest.recipients[recipient] ?? own);
    const mine = fields.filter((field) => own.fields.includes(field));
    const { clause } = own;
    return [
      {
        ...askedSaid(present, { matter, purpose, fields: mine, clause, ...(recipient && { recipient }) }, lang),
        state: 'agreed' as const,
      },
    ];
  });
  const spared = rights.flatMap(({ id, right, version, spared: of }) =>
    of.length === 0
      ? []
      : [
          {
            ...{ matter: rightMatter(id), label: right.label[lang], kept: keptWords(right, of, version, lang) },
            ...{ clause: right.clause, version: version.version, state: 'kept' as const },
          },
        ],
  );
  const given = standing.agreed.flatMap(({ matter }) => {
    const id = matter.startsWith('right:') ? matter.slice('right:'.length) : undefined;
    const right = id === undefined ? undefined : rights.find((each) => each.id === id);
    if (right === undefined || right.spared.length > 0) return [];
    const { label, clause } = right.right;
    return [
      { ...{ matter, label: label[lang], kept: [], clause, version: right.version.version }, state: 'agreed' as const },
    ];
  });
  return {
    ...{ policy: policyVersion(present, lang), joined: policyVersion(line.versions[joined]!, lang) },
    versions: published
      .map((each, i) => ({ each, before: published[i - 1] }))
      .slice(joined + 1)
      .toReversed()
      .map(({ each, before }) => ({
        ...{ policy: policyVersion(each.program, lang), effectiveAt: each.effectiveAt },
        ...told(changesBetween(before!.program, each.program, lang).notice),
      })),
    asked: [...asked, ...agreed],
    rights: [...spared, ...given],
  };
}

function askedSaid(
  program: Program,
  {
    matter,
    purpose,
    recipient,
    fields,
    clause,
  }: { matter: string; purpose: string; recipient?: string; fields: readonly string[]; clause: string },
  lang: Lang,
) {
  const { manifest } = program;
  return {
    ...{ matter, purpose: purposeNamed(program, purpose, lang), clause, basis: manifest.purposes[purpose]!.basis },
    ...(recipient && { recipient: recipientNamed(program, recipient, lang) }),
    fields: fields.map((id) => ({ ...fieldNamed(program, id, lang), sensitive: manifest.fields[id]!.sensitive })),
  };
}
