import { NothingHeld, type Route, routesOf } from '@kept/kit';
import { addLink, endLink, listLinks } from './api/index.ts';
import { linksOf } from './links.ts';
import type { HomeAssistantContext } from './service.ts';

const route = routesOf<HomeAssistantContext>();
const at = (context: HomeAssistantContext, region: string) => linksOf(context.at(region));

export const homeAssistantRoutes: readonly Route<HomeAssistantContext>[] = [
  route(listLinks, async ({ person, params }, context) => {
    const links = at(context, person.region);
    if (!(await links.runtime.members.find(params.id, person.id))) throw new NothingHeld();
    const own = await links.of(params.id, person.id);
    return { status: 200, body: { links: own.slice(0, 50).map(({ device, since }) => ({ device, since })) } };
  }),
  route(addLink, async ({ person, params }, context) => {
    const links = at(context, person.region);
    const { runtime } = links;
    // A credential is fitted as any other; what it shows is another matter, and is asked for when it comes.
    await runtime.members.must(params.id, person.id, 'setup');
    const { device, secret } = await runtime.admit(params.id, person.id, 'Home Assistant', '');
    await links.add(params.id, person.id, device);
    return { status: 201, body: { device, secret, port: runtime.port, mount: `${params.id}/${device}` } };
  }),
  route(endLink, async ({ person, params }, context) => {
    const links = at(context, person.region);
    const { runtime } = links;
    if (!(await runtime.members.find(params.id, person.id))) throw new NothingHeld();
    const link = (await links.of(params.id, person.id)).find(({ device }) => device === params.device);
    if (!link) throw new NothingHeld();
    await links.end(person.id, link);
    await runtime.dismiss(params.id, params.device);
    return { status: 204 };
  }),
];
