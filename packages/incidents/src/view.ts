/** An incident as the console, those whom it reached, and everybody see it. */
import type { IncidentDetail, MyIncident, PublicIncident, Incident as Shown } from '@kept/api';
import type { Lang, Program } from '@kept/policy';
import { authorityClocks, peopleDueAt, promiseOf } from './clocks.ts';
import type { IncidentsContext } from './context.ts';
import type { Incident, TracedRegion } from './incident.ts';
import type { OwnIncident, ToldCounts } from './reached.ts';
import { draftsOf, fieldsOf, fieldsSaid, partsSaid } from './told.ts';
import { WORDS } from './words.ts';

/** An incident with all that is kept of it. */
export interface Whole {
  readonly incident: Incident;
  readonly traced: readonly TracedRegion[];
  readonly told: ToldCounts;
  readonly clocks: ReturnType<typeof authorityClocks>;
}

export const programOf = ({ regions }: IncidentsContext): Program => [...regions.values()][0]!.program;

export async function wholeOf(context: IncidentsContext, incident: Incident): Promise<Whole> {
  const { store, regions, reached } = context;
  const [traced, reports, counts] = await Promise.all([
    store.traced(incident.id),
    store.reports(incident.id),
    Promise.all([...regions.keys()].map((id) => reached(id).counts(incident.id))),
  ]);
  const { manifest } = programOf(context);
  const clocks = authorityClocks(manifest, incident, jurisdictionsOf(regions.size, incident, traced), reports);
  return { incident, traced, told: counts.reduce(plus), clocks };
}

/** Undefined until every region was gone through: one of them may hold anybody. */
function jurisdictionsOf(regions: number, { tracedAt }: Incident, traced: readonly TracedRegion[]) {
  if (tracedAt === undefined || traced.length < regions) return undefined;
  const sums: Record<string, number> = {};
  for (const { jurisdictions = {} } of traced)
    for (const [id, people] of Object.entries(jurisdictions)) sums[id] = (sums[id] ?? 0) + people;
  return sums;
}

function plus(a: ToldCounts, b: ToldCounts): ToldCounts {
  const byChannel = { ...a.byChannel };
  for (const [channel, n] of Object.entries(b.byChannel)) byChannel[channel] = (byChannel[channel] ?? 0) + n;
  return { people: a.people + b.people, told: a.told + b.told, byChannel, unreached: a.unreached + b.unreached };
}

export function shown(context: IncidentsContext, { incident, traced, told, clocks }: Whole, lang: Lang): Shown {
  const { manifest } = programOf(context);
  const { id, state, drill, critical, noticedAt, openedAt, endedAt = null, sought, announced } = incident;
  return {
    ...{ id, state, drill, critical, noticedAt, openedAt, endedAt, sought: sought as Shown['sought'], announced },
    // Whoever was erased since is not among those to tell.
    people: incident.tracedAt === undefined ? null : traced.reduce((sum, { people = 0 }) => sum + people, 0),
    ...{ told: told.told, toldAt: incident.toldAt ?? null },
    peopleDueAt: peopleDueAt(manifest, incident),
    clause: promiseOf(manifest).clause,
    clocks: clocks.map(({ authority, law, dueAt, reach, handedIn }) => ({
      ...{ authority: { id: authority, label: WORDS[lang].authorities[authority]! }, law, dueAt, reach },
      handedIn: handedIn ? { at: handedIn.at, reference: handedIn.reference } : null,
    })),
  };
}

export function detailed(context: IncidentsContext, whole: Whole, lang: Lang): IncidentDetail {
  const program = programOf(context);
  const { manifest } = program;
  const { incident, traced, told } = whole;
  const fields = fieldsOf(traced);
  const labels = fieldsSaid(program, fields, lang);
  const sums = jurisdictionsOf(0, { ...incident, tracedAt: 0 }, traced) ?? {};
  return {
    ...shown(context, whole, lang),
    regions: [...context.regions.keys()].map((id) => {
      const found = traced.find(({ region }) => region === id);
      const { looked = 0, of = 0, people = null, decisions = null, unreadable = null } = found ?? {};
      return {
        region: { id, label: manifest.regions[id]?.label[lang] ?? id },
        ...{ looked, of, people, decisions, unreadable },
      };
    }),
    fields: fields.map((id, i) => ({ id, label: labels[i]! })),
    jurisdictions: Object.entries(sums).map(([id, people]) => ({
      jurisdiction: { id, label: manifest.jurisdictions[id]?.label[lang] ?? id },
      people,
    })),
    byChannel: Object.entries(told.byChannel).map(([channel, people]) => ({ channel, people })),
    unreached: told.unreached,
    promised: promiseOf(manifest).parts.map((part) => ({ part, title: WORDS[lang].parts[part] })),
    parts: incident.parts as IncidentDetail['parts'],
    drafts: draftsOf(program, incident, traced) as IncidentDetail['drafts'],
    lessons: incident.lessons ?? null,
  };
}

/** Without a number: how many it reached is no business of who reads it. */
export function announcedOf(program: Program, incident: Incident, lang: Lang): PublicIncident {
  const { controller } = program.manifest;
  return {
    id: incident.id,
    at: incident.tellingAt ?? incident.noticedAt,
    title: WORDS[lang].subject(controller.brand ?? controller.name),
    clause: promiseOf(program.manifest).clause,
    parts: partsSaid(program, incident.parts, lang),
  };
}

export function mineOf(program: Program, incident: Incident, own: OwnIncident, lang: Lang): MyIncident {
  const labels = fieldsSaid(program, own.fields, lang);
  return {
    ...announcedOf(program, incident, lang),
    at: own.toldAt ?? incident.noticedAt,
    fields: own.fields.map((id, i) => ({ id, label: labels[i]! })),
    ...{ uses: own.entries, first: own.first, last: own.last },
  };
}
