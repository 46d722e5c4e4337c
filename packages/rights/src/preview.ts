/** What would happen if a right were exercised now, and which rights there are for somebody. */
import type { AvailableRight, RequestPreview } from '@kept/api';
import type { KeptRight, Lang, Right, RightKind } from '@kept/policy';
import type { RightsContext, RightsRegion } from './context.ts';
import { keptGrant } from './deadline.ts';
import { NotGranted, NotHere } from './errors.ts';
import { erasable, stoppable } from './executing.ts';
import { grantTo } from './granted.ts';
import { type Held, heldItems } from './held.ts';
import { idOf, isRequested, KINDS, ofGuardians, type Requested } from './kinds.ts';
import { collectionNamed, fieldNamed, purposeNamed, serviceNamed } from './names.ts';
import { byPolicy } from './reasons.ts';
import { periodLabel, staysOf } from './request-view.ts';
import { say, WORDS } from './words.ts';

/** The right as it is granted to this person. Throws RIGHTS_NOT_GRANTED, with its clause, RIGHTS_NOT_HERE where no request exercises it. */
export async function grantFor(
  region: RightsRegion,
  owner: string,
  kind: RightKind,
  guardian = false,
): Promise<{ kind: Requested; id: string; right: Right; jurisdiction: string }> {
  const grant = await grantTo(region, owner, kind, guardian);
  if (!grant) throw new NotGranted(region.program.manifest.otherwise);
  if (!isRequested(kind) || (!guardian && ofGuardians(kind))) throw new NotHere();
  return { kind, ...grant };
}

export async function previewOf(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  wanted: RightKind,
  lang: Lang,
): Promise<RequestPreview> {
  const { kind, right } = await grantFor(region, owner, wanted);
  // Asked by the form for everybody, which names whose relative it is.
  if (kind === 'deceased') throw new NotHere();
  const base = {
    right: { id: idOf(kind), label: right.label[lang] },
    ...{ goes: [], stays: [], choices: [], blocked: [], clause: right.clause },
    deadline: periodLabel(right.deadline, lang),
    ...(right.grounds && { grounds: groundsFor(right, right.grounds, lang) }),
  };
  if (kind === 'closure') return { ...base, ...(await closing(context, region, owner, right, lang)) };
  if (kind === 'erasure') return { ...base, ...(await erasing(context, region, owner, lang)) };
  if (kind === 'content-removal') {
    const goes = byCollection(context, region, await shown(region, owner), lang);
    return { ...base, goes, confirm: say(WORDS.erasureWord, lang) };
  }
  if (KINDS[kind].about === 'purposes') return { ...base, choices: purposesToStop(context, region, lang) };
  return base;
}

/** What others see of them. */
const shown = async (region: RightsRegion, owner: string): Promise<Held[]> =>
  (await heldItems(region, owner)).filter(({ holding }) => holding.takeDown !== undefined);

const groundsFor = (
  { clause }: Right,
  grounds: NonNullable<Right['grounds']>,
  lang: Lang,
): NonNullable<RequestPreview['grounds']> =>
  Object.entries(grounds).map(([id, ground]) => ({
    ...{ id, label: ground.label[lang], clause: ground.clause ?? clause },
    byPolicy: byPolicy(ground),
  }));

async function closing(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  right: Right,
  lang: Lang,
): Promise<Pick<RequestPreview, 'goes' | 'stays' | 'blocked' | 'confirm'>> {
  const obstacles = await Promise.all(
    context.services.map(({ declaration }) => declaration.obstacles?.(region, owner) ?? Promise.resolve([])),
  );
  return {
    goes: byCollection(context, region, await heldItems(region, owner), lang),
    stays: staysOf(right.clause, lang),
    blocked: obstacles.flat().map(({ reason, clause: because }) => ({ reason: reason[lang], clause: because })),
    confirm: say(WORDS.closureWord, lang),
  };
}

