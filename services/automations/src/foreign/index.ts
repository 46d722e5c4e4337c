/**
 * Automations of other platforms: read into ours, each whole or not at all, and ours written for Home Assistant.
 *
 * - **Source**: a file with the line of everything. **Problem**: what in it cannot be said here.
 * - **Names**: what things are called there, and which device each is here.
 */
import type { Device } from '@kept/service-devices';
import { AutomationConfig } from '../api/config.ts';
import type { Problem } from '../api/foreign.ts';
import { aqara } from './aqara.ts';
import type { Reading } from './ha-triggers.ts';
import { type Draft, homeAssistant } from './home-assistant.ts';
import { Names, slugOf } from './names.ts';
import { type Fields, Source } from './source.ts';

export { type Left, written } from './write.ts';

export interface Foreign {
  readonly format: 'home-assistant' | 'aqara';
  readonly text: string;
  readonly time_zone: string;
  readonly place?: AutomationConfig['place'] | undefined;
  readonly inputs?: Fields | undefined;
  readonly things?: Readonly<Record<string, string>> | undefined;
}

export interface Known {
  readonly devices: readonly Device[];
  /** Scenes of the person. */
  readonly scenes: readonly { readonly id: string; readonly name: string }[];
}

export interface Read {
  readonly alias: string;
  readonly line: number;
  /** Null where something in it cannot be said here. */
  readonly config: AutomationConfig | null;
}

export interface Outcome {
  readonly automations: readonly Read[];
  readonly problems: Problem[];
  readonly unknown: readonly string[];
  readonly inputs: readonly { readonly name: string; readonly label: string; readonly given: boolean }[];
}

/** `accepts` says what else is wrong with one, or null. */
export function readForeign(
  given: Foreign,
  { devices, scenes }: Known,
  accepts: (config: AutomationConfig) => string | null,
): Outcome {
  const source = new Source(given.text, given.inputs);
  const reading: Reading = {
    ...{ source, names: new Names(devices, given.things ?? {}) },
    scenes: new Map(scenes.map(({ id, name }) => [slugOf(name) || id, id])),
  };
  const broken = source.problems.some(({ code }) => code === 'syntax');
  const drafts = broken ? [] : (given.format === 'aqara' ? aqara : homeAssistant)(reading);
  // What was said before any of them was read is about the file, and so about each.
  const whole = source.problems.length === 0;
  if (!broken && drafts.length === 0) source.cannot([], 'nothing');
  const automations = drafts.slice(0, 500).map((read): Read => {
    const before = source.problems.length;
    const draft = read();
    const config = whole && source.problems.length === before ? checked(source, draft, given, accepts) : null;
    return { alias: draft.alias, line: source.lineOf(draft.path), config };
  });
  const inputs = source.inputs.map(({ name, label, default: fallback }) => ({
    ...{ name: name.slice(0, 100), label },
    given: given.inputs?.[name] !== undefined || fallback !== undefined,
  }));
  return { automations, problems: source.problems, unknown: [...reading.names.unknown], inputs };
}

function checked(
  source: Source,
  { path, config }: Draft,
  { time_zone, place }: Foreign,
  accepts: (config: AutomationConfig) => string | null,
): AutomationConfig | null {
  const sunny = JSON.stringify(config).includes('"sun"');
  if (sunny && !place) source.cannot(path, 'place');
  const parsed = AutomationConfig.safeParse({ ...config, time_zone, ...(sunny && place && { place }) });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    source.cannot([...path, ...((issue?.path ?? []) as (string | number)[])], 'config', issue?.path.join('/') ?? '');
    return null;
  }
  if (sunny && !place) return null;
  const made = parsed.data as AutomationConfig;
  const wrong = accepts(made);
  if (wrong === null) return made;
  source.cannot(path, 'config', wrong);
  return null;
}
