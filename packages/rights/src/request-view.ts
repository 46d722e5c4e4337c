/** Requests as a person sees them. */
import type { BehalfWants, RightRequest } from '@kept/api';
import type { Lang, Period, Text } from '@kept/policy';
import { isAnswered } from './answer/answer.ts';
import { refusalOf } from './answers.ts';
import type { Named, RightsContext, RightsRegion } from './context.ts';
import { waitsFor } from './deciding.ts';
import { isInForce } from './executing.ts';
import { feeView } from './fee-view.ts';
import { clauseOf, rightOf } from './granted.ts';
import type { InSystem, KeptRequest } from './kept-request.ts';
import { idOf, isRequested, type StepId, stepsOf } from './kinds.ts';
import { collectionNamed, counted, fieldNamed, purposeNamed, recipientNamed, serviceNamed } from './names.ts';
import { wantsDocuments } from './proof/documents.ts';
import { reasonOf } from './reasons.ts';
import { say, WORDS } from './words.ts';
import { youngTitle, youngView } from './young/young-view.ts';

const DAY_MS = 86_400_000;

/** `R-2026-1124-0042`: day and the last digits of the id, for reading out. */
export function requestNumber({ id, madeAt }: Pick<KeptRequest, 'id' | 'madeAt'>): string {
  const day = new Date(madeAt).toISOString();
  return `R-${day.slice(0, 4)}-${day.slice(5, 7)}${day.slice(8, 10)}-${(Number.parseInt(id.slice(-6), 16) % 10_000).toString().padStart(4, '0')}`;
}

export const periodLabel = ({ count, unit }: Period, lang: Lang): string =>
  count === 0 ? say(WORDS.atOnce, lang) : counted(count, say(WORDS.periods[unit], lang), lang);

export const dueStanding = ({ state, dueAt }: KeptRequest, now: number): 'kept' | 'due' | 'broken' => {
  if (state !== 'running') return 'kept';
  return now > dueAt ? 'broken' : dueAt - now < 3 * DAY_MS ? 'due' : 'kept';
};

export function requestView(
  context: RightsContext,
  region: RightsRegion,
  request: KeptRequest,
  lang: Lang,
): RightRequest {
  const { kind } = request;
  const clause = clauseOf(region, request);
  const refusal = refusalOf(region, request, lang);
  const reason = reasonOf(region, request, lang);
  const closing = kind === 'closure';
  const young = youngView(region, request, lang);
  return {
    ...{ id: request.id, number: requestNumber(request), clause, madeAt: request.madeAt, certificate: request.code },
    right: { id: isRequested(kind) ? idOf(kind) : 'closure', label: rightOf(region, request)?.label[lang] ?? '' },
    ...(young && { young }),
    title: titleOf(region, request, lang),
    state: request.state,
    due: {
      at: request.dueAt,
      ...(request.wasAt !== null && { was: request.wasAt }),
      label: new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: request.dueZone }).format(request.dueAt),
      standing: dueStanding(request, region.clock.now()),
    },
    ...(request.doneAt !== null && { doneAt: request.doneAt }),
    ...(request.unreadableAt !== null && { unreadableAt: request.unreadableAt }),
    steps: [...stepsView(request, lang), ...elsewhereView(context, request, lang), ...toldView(region, request, lang)],
    goes: removedByCollection(context, region, request, lang),
    stays: closing ? staysOf(clause, lang) : [],
    ...(reason && { reason }),
    ...(refusal && { refusal }),
    ...(isAnswered(request) && { answered: true }),
    ...(request.fee && { fee: feeView(region, request, lang) }),
    ...(isInForce(request) && { liftable: true }),
    ...(request.liftedAt !== null && { liftedAt: request.liftedAt }),
    cancellable: request.state === 'running' && !closing && !young && request.decision === null,
  };
}

function stepsView(request: KeptRequest, lang: Lang): RightRequest['steps'] {
  const steps = stepsOf(request.kind).filter((step) => step !== 'executed' || request.decision?.outcome !== 'refused');
  const firstOpen = steps.find((step) => request.steps[step] === undefined);
  const words = WORDS.steps as Readonly<Record<StepId, (typeof WORDS.steps)['received']>>;
  const { received, receivedUnproven, receivedForAnother } = WORDS.steps;
  const waits = waitsFor(request) ?? (request.about.young?.consent !== undefined ? 'guardian' : null);
  const first = {
    id: 'received',
    label: say(
      !wantsDocuments(request)
        ? received
        : request.about.behalf || request.kind === 'deceased'
          ? receivedForAnother
          : receivedUnproven,
      lang,
    ),
    state: 'done' as const,
    at: request.madeAt,
  };
  return [
    // Nobody asked for it.
    ...(request.about.young ? [] : [first]),
    ...steps.map((step) => {
      const at = request.steps[step];
      const open = request.state === 'cancelled' ? 'stopped' : step === firstOpen ? 'running' : 'waiting';
      const note = step === 'decided' && waits ? { note: say(WORDS.waits[waits], lang) } : {};
      const state = at !== undefined ? ('done' as const) : (open as 'stopped' | 'running' | 'waiting');
      return { id: step, label: say(words[step], lang), state, ...note, ...(at !== undefined && { at }) };
    }),
  ];
}

