/** What every route of a home begins with: which engine, who comes in, what they see there. */
import { NothingHeld, routesOf, type SignedIn } from '@kept/kit';
import { livesThere, type Membership, NotGranted } from '@kept/service-spaces';
import type { AutomationConfig } from './api/index.ts';
import { checkConfig } from './check.ts';
import type { Engine } from './engine.ts';
import { TooMany } from './errors.ts';
import { engineOf } from './runtime.ts';
import type { AutomationsContext } from './service.ts';

export const route = routesOf<AutomationsContext>();
export const at = (context: AutomationsContext, { region }: SignedIn): Engine => engineOf(context.at(region));

const MOST = 200;

/** Throws AUTOMATIONS_TOO_MANY where so many more would be. */
export function roomFor(more: number, all: readonly { readonly author: string }[], person: string): void {
  if (all.filter(({ author }) => author === person).length + more > MOST) throw new TooMany(MOST);
}

/** Throws KIT_NOT_FOUND for a stranger, SPACES_NOT_GRANTED outside of somebody’s hours. */
export async function entering({ runtime }: Engine, home: string, person: string): Promise<Membership> {
  const own = await runtime.members.find(home, person);
  if (!own) throw new NothingHeld();
  if (!runtime.members.isOpenNow(own)) throw new NotGranted();
  return own;
}

export const isSeen = ({ author }: { readonly author: string }, { person, role }: Membership): boolean =>
  author === person || livesThere(role);

/** Throws what is wrong with these settings in this home, for this person. */
export async function check(engine: Engine, own: Membership, config: AutomationConfig): Promise<void> {
  const { runtime } = engine;
  const household = await runtime.household(own.home);
  const scenes = (await engine.scenes.of(own.home)).filter(({ author }) => author === own.person);
  checkConfig({ runtime, household, own, scenes: new Set(scenes.map(({ id }) => id)) }, config);
}
