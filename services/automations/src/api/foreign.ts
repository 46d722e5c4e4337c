/** Automations of other platforms in the HTTP API: read, shown, kept; and written out for Home Assistant. */
import { endpoint, Uuid } from '@kept/api';
import { z } from 'zod';
import { AutomationConfig, TimeZone } from './config.ts';

export const FORMATS = ['home-assistant', 'aqara'] as const;

/** Why something cannot be said here. */
const PROBLEMS = z.enum([
  ...(['syntax', 'alias', 'input', 'blueprint', 'key', 'value', 'range', 'template'] as const),
  ...(['kind', 'name', 'ambiguous', 'scene', 'nothing', 'config', 'place'] as const),
]);

export const Problem = z.object({
  /** Of the file, from 1. */
  line: z.int().min(1),
  code: PROBLEMS,
  /** The word of the file that it is about. */
  what: z.string().max(120),
});
export type Problem = z.infer<typeof Problem>;

const Home = z.strictObject({ id: Uuid });

export const importAutomations = endpoint({
  method: 'POST',
  path: '/api/homes/:id/automations/imports',
  who: 'person',
  summary:
    'Reads automations of Home Assistant (YAML, blueprints too) or Aqara (JSON); each is kept whole, or not at all.',
  params: Home,
  body: z.strictObject({
    format: z.enum(FORMATS),
    text: z.string().min(1).max(100_000),
    time_zone: TimeZone,
    place: AutomationConfig.shape.place,
    /** What stands for inputs of a blueprint. */
    inputs: z.record(z.string().max(100), z.union([z.string().max(500), z.number()])).optional(),
    /** Names of the file, and which device, or which thing of it (`<device id>.<key>`), each is here. */
    things: z.record(z.string().max(200), z.string().max(120)).optional(),
    /** Whether to keep what can be kept; else it is only shown. */
    keep: z.boolean(),
  }),
  answers: {
    200: z.object({
      automations: z
        .array(
          z.object({
            alias: z.string().max(60),
            line: z.int().min(1),
            /** Null where something in it cannot be said here. */
            config: AutomationConfig.nullable(),
            /** Null where it was not kept. */
            id: Uuid.nullable(),
          }),
        )
        .max(500),
      problems: z.array(Problem).max(500),
      /** Names that stand for nothing here, and have to be told. */
      unknown: z.array(z.string().max(200)).max(500),
      inputs: z.array(z.object({ name: z.string().max(100), label: z.string().max(100), given: z.boolean() })).max(200),
    }),
  },
});

export const exportAutomations = endpoint({
  method: 'GET',
  path: '/api/homes/:id/automations/export',
  who: 'person',
  summary:
    'The person’s own automations of a home as YAML of Home Assistant; what it has no words for is left out whole, and told.',
  params: Home,
  answers: {
    200: z.object({
      text: z.string().max(4_000_000),
      left: z.array(z.object({ automation: Uuid, path: z.string().max(200), code: z.enum(['kind', 'gone']) })).max(500),
    }),
  },
});
