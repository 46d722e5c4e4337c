/** A file of Home Assistant: one automation, a list of them, or a blueprint. */
import { actions } from './ha-actions.ts';
import { conditions } from './ha-conditions.ts';
import { type Reading, triggers } from './ha-triggers.ts';
import { type Path, placed, record } from './source.ts';

/** One automation as far as it could be read; whole only where nothing was said to be wrong meanwhile. */
export interface Draft {
  readonly alias: string;
  readonly path: Path;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What changes nothing of what an automation does. */
const QUIET = ['id', 'alias', 'description', 'max_exceeded', 'trace', 'initial_state', 'blueprint'];
const SAID = ['triggers', 'trigger', 'conditions', 'condition', 'actions', 'action', 'mode', 'max'];

/** `each` is called around one automation, and knows what was found wrong in it. */
export function homeAssistant(reading: Reading): (() => Draft)[] {
  const { source } = reading;
  const whole = record(source.value)?.['automation'] ?? source.value;
  const above: Path = whole === source.value ? [] : ['automation'];
  return placed(whole, above).map(
    ([each, path], i) =>
      () =>
        draft(reading, each, path, i),
  );
}

function draft(reading: Reading, value: unknown, path: Path, index: number): Draft {
  const { source } = reading;
  const fields = record(value) ?? {};
  const blueprint = record(fields['blueprint']);
  const named = fields['alias'] ?? blueprint?.['name'];
  const alias = (typeof named === 'string' && named.trim() !== '' ? named.trim() : `${index + 1}`).slice(0, 60);
  if (!record(value)) source.cannot(path, 'value', value);
  if ('use_blueprint' in fields) source.cannot([...path, 'use_blueprint'], 'blueprint');
  if (blueprint && blueprint['domain'] !== 'automation')
    source.cannot([...path, 'blueprint'], 'kind', blueprint['domain']);
  source.only(fields, path, [...QUIET, ...SAID, 'use_blueprint']);
  const under = (plural: 'triggers' | 'conditions' | 'actions') => {
    const key = plural in fields ? plural : plural.slice(0, -1);
    return [fields[key], [...path, key]] as const;
  };
  const config = {
    ...{ alias, mode: fields['mode'] ?? 'single' },
    ...(fields['max'] !== undefined && { max: fields['max'] }),
    triggers: triggers(reading, ...under('triggers')),
    conditions: conditions(reading, ...under('conditions')),
    actions: actions(reading, ...under('actions')),
  };
  return { alias, path, config };
}
