/** The way of an incident over HTTP. What staff do is recorded before it is done. */
import {
  closeIncident,
  handInIncidentReport,
  listIncidents,
  listMyIncidents,
  listPublicIncidents,
  openIncident,
  readIncident,
  readIncidentReport,
  tellIncident,
  traceIncident,
  writeIncident,
} from '@kept/api';
import type { Sought } from '@kept/gate';
import { type Route, routesOf, uuidv7 } from '@kept/kit';
import type { IncidentsContext } from './context.ts';
import { AuthorityUnknown, BadTime, IncidentUnknown, NotNow, StillOpen } from './errors.ts';
import type { Parts } from './incident.ts';
import { complete, reportOf } from './told.ts';
import { announcedOf, detailed, mineOf, programOf, shown, type Whole, wholeOf } from './view.ts';
import { BEFORE_TRACE } from './work.ts';

const route = routesOf<IncidentsContext>();

/** Throws INCIDENTS_UNKNOWN. */
async function found(context: IncidentsContext, id: string): Promise<Whole> {
  const incident = await context.store.byId(id);
  if (!incident) throw new IncidentUnknown();
  return wholeOf(context, incident);
}

const answered = async (context: IncidentsContext, id: string, lang: Parameters<typeof detailed>[2]) =>
  detailed(context, await found(context, id), lang);

const clockOf = ({ clocks }: Whole, authority: string) => {
  const clock = clocks.find((each) => each.authority === authority);
  if (!clock) throw new AuthorityUnknown();
  return clock;
};

const nowOf = ({ regions }: IncidentsContext) => [...regions.values()][0]!.clock.now();

/** What staff do about an incident, what those read whom it reached, and what everybody does. */
export const incidentRoutes: readonly Route<IncidentsContext>[] = [
  route(listIncidents, async ({ caller: { lang } }, context) => {
    const all = await Promise.all((await context.store.all()).map((each) => wholeOf(context, each)));
    return { status: 200, body: { incidents: all.map((each) => shown(context, each, lang)) } };
  }),
  route(openIncident, async ({ body, operator, caller: { lang } }, context) => {
    const now = nowOf(context);
    const { drill, critical, noticedAt = now, sought } = body;
    if (noticedAt > now || sought.from >= sought.to) throw new BadTime();
    const id = uuidv7();
    await context.store.add(id, operator.id, { drill, critical, noticedAt, sought: sought as Sought });
    return { status: 201, body: await answered(context, id, lang) };
  }),
  route(readIncident, async ({ params, caller: { lang } }, context) => ({
    status: 200,
    body: await answered(context, params.id, lang),
  })),
  route(traceIncident, async ({ params, caller: { lang } }, context) => {
    const { incident } = await found(context, params.id);
    if (!BEFORE_TRACE.some((each) => each === incident.state))
      throw new NotNow('it can be traced until people are told');
    await context.work.trace(params.id);
    await context.store.move(params.id, BEFORE_TRACE, 'tracing');
    return { status: 202, body: await answered(context, params.id, lang) };
  }),
  route(writeIncident, async ({ params, body, caller: { lang } }, context) => {
    await found(context, params.id);
    if (!(await context.store.write(params.id, body.parts as Parts)))
      throw new NotNow('people have been told what it said');
    return { status: 200, body: await answered(context, params.id, lang) };
  }),
  route(tellIncident, async ({ params, body, caller: { lang } }, context) => {
    const whole = await found(context, params.id);
    complete(programOf(context), whole.incident.parts);
    if (shown(context, whole, lang).people !== body.people) throw new NotNow('look again: whom it reached has changed');
    if (whole.incident.state !== 'traced') throw new NotNow('first it has to be known whom it reached');
    await context.work.tell(params.id);
    await context.store.move(params.id, ['traced'], 'telling');
    return { status: 202, body: await answered(context, params.id, lang) };
  }),
  route(readIncidentReport, async ({ params, caller: { lang } }, context) => {
    const whole = await found(context, params.id);
    const clock = clockOf(whole, params.authority);
    return { status: 200, body: { text: reportOf({ ...whole, clock, program: programOf(context) }, lang) } };
  }),
  route(handInIncidentReport, async ({ params, body, operator, caller: { lang } }, context) => {
    const whole = await found(context, params.id);
    const now = nowOf(context);
    const { at = now, reference } = body;
    if (at > now || at < whole.incident.noticedAt) throw new BadTime();
    const { authority } = clockOf(whole, params.authority);
    await context.store.handedIn(params.id, { authority, at, by: operator.id, reference });
    return { status: 200, body: await answered(context, params.id, lang) };
  }),
  route(closeIncident, async ({ params, body, operator, caller: { lang } }, context) => {
    const whole = await found(context, params.id);
    const { as, lessons } = body;
    if (as === 'closed') refuseOpen(whole);
    // What people were told of cannot have been nothing.
    const from = as === 'closed' ? (['told'] as const) : (['suspected', 'traced'] as const);
    if (!(await context.store.end(params.id, from, as, operator.id, lessons)))
      throw new NotNow(as === 'closed' ? 'first people have to be told' : 'people are being told, or were');
    return { status: 200, body: await answered(context, params.id, lang) };
  }),
  route(listMyIncidents, async ({ person, caller: { lang } }, context) => {
    const own = await context.reached(person.region).of(person.id);
    const incidents = await Promise.all(own.map(({ incident }) => context.store.byId(incident)));
    const program = programOf(context);
    return {
      status: 200,
      body: { incidents: own.flatMap((each, i) => (incidents[i] ? [mineOf(program, incidents[i], each, lang)] : [])) },
    };
  }),
  route(listPublicIncidents, async ({ caller: { lang } }, context) => {
    const announced = (await context.store.all()).filter((each) => each.announced && !each.drill);
    const program = programOf(context);
    return { status: 200, body: { incidents: announced.map((each) => announcedOf(program, each, lang)) } };
  }),
];

/** Throws INCIDENTS_STILL_OPEN while an authority waits; a drill has none that does. */
function refuseOpen({ incident, clocks }: Whole): void {
  const waiting = clocks.filter(({ reach, handedIn }) => reach === 'yes' && !handedIn);
  if (waiting.length > 0 && !incident.drill)
    throw new StillOpen(
      `note first that these have their reports: ${waiting.map(({ authority }) => authority).join(', ')}`,
    );
}
