/** Straight from one controller to another: sent on by us, or taken in by us. */
import {
  downloadArrival,
  dropArrival,
  listReceivers,
  openArrival,
  readArrival,
  sendArrival,
  sendPackageOn,
} from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import type { RightsContext } from '../context.ts';
import { sendOn } from './sending.ts';

const route = routesOf<RightsContext>();

export const arrivalRoutes: readonly Route<RightsContext>[] = [
  route(openArrival, async ({ person }, { packages }) => {
    const { token, expiresAt } = await packages.arrivals.open(person.id);
    return { status: 201, body: { path: `/api/arrivals/${token}`, expiresAt } };
  }),
  route(sendArrival, async ({ params, query, bytes }, { packages }) => ({
    status: 200,
    body: await packages.arrivals.add(params.token, query.offset, bytes, query.end === '1'),
  })),
  route(readArrival, async ({ person, params }, { packages }) => {
    const { bytes, whole } = packages.arrivals.read(person.id, params.token);
    return { status: 200, body: { bytes, whole } };
  }),
  route(downloadArrival, async ({ person, params }, { packages }) => ({
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="package.age"',
    },
    stream: packages.arrivals.content(person.id, params.token),
  })),
  route(dropArrival, async ({ person, params }, { packages }) => {
    await packages.arrivals.drop(person.id, params.token);
    return { status: 204 };
  }),
  route(listReceivers, async (_, { outward }) => ({
    status: 200,
    body: { receivers: [...(outward?.parties.receivers.values() ?? [])].map(({ id, label }) => ({ id, label })) },
  })),
  route(sendPackageOn, async ({ person, body, caller }, context) => ({
    status: 201,
    body: await sendOn(context, context.at(person.region), person.id, body.to, body.lang ?? caller.lang),
  })),
];
