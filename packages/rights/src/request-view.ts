/** Requests and rights as a person sees them. */
import type { AvailableRight as Available, RequestPreview, RightId, RightRequest } from '@kept/api';
import type { Lang, Period, Right } from '@kept/policy';
import type { z } from 'zod';
import type { Named, RightsContext, RightsRegion } from './context.ts';
import { heldItems } from './held.ts';
import { collectionNamed, counted, fieldNamed, serviceNamed } from './names.ts';
import { type KeptRequest, STEPS } from './requests.ts';
import { say, WORDS } from './words.ts';

const DAY_MS = 86_400_000;

/** `R-2026-1124-0042`: day and the last digits of the id, for reading out. */
export function requestNumber({ id, madeAt }: KeptRequest): string {
  const day = new Date(madeAt).toISOString();
  return `R-${day.slice(0, 4)}-${day.slice(5, 7)}${day.slice(8, 10)}-${(Number.parseInt(id.slice(-6), 16) % 10_000).toString().padStart(4, '0')}`;
}

export const periodLabel = ({ count, unit }: Period, lang: Lang): string =>
  count === 0 ? say(WORDS.atOnce, lang) : counted(count, say(WORDS.periods[unit], lang), lang);

export function requestView(
  context: RightsContext,
  region: RightsRegion,
  request: KeptRequest,
  lang: Lang,
): RightRequest {
  const right = rightOf(region, 'closure');
  const clause = right?.clause ?? region.program.manifest.otherwise;
  const now = region.clock.now();
  const late = request.state === 'running' && now > request.dueAt;
  const firstOpen = STEPS.find((step) => request.steps[step] === undefined);
  return {
    ...{ id: request.id, number: requestNumber(request), clause, madeAt: request.madeAt, certificate: request.code },
    right: { id: 'closure', label: right?.label[lang] ?? '' },
    title: say(WORDS.closureWord, lang),
    state: request.state,
    due: {
      at: request.dueAt,
      label: new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(request.dueAt),
      standing: late ? 'broken' : request.state === 'running' && request.dueAt - now < 3 * DAY_MS ? 'due' : 'kept',
    },
    ...(request.doneAt !== null && { doneAt: request.doneAt }),
    ...(request.unreadableAt !== null && { unreadableAt: request.unreadableAt }),
    steps: [
      { id: 'received', label: say(WORDS.steps.received, lang), state: 'done', at: request.madeAt },
      ...STEPS.map((step) => {
        const at = request.steps[step];
        const state = at !== undefined ? 'done' : step === firstOpen ? 'running' : 'waiting';
        return { id: step, label: say(WORDS.steps[step], lang), state, ...(at !== undefined && { at }) } as const;
      }),
    ],
    goes: removedByCollection(context, region, request, lang),
    stays: staysOf(clause, lang),
    cancellable: false,
  };
}

/** Rows that went, by the collection row of the policy under which they had come. */
export function removedByCollection(
  context: Named,
  { holdings, program }: RightsRegion,
  { removed }: KeptRequest,
  lang: Lang,
): { label: string; service: string; count: number }[] {
  const sums = new Map<string, { label: string; service: string; count: number }>();
  for (const { service, resource, rows } of removed) {
    const holding = holdings.find((each) => each.service === service && each.resource === resource);
    const label = holding ? collectionNamed(program, holding.collection, lang).label : resource;
    const sum = sums.get(`${service}.${label}`)?.count ?? 0;
    sums.set(`${service}.${label}`, { label, service: serviceNamed(context, service, lang).label, count: sum + rows });
  }
  return [...sums.values()];
}

const staysOf = (clause: string, lang: Lang): RightRequest['stays'] =>
  (['ledger', 'suppression'] as const).map((what) => ({
    label: say(WORDS.remains[what], lang),
    reason: say(WORDS.stays[what], lang),
    clause,
  }));

/** What would go and stay if the account were closed now. */
export async function closurePreview(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  lang: Lang,
): Promise<RequestPreview> {
  const right = rightOf(region, 'closure');
  const clause = right?.clause ?? region.program.manifest.otherwise;
  const held = await heldItems(region, owner);
  const collections = new Map<string, { service: string; fields: Set<string>; count: number }>();
  for (const { item } of held) {
    const seen = collections.get(item.collection) ?? { service: item.service, fields: new Set(), count: 0 };
    seen.fields.add(item.field);
    collections.set(item.collection, { ...seen, count: seen.count + 1 });
  }
  const obstacles = await Promise.all(
    context.services.map(({ declaration }) => declaration.obstacles?.(region, owner) ?? Promise.resolve([])),
  );
  return {
    right: { id: 'closure', label: right?.label[lang] ?? '' },
    goes: [...collections].map(([id, { service, fields, count }]) => ({
      label: collectionNamed(region.program, id, lang).label,
      service: serviceNamed(context, service, lang).label,
      count,
      note: [...fields].map((field) => fieldNamed(region.program, field, lang).label).join(lang === 'en' ? ', ' : '、'),
    })),
    stays: staysOf(clause, lang),
    choices: [],
    deadline: right ? periodLabel(right.deadline, lang) : '',
    clause,
    blocked: obstacles.flat().map(({ reason, clause: because }) => ({ reason: reason[lang], clause: because })),
    confirm: say(WORDS.closureWord, lang),
  };
}

const rightOf = ({ program }: RightsRegion, id: string): Right | undefined =>
  program.manifest.rights[id] ?? Object.values(program.manifest.rights).find(({ kind }) => kind === id);

type AvailableRight = z.infer<typeof Available>;

/** Where each kind of right is exercised: by a request, at once on a page of the app, or through the contacts. */
const PAGES: Partial<Record<Right['kind'], { id: RightId; page?: AvailableRight['page'] }>> = {
  access: { id: 'access', page: 'my-data' },
  copy: { id: 'copy', page: 'my-data' },
  rectification: { id: 'rectification', page: 'my-data' },
  withdrawal: { id: 'withdrawal', page: 'choices' },
  closure: { id: 'closure' },
  erasure: { id: 'erasure', page: 'my-data' },
  explanation: { id: 'explanation', page: 'activity' },
  restriction: { id: 'restriction' },
  objection: { id: 'objection' },
  portability: { id: 'portability', page: 'my-data' },
  deceased: { id: 'relatives' },
};

export function availableRights(region: RightsRegion, lang: Lang): AvailableRight[] {
  const { manifest } = region.program;
  const contact = manifest.controller.contacts.find(({ channel }) => channel === 'email')?.value;
  return Object.values(manifest.rights).flatMap((right) => {
    const place = PAGES[right.kind];
    if (!place) return [];
    return [
      {
        ...{
          id: place.id,
          label: right.label[lang],
          clause: right.clause,
          deadline: periodLabel(right.deadline, lang),
        },
        how: manifest.clauses[right.clause]?.sentence[lang] ?? right.label[lang],
        ...(right.fee && { fee: right.fee[lang] }),
        ...(place.page && { page: place.page }),
        ...(!place.page && place.id !== 'closure' && contact && { contact }),
      },
    ];
  });
}
