import { type Route, routesOf, type SignedIn } from '@kept/kit';
import { addByToken, readNetwork } from './api/index.ts';
import { models } from './models.ts';
import { type Network, networkOf } from './network.ts';
import { type MiotContext, settingsOf } from './service.ts';

const route = routesOf<MiotContext>();

export const miotRoutes: readonly Route<MiotContext>[] = [
  route(readNetwork, async ({ person, params }, context) => {
    const network = at(context, person);
    await network.runtime.members.must(params.id, person.id, 'setup');
    const all = await models();
    const known = all.ids.map((id) => ({ id, name: all.find(id)!.name }));
    const reaches = settingsOf(context.at(person.region).settings).networks.length > 0;
    return { status: 200, body: { reaches, source: all.source, models: known } };
  }),
  route(addByToken, async ({ person, params, body: { space = '', ...given } }, context) => {
    const network = at(context, person);
    await network.runtime.members.must(params.id, person.id, 'setup', space || undefined);
    return { status: 201, body: await network.add({ ...given, home: params.id, person: person.id, space }) };
  }),
];

function at(context: MiotContext, { region }: SignedIn): Network {
  const place = context.at(region);
  return networkOf(place, settingsOf(place.settings));
}
