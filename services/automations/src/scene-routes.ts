import { NothingHeld, type Route } from '@kept/kit';
import { type Membership, NotGranted } from '@kept/service-spaces';
import { activateScene, changeScene, listScenes, makeScene, removeScene, type SceneConfig } from './api/index.ts';
import { checkScene } from './check.ts';
import type { Engine } from './engine.ts';
import { at, entering, isSeen, roomFor, route } from './entering.ts';
import { bringAbout, shown } from './scenes.ts';
import type { AutomationsContext } from './service.ts';

export const sceneRoutes: readonly Route<AutomationsContext>[] = [
  route(listScenes, async ({ person, params }, context) => {
    const engine = at(context, person);
    const own = await entering(engine, params.id, person.id);
    const seen = (await engine.scenes.of(params.id)).filter((scene) => isSeen(scene, own));
    return { status: 200, body: { scenes: seen.map((scene) => shown(scene, person.id)) } };
  }),
  route(makeScene, async ({ person, params, body }, context) => {
    const engine = at(context, person);
    const own = await entering(engine, params.id, person.id);
    await check(engine, own, body);
    roomFor(1, await engine.scenes.of(params.id), person.id);
    const given = { id: engine.rules.newId(), home: params.id, author: person.id, config: body };
    return { status: 201, body: shown(await engine.scenes.save(given), person.id) };
  }),
  route(changeScene, async ({ person, params, body }, context) => {
    const engine = at(context, person);
    const { own, scene } = await mine(engine, params, person.id);
    await check(engine, own, body);
    return { status: 200, body: shown(await engine.scenes.save({ ...scene, config: body }), person.id) };
  }),
  route(removeScene, async ({ person, params }, context) => {
    const engine = at(context, person);
    const { scene } = await mine(engine, params, person.id);
    await engine.scenes.remove(scene);
    return { status: 204 };
  }),
  route(activateScene, async ({ person, params }, context) => {
    const engine = at(context, person);
    const { scene } = await reach(engine, params, person.id);
    return { status: 200, body: { devices: await bringAbout(engine.runtime, scene, person.id) } };
  }),
];

async function check({ runtime }: Engine, own: Membership, config: SceneConfig): Promise<void> {
  checkScene({ runtime, household: await runtime.household(own.home), own }, config);
}

interface Params {
  readonly id: string;
  readonly scene: string;
}

async function reach(engine: Engine, { id, scene: name }: Params, person: string) {
  const own = await entering(engine, id, person);
  const scene = await engine.scenes.find(id, name);
  if (!scene || !isSeen(scene, own)) throw new NothingHeld();
  return { own, scene };
}

/** Only its author changes a scene: automations of theirs bring it about with their grants. */
async function mine(engine: Engine, params: Params, person: string) {
  const found = await reach(engine, params, person);
  if (found.scene.author !== person) throw new NotGranted();
  return found;
}