/** Systems beside Kept: one that is down holds none of the others. */
function elsewhereView(context: Named, { elsewhere }: KeptRequest, lang: Lang): RightRequest['steps'] {
  if (elsewhere.length === 0) return [];
  const { elsewhere: words } = WORDS;
  const open = elsewhere.some(({ doneAt }) => doneAt === null);
  const saying = ({ doneAt, why }: InSystem): string => {
    if (doneAt !== null) return say(words.done, lang);
    if (why === 'CONNECTORS_STORE_DOWN') return say(words.down, lang);
    return say(why === 'CONNECTORS_BEHIND' ? words.behind : words.looked, lang);
  };
  return [
    {
      id: 'elsewhere',
      label: say(words.step, lang),
      state: open ? ('running' as const) : ('done' as const),
      ...(!open && { at: Math.max(...elsewhere.map(({ doneAt }) => doneAt ?? 0)) }),
      confirmations: elsewhere.slice(0, 60).map((each) => ({
        label: `${serviceNamed(context, each.connector, lang).label} · ${saying(each)}`,
        confirmed: each.doneAt !== null,
        ...(each.doneAt !== null && { at: each.doneAt }),
      })),
    },
  ];
}

/** Who else is told of it. They answer in their own time: nobody's certificate waits for them. */
function toldView({ program }: RightsRegion, { told }: KeptRequest, lang: Lang): RightRequest['steps'] {
  if (told.length === 0) return [];
  const open = told.some(({ state }) => state === 'noted' || state === 'told');
  const at = Math.max(...told.map(({ answeredAt }) => answeredAt ?? 0));
  return [
    {
      id: 'told',
      label: say(WORDS.told.step, lang),
      state: open ? ('running' as const) : ('done' as const),
      ...(!open && { at }),
      confirmations: told.slice(0, 60).map(({ recipient, way, state, answeredAt }) => ({
        label: `${recipientNamed(program, recipient, lang).label} · ${say(WORDS.told[state === 'noted' ? way : state], lang)}`,
        confirmed: state === 'answered',
        ...(answeredAt !== null && { at: answeredAt }),
      })),
    },
  ];
}

/** What it is about: the right, and what was named. */
export function titleOf(region: RightsRegion, request: KeptRequest, lang: Lang): string {
  const { kind, about } = request;
  const { behalf, young } = about;
  if (young) return youngTitle(young, lang);
  const label = kind === 'closure' ? say(WORDS.closureWord, lang) : (rightOf(region, request)?.label[lang] ?? kind);
  const named = [
    ...(about.purposes ?? []).map((id) => purposeNamed(region.program, id, lang).label),
    ...(about.collections ?? []).map((id) => collectionNamed(region.program, id, lang).label),
    ...(about.fields ?? []).map((id) => fieldNamed(region.program, id, lang).label),
  ];
  const others: Partial<Record<BehalfWants, Text>> | undefined = behalf && WORDS.behalf[behalf.as];
  if (behalf && others?.[behalf.wants]) named.push(say(others[behalf.wants]!, lang));
  if (named.length === 0) return label;
  const more = named.length > 2 ? (lang === 'en' ? ` +${named.length - 2}` : `等${named.length}项`) : '';
  const list = named.slice(0, 2).join(lang === 'en' ? ', ' : '、');
  return `${label}${lang === 'en' ? ': ' : '：'}${list}${lang === 'zh-Hant' ? more.replace('项', '項') : more}`;
}

/** Rows that went, by the collection row of the policy under which they had come. */
export function removedByCollection(
  context: Named,
  { holdings, program }: RightsRegion,
  { removed }: KeptRequest,
  lang: Lang,
): { label: string; service: string; count: number }[] {
  const sums = new Map<string, { label: string; service: string; count: number }>();
  for (const { service, resource, rows, masked } of removed) {
    const holding = holdings.find((each) => each.service === service && each.resource === resource);
    const name = holding ? collectionNamed(program, holding.collection, lang).label : resource;
    const label = masked ? `${name} · ${say(WORDS.elsewhere.masked, lang)}` : name;
    const sum = sums.get(`${service}.${label}`)?.count ?? 0;
    sums.set(`${service}.${label}`, { label, service: serviceNamed(context, service, lang).label, count: sum + rows });
  }
  return [...sums.values()];
}

export const staysOf = (clause: string, lang: Lang): RightRequest['stays'] =>
  (['ledger', 'suppression'] as const).map((what) => ({
    label: say(WORDS.remains[what], lang),
    reason: say(WORDS.stays[what], lang),
    clause,
  }));