async function erasing(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  lang: Lang,
): Promise<Pick<RequestPreview, 'goes' | 'stays' | 'choices' | 'confirm'>> {
  const { goes, stays } = await erasable(region, owner);
  const { manifest } = region.program;
  const going = new Map(goes.map(({ item }) => [item.collection, item.service]));
  return {
    goes: byCollection(context, region, goes, lang),
    stays: byCollection(context, region, stays, lang).map(({ label, note, collection }) => ({
      label: note ? `${label} · ${note}`.slice(0, 200) : label,
      reason: say(WORDS.stays.needed, lang),
      clause: manifest.collections[collection]?.clause ?? manifest.otherwise,
    })),
    choices: [...going].map(([id, service]) => ({
      ...collectionNamed(region.program, id, lang),
      service: serviceNamed(context, service, lang).label,
      clause: manifest.collections[id]?.clause ?? manifest.otherwise,
      needed: false,
    })),
    confirm: say(WORDS.erasureWord, lang),
  };
}

/** Purposes of services that run, that the person can stop. */
function purposesToStop({ services }: RightsContext, region: RightsRegion, lang: Lang): RequestPreview['choices'] {
  const { manifest } = region.program;
  const can = new Set(stoppable(region));
  const found = new Map<string, string>();
  for (const { declaration } of services)
    for (const collection of declaration.serves)
      for (const id of manifest.collections[collection]?.purposes ?? [])
        if (can.has(id) && !found.has(id)) found.set(id, declaration.label[lang]);
  return [...found].map(([id, service]) => ({
    ...purposeNamed(region.program, id, lang),
    ...{ service, clause: manifest.purposes[id]!.clause, needed: manifest.purposes[id]!.basis === 'contract' },
  }));
}

type Going = RequestPreview['goes'][number] & { readonly collection: string };

function byCollection(context: RightsContext, { program }: RightsRegion, held: readonly Held[], lang: Lang): Going[] {
  const collections = new Map<string, { service: string; fields: Set<string>; count: number }>();
  for (const { item } of held) {
    const seen = collections.get(item.collection) ?? { service: item.service, fields: new Set(), count: 0 };
    seen.fields.add(item.field);
    collections.set(item.collection, { ...seen, count: seen.count + 1 });
  }
  return [...collections].map(([id, { service, fields, count }]) => ({
    label: collectionNamed(program, id, lang).label,
    service: serviceNamed(context, service, lang).label,
    ...{ count, collection: id },
    note: [...fields].map((field) => fieldNamed(program, field, lang).label).join(lang === 'en' ? ', ' : '、'),
  }));
}

/** Rights that are done at once, and the page of the app on which they are. */
export const PAGES: Partial<Record<RightKind, AvailableRight['page']>> = {
  ...{ access: 'my-data', copy: 'my-data', rectification: 'my-data' },
  portability: 'package',
  withdrawal: 'choices',
  explanation: 'activity',
};

export function availableRights(
  kept: readonly KeptRight[],
  of: Parameters<typeof keptGrant>[2],
  lang: Lang,
): AvailableRight[] {
  const kinds = new Set(kept.map(({ right }) => right.kind));
  return [...kinds].flatMap((kind) => {
    const right = keptGrant(kept, kind, of)?.right;
    const page = PAGES[kind];
    if (!right || (!page && !isRequested(kind))) return [];
    return [
      {
        ...{ id: idOf(kind), label: right.label[lang], clause: right.clause },
        deadline: periodLabel(right.deadline, lang),
        how: sentenceOf(kept, right, lang),
        ...(right.fee && { fee: right.fee[lang] }),
        ...(page && { page }),
      },
    ];
  });
}

/** As the version says it whose words hold. */
const sentenceOf = (kept: readonly KeptRight[], right: Right, lang: Lang): string =>
  kept.find((each) => each.right === right)?.version.manifest.clauses[right.clause]?.sentence[lang] ??
  right.label[lang];
