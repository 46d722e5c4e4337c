import { type Route, routesOf, type SignedIn } from '@kept/kit';
import { countNotices, listNotices, markNotice, readAllNotices, throwNotice } from './api/index.ts';
import { type Inbox, inboxOf } from './inbox.ts';
import type { InboxContext } from './service.ts';

const route = routesOf<InboxContext>();
const MOST = 200;
const at = (context: InboxContext, { region }: SignedIn): Inbox => inboxOf(context.at(region));

export const inboxRoutes: readonly Route<InboxContext>[] = [
  route(listNotices, async ({ person }, context) => {
    const inbox = at(context, person);
    return { status: 200, body: { notices: await inbox.of(person.id, MOST), unread: await inbox.unread(person.id) } };
  }),
  route(countNotices, async ({ person }, context) => ({
    status: 200,
    body: { unread: await at(context, person).unread(person.id) },
  })),
  route(markNotice, async ({ person, params, body: { read } }, context) => {
    await at(context, person).mark(person.id, params.notice, read ? 'read' : 'new');
    return { status: 204 };
  }),
  route(readAllNotices, async ({ person }, context) => {
    await at(context, person).markAll(person.id);
    return { status: 204 };
  }),
  route(throwNotice, async ({ person, params }, context) => {
    await at(context, person).mark(person.id, params.notice, 'gone');
    return { status: 204 };
  }),
];
