/** Systems beside Kept, for the console: asked when somebody looks. */
import { listConnectorRuns, listConnectors } from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import type { RightsContext } from './context.ts';
import { regionNamed, serviceNamed } from './names.ts';

const route = routesOf<RightsContext>();
/** What one answer holds. */
const DRIFT = 500;
const RUNS = 200;
const WAITS = 40;

const whyOf = (code: string | null): 'down' | 'behind' | 'refuses' | 'drifted' | 'other' => {
  switch (code) {
    case 'CONNECTORS_STORE_DOWN':
      return 'down';
    case 'CONNECTORS_BEHIND':
      return 'behind';
    case 'CONNECTORS_STORE_REFUSES':
      return 'refuses';
    case 'CONNECTORS_DRIFTED':
    case 'CONNECTORS_NOT_AS_DECLARED':
      return 'drifted';
    default:
      return 'other';
  }
};

/** Regions with systems beside them. */
const regionsOf = ({ beside, regions, at }: RightsContext) =>
  regions.flatMap((id) => {
    const elsewhere = beside?.at(id);
    return elsewhere ? [{ region: at(id), elsewhere }] : [];
  });

export const connectorRoutes: readonly Route<RightsContext>[] = [
  route(listConnectors, async ({ caller: { lang } }, context) => {
    const all = regionsOf(context).map(async ({ region, elsewhere }) => {
      const [found, last, late] = await Promise.all([
        elsewhere.states(),
        elsewhere.last(),
        elsewhere.late.byConnector(),
      ]);
      const connectors = elsewhere.declared.map(({ id, kind, collections }) => {
        const { state, drift } = found.states.get(id)!;
        const [at, waits] = [last.get(id), late.get(id)];
        return {
          ...{ id, kind, state, drift: drift.slice(0, DRIFT), collections: collections.length },
          label: serviceNamed(context, id, lang).label,
          ...(at !== undefined && { last: at }),
          ...(waits && { late: { people: waits.people, by: waits.dueAt } }),
        };
      });
      const depth = new Map<string, number>();
      const plan = elsewhere.plan.nodes.map(({ collection, identities, edges }) => {
        const after = [...new Set(edges.map(({ from }) => from))];
        depth.set(collection.id, Math.max(0, ...after.map((id) => depth.get(id)! + 1)));
        const rows = found.rows.get(collection.id);
        return {
          ...{ id: collection.id, connector: elsewhere.connectorOf(collection), treatment: collection.erase, after },
          ...{ depth: depth.get(collection.id)!, identities: identities.map(({ field }) => field) },
          ...(typeof rows === 'number' && { rows }),
        };
      });
      return { region: regionNamed(region.program, region.id, lang), connectors, plan };
    });
    return { status: 200, body: { regions: await Promise.all(all) } };
  }),
  route(listConnectorRuns, async ({ caller: { lang } }, context) => {
    const all = await Promise.all(
      regionsOf(context).map(async ({ region, elsewhere }) => {
        const runs = await elsewhere.running(RUNS);
        return runs.map(({ waits, ...run }) => ({
          ...{ ...run, region: regionNamed(region.program, region.id, lang) },
          waits: waits.slice(0, WAITS).map(({ connector, waitsSince, why, tries }) => ({
            ...{ connector: serviceNamed(context, connector, lang).label, since: waitsSince!, tries },
            why: whyOf(why),
          })),
        }));
      }),
    );
    return { status: 200, body: { runs: all.flat().slice(0, RUNS) } };
  }),
];
