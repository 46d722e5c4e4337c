/** Scenes in the HTTP API. */
import { endpoint, Uuid } from '@kept/api';
import { z } from 'zod';
import { Name, Values } from './config.ts';

/** As devices are to be, together. */
export const SceneConfig = z.strictObject({
  name: Name,
  states: z
    .array(z.strictObject({ device_id: Uuid, data: Values }))
    .min(1)
    .max(50),
});
export type SceneConfig = z.infer<typeof SceneConfig>;

export const Scene = z.object({
  id: Uuid,
  /** Whether the person has made it: then they may change it. */
  mine: z.boolean(),
  config: SceneConfig,
});
export type Scene = z.infer<typeof Scene>;

const Home = z.strictObject({ id: Uuid });
const OfHome = z.strictObject({ id: Uuid, scene: Uuid });

export const listScenes = endpoint({
  method: 'GET',
  path: '/api/homes/:id/scenes',
  who: 'person',
  summary: 'The scenes of a home; somebody who does not live there sees their own.',
  params: Home,
  answers: { 200: z.object({ scenes: z.array(Scene).max(2_000) }) },
});

export const makeScene = endpoint({
  method: 'POST',
  path: '/api/homes/:id/scenes',
  who: 'person',
  summary: 'Sets up a scene out of devices that the person may control.',
  params: Home,
  body: SceneConfig,
  answers: { 201: Scene },
});

export const changeScene = endpoint({
  method: 'PUT',
  path: '/api/homes/:id/scenes/:scene',
  who: 'person',
  summary: 'Changes a scene of the person’s own.',
  params: OfHome,
  body: SceneConfig,
  answers: { 200: Scene },
});

export const removeScene = endpoint({
  method: 'DELETE',
  path: '/api/homes/:id/scenes/:scene',
  who: 'person',
  summary: 'Removes a scene of the person’s own.',
  params: OfHome,
  answers: { 204: null },
});

export const activateScene = endpoint({
  method: 'POST',
  path: '/api/homes/:id/scenes/:scene/runs',
  who: 'person',
  summary: 'Brings a scene about with the grants of the person, and says of each device whether it was told.',
  params: OfHome,
  answers: {
    200: z.object({ devices: z.array(z.object({ device: Uuid, code: z.string().max(60).nullable() })).max(50) }),
  },
});
