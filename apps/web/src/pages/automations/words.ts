import {
  type Action,
  type Condition,
  listScenes,
  partsOf,
  type Scene,
  type Trace,
  type Trigger,
} from '@kept/service-automations/api';
import type { Device } from '@kept/service-devices/api';
import { useParams } from '@tanstack/react-router';
import { useAnswer } from '../../api/query.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useReadingWords } from '../devices/words.ts';

/** Devices, what they tell and what it is, by their names. */
function useThings(devices: readonly Device[]) {
  const format = useFormat();
  const words = useReadingWords();
  const find = (id: string) => devices.find((each) => each.id === id);
  const nameOf = (id: string): string => find(id)?.name ?? '–';
  const thing = (entity: string): string => {
    const { device, key } = partsOf(entity);
    return `${nameOf(device)} · ${words.name(key)}`;
  };
  const value = (entity: string, text: string): string => {
    const { device, key } = partsOf(entity);
    return words.value({ features: find(device)?.features ?? [] }, { key, value: text });
  };
  /** Where the value says it by itself, as “somebody” does, what it is of is not named as well. */
  const told = (entity: string, text: string): readonly [thing: string, value: string] => {
    const said = value(entity, text);
    const { device, key } = partsOf(entity);
    return [words.name(key) === said || key === 'state' ? nameOf(device) : thing(entity), said];
  };
  const values = (id: string, data: Readonly<Record<string, string>>): string =>
    format.list(
      Object.entries(data).map(([key, text]) => {
        const said = value(`${id}.${key}`, text);
        return key === 'state' ? said : `${words.name(key)} ${said}`;
      }),
    );
  return { nameOf, thing, value, told, values };
}

/** The scenes of the home that the page is of. */
export function useScenes(): readonly Scene[] {
  const { home = '' } = useParams({ strict: false }) as { home?: string };
  const scenes = useAnswer(listScenes, { params: { id: home } }, { enabled: home !== '', staleTime: 60_000 });
  return scenes.data?.scenes ?? [];
}

function useSceneName(): (id: string) => string {
  const scenes = useScenes();
  return (scene) => scenes.find(({ id }) => id === scene)?.config.name ?? '–';
}

/** What an automation says, as a sentence each; what the editor has no form for is told by its kind. */
export function useSentences(devices: readonly Device[]) {
  const t = useMessages('automations');
  const format = useFormat();
  const { nameOf, thing, value, told, values } = useThings(devices);
  const sceneOf = useSceneName();
  const bounds = ({ above, below }: { above?: number | undefined; below?: number | undefined }): string =>
    format.list([
      ...(above === undefined ? [] : [t.says.above(format.number(above))]),
      ...(below === undefined ? [] : [t.says.below(format.number(below))]),
    ]);
  const lasts = (seconds: number | undefined): string =>
    seconds === undefined ? '' : t.says.lasts(format.number(seconds));
  const trigger = (each: Trigger): string => {
    switch (each.trigger) {
      case 'state':
        return (
          (each.to === undefined
            ? t.says.changes(thing(each.entity_id))
            : t.says.becomes(...told(each.entity_id, each.to))) + lasts(each.for)
        );
      case 'numeric_state':
        return t.says.over(thing(each.entity_id), bounds(each)) + lasts(each.for);
      case 'time':
        return t.says.at(each.at);
      case 'sun':
        return t.sun[each.event];
      case 'event':
        return t.says.told(thing(each.entity_id), each.event_type ?? '…');
      case 'presence':
        return t.presence[each.event] + lasts(each.for);
    }
  };
  const condition = (each: Condition): string => {
    switch (each.condition) {
      case 'state':
        return t.says.is(
          told(each.entity_id, each.state[0] ?? '')[0],
          format.list(each.state.map((one) => value(each.entity_id, one))),
        );
      case 'numeric_state':
        return t.says.over(thing(each.entity_id), bounds(each));
      case 'time':
        return t.says.between(each.after ?? '00:00', each.before ?? '24:00');
      default:
        return 'conditions' in each
          ? `${t.conditions[each.condition]}: ${format.list(each.conditions.map(condition))}`
          : t.conditions[each.condition];
    }
  };
  const action = (each: Action): string => {
    switch (each.action) {
      case 'command':
        return t.says.set(nameOf(each.device_id), values(each.device_id, each.data));
      case 'scene':
        return `${t.actions.scene}: ${sceneOf(each.scene_id)}`;
      case 'delay':
        return t.says.waits(format.number(each.delay));
      case 'notify':
        return t.says.notes(each.message);
      default:
        return t.actions[each.action];
    }
  };
  const step = ({ action: kind, device, data, message }: Trace['steps'][number]): string => {
    if (device && data) return t.says.set(nameOf(device), values(device, data));
    if (kind === 'notify' && message !== undefined) return t.says.notes(message);
    return Object.hasOwn(t.actions, kind) ? t.actions[kind as keyof typeof t.actions] : kind;
  };
  return { trigger, condition, action, step, thing, told, value };
}
