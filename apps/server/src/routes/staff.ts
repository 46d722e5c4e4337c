/** Accounts of staff: who works the console, and how they come in. */
import {
  enrol,
  inviteStaff,
  listStaff,
  openOperatorSession,
  readActs,
  reinviteStaff,
  removeStaff,
  signInStaff,
  startEnrolment,
} from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { Begun, OnDuty } from '@kept/staff';
import type { House } from '../house.ts';
import type { Operators } from '../operator.ts';

const route = routesOf<House>();

const ROLES = {
  owner: { 'zh-Hans': '所有者', 'zh-Hant': '擁有者', en: 'Owner' },
  officer: { 'zh-Hans': '隐私官', 'zh-Hant': '隱私官', en: 'Privacy officer' },
  agent: { 'zh-Hans': '经办人', 'zh-Hant': '經辦人', en: 'Agent' },
  auditor: { 'zh-Hans': '审计员', 'zh-Hant': '稽核員', en: 'Auditor' },
} as const;

/** A session of staff as the API tells of it. */
export const operatorSession = ({ id, role, state, until }: OnDuty, lang: Lang) => ({
  role: 'operator' as const,
  operator: { name: ROLES[role][lang], id, role, enrolled: state === 'active' },
  expiresAt: until,
});

const come = (operators: Operators, begun: Begun, lang: Lang) => ({
  status: 200 as const,
  body: operatorSession(begun.member, lang),
  cookies: [operators.cookieOf(begun)],
});

export const staffRoutes: readonly Route<House>[] = [
  route(openOperatorSession, async ({ body, caller }, { operators }) => {
    operators.trying(caller.address);
    return come(operators, await operators.staff.byLink(body.token), caller.lang);
  }),
  route(signInStaff, async ({ body, caller }, { operators }) => {
    operators.trying(caller.address);
    return come(operators, await operators.staff.byPassword(body.login, body.password, body.code), caller.lang);
  }),
  route(listStaff, async ({ operator }, { operators }) => ({
    status: 200,
    body: { staff: (await operators.staff.list()).map((each) => ({ ...each, mine: each.id === operator.id })) },
  })),
  route(readActs, async ({ params }, { operators }) => ({
    status: 200,
    body: { acts: await operators.staff.acts(params.id) },
  })),
  route(inviteStaff, async ({ body, operator }, { operators }) => {
    const { member, link } = await operators.staff.invite(operator.id, body.name, body.role);
    return { status: 201, body: { member: { ...member, mine: false }, path: pathOf(link) } };
  }),
  route(reinviteStaff, async ({ params, operator }, { operators }) => ({
    status: 201,
    body: { path: pathOf(await operators.staff.invites(operator.id, params.id)) },
  })),
  route(removeStaff, async ({ params, operator }, { operators }) => {
    await operators.staff.remove(operator.id, params.id);
    return { status: 204 };
  }),
  route(startEnrolment, async ({ operator }, { operators }) => ({
    status: 201,
    body: await operators.staff.propose(operator.id),
  })),
  route(enrol, async ({ body, operator }, { operators }) => {
    const member = await operators.staff.enrol(operator.id, body.login, body.password, body.code);
    return { status: 200, body: { ...member, mine: true } };
  }),
];

const pathOf = (token: string): string => `/console?token=${token}`;
