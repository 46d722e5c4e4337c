/**
 * What an automation is, in Home Assistant's words and with its meaning
 * (https://www.home-assistant.io/docs/automation/yaml/). Lengths of time are in seconds.
 *
 * An `entity_id` is a device and one thing that it tells: `<device id>.occupancy`.
 */
import { Uuid } from '@kept/api';
import { z } from 'zod';

export const EntityId = z
  .string()
  .max(117)
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w:-][\w.:-]{0,79}$/);
const Value = z.string().min(1).max(500);
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/);
const Weekdays = z
  .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
  .min(1)
  .max(7);
const For = z.int().min(1).max(86_400);
const Bound = z.number().min(-1e9).max(1e9);
const Offset = z.int().min(-43_200).max(43_200);
const SunEvent = z.enum(['sunrise', 'sunset']);

/** By which `trigger` conditions name it. */
const Id = z
  .string()
  .max(40)
  .regex(/^[\w-]+$/)
  .optional();

const StateTrigger = z.strictObject({
  trigger: z.literal('state'),
  id: Id,
  entity_id: EntityId,
  from: Value.optional(),
  to: Value.optional(),
  for: For.optional(),
});
const NumericTrigger = z.strictObject({
  trigger: z.literal('numeric_state'),
  id: Id,
  entity_id: EntityId,
  above: Bound.optional(),
  below: Bound.optional(),
  for: For.optional(),
});
const TimeTrigger = z.strictObject({
  trigger: z.literal('time'),
  id: Id,
  at: TimeOfDay,
  weekday: Weekdays.optional(),
});
const SunTrigger = z.strictObject({ trigger: z.literal('sun'), id: Id, event: SunEvent, offset: Offset.optional() });
/** Each time that a device tells this, the same again included: a button. */
const EventTrigger = z.strictObject({
  trigger: z.literal('event'),
  id: Id,
  entity_id: EntityId,
  event_type: Value.optional(),
});
/** Somebody is there, or nobody is any more, as all the sensors of the home, or of a room, see it. */
const PresenceTrigger = z.strictObject({
  trigger: z.literal('presence'),
  id: Id,
  event: z.enum(['enter', 'leave']),
  space: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,3}){0,3}$/)
    .optional(),
  for: For.optional(),
});
export const Trigger = z.discriminatedUnion('trigger', [
  StateTrigger,
  NumericTrigger,
  TimeTrigger,
  SunTrigger,
  EventTrigger,
  PresenceTrigger,
]);
export type Trigger = z.infer<typeof Trigger>;

const leaves = [
  z.strictObject({
    condition: z.literal('state'),
    entity_id: EntityId,
    state: z.array(Value).min(1).max(20),
    for: For.optional(),
  }),
  z.strictObject({
    condition: z.literal('numeric_state'),
    entity_id: EntityId,
    above: Bound.optional(),
    below: Bound.optional(),
  }),
  z.strictObject({
    condition: z.literal('time'),
    after: TimeOfDay.optional(),
    before: TimeOfDay.optional(),
    weekday: Weekdays.optional(),
  }),
  z.strictObject({
    condition: z.literal('sun'),
    after: SunEvent.optional(),
    before: SunEvent.optional(),
    after_offset: Offset.optional(),
    before_offset: Offset.optional(),
  }),
  z.strictObject({
    condition: z.literal('trigger'),
    id: z
      .string()
      .max(40)
      .regex(/^[\w-]+$/),
  }),
] as const;
const LeafCondition = z.discriminatedUnion('condition', leaves);
const grouped = <C extends z.ZodType>(below: C) =>
  z.strictObject({ condition: z.enum(['and', 'or', 'not']), conditions: z.array(below).min(1).max(10) });
// Unrolled: what is bounded in depth is bounded in the document of the interface, too.
const InnerCondition = z.union([LeafCondition, grouped(LeafCondition)]);
const ConditionSchema = z.union([LeafCondition, grouped(InnerCondition)]);

export type Leaf = z.infer<typeof LeafCondition>;
export type Condition = Leaf | { readonly condition: 'and' | 'or' | 'not'; readonly conditions: readonly Condition[] };

export const Values = z
  .record(z.string().regex(/^[\w.:-]{1,80}$/), z.string().max(500))
  .refine((values) => Object.keys(values).length > 0 && Object.keys(values).length <= 20);
const Conditions = z.array(ConditionSchema).max(10);

const leafActions = [
  z.strictObject({ action: z.literal('command'), device_id: Uuid, data: Values }),
  /** One of the author's own. */
  z.strictObject({ action: z.literal('scene'), scene_id: Uuid }),
  z.strictObject({ action: z.literal('delay'), delay: For }),
  z.strictObject({
    action: z.literal('wait_for_trigger'),
    triggers: z.array(Trigger).min(1).max(5),
    timeout: For.optional(),
    continue_on_timeout: z.boolean().optional(),
  }),
  z.strictObject({ action: z.literal('condition'), condition: ConditionSchema }),
  z.strictObject({ action: z.literal('notify'), message: z.string().trim().min(1).max(300) }),
  z.strictObject({ action: z.literal('stop'), reason: z.string().trim().max(100).optional() }),
] as const;
const LeafAction = z.discriminatedUnion('action', leafActions);
const chosen = <A extends z.ZodType>(below: A) =>
  z.strictObject({
    action: z.literal('choose'),
    choose: z
      .array(z.strictObject({ conditions: Conditions.min(1), sequence: z.array(below).max(20) }))
      .min(1)
      .max(8),
    default: z.array(below).max(20).optional(),
  });
const InnerAction = z.union([LeafAction, chosen(LeafAction)]);
const ActionSchema = z.union([LeafAction, chosen(InnerAction)]);

export type LeafAction = z.infer<typeof LeafAction>;
export type Action =
  | LeafAction
  | {
      readonly action: 'choose';
      readonly choose: readonly { readonly conditions: readonly Condition[]; readonly sequence: readonly Action[] }[];
      readonly default?: readonly Action[] | undefined;
    };

export const MODES = ['single', 'restart', 'queued', 'parallel'] as const;
export type Mode = (typeof MODES)[number];

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => zones.has(zone));

/** Whole degrees and one decimal, about 11 km: nothing finer is taken. */
const Coarse = (most: number) =>
  z
    .number()
    .min(-most)
    .max(most)
    .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9);

export const Name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]+$/u);

export const AutomationConfig = z.strictObject({
  alias: Name,
  /** By whose clock times of day are. */
  time_zone: TimeZone,
  /** For the sun only. */
  place: z.strictObject({ latitude: Coarse(90), longitude: Coarse(180) }).optional(),
  triggers: z.array(Trigger).min(1).max(20),
  conditions: Conditions,
  actions: z.array(ActionSchema).min(1).max(20),
  mode: z.enum(MODES),
  /** Of the runs that are under way or wait for their turn. */
  max: z.int().min(1).max(20).optional(),
});
/** As it is used: the nesting that the schema bounds is any depth here. */
export type AutomationConfig = Omit<z.infer<typeof AutomationConfig>, 'conditions' | 'actions'> & {
  readonly conditions: readonly Condition[];
  readonly actions: readonly Action[];
};

export const entityOf = (device: string, key: string): string => `${device}.${key}`;
export const partsOf = (entity: string): { device: string; key: string } => ({
  device: entity.slice(0, 36),
  key: entity.slice(37),
});
