import { useMessages } from '../../app/language.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useReadingWords } from '../devices/words.ts';
import { having, type Line, numberIn, text } from './draft.ts';
import { Figure, type LineProps, Thing, Value } from './inputs.tsx';
import { useScenes } from './words.ts';

const deviceOf = ({ devices, line }: LineProps) => {
  const entity = text(line['entity_id']);
  return { device: devices.find(({ id }) => id === entity.slice(0, 36)), thing: entity.slice(37) };
};

export function TriggerLine(props: LineProps) {
  const { name, line, onLine } = props;
  const t = useMessages('automations');
  const e = t.edit;
  switch (line['trigger']) {
    case 'state':
    case 'event': {
      const field = line['trigger'] === 'state' ? 'to' : 'event_type';
      return (
        <>
          <Thing {...props} />
          <Value
            {...{ ...deviceOf(props), name: `${name}-to`, none: e.any, value: text(line[field]) }}
            label={field === 'to' ? e.to : e.value}
            onValue={(value) => onLine(having(line, field, value))}
          />
          {field === 'to' && <Figure {...{ name, line, onLine }} field="for" label={e.lasting} />}
        </>
      );
    }
    case 'numeric_state':
      return (
        <>
          <Thing {...props} />
          <Figure {...{ name, line, onLine }} field="above" label={e.above} />
          <Figure {...{ name, line, onLine }} field="below" label={e.below} />
          <Figure {...{ name, line, onLine }} field="for" label={e.lasting} />
        </>
      );
    case 'time':
      return <Clock {...{ name, line, onLine }} field="at" label={e.at} />;
    case 'sun':
      return (
        <>
          <Select
            label={e.event}
            value={text(line['event'])}
            options={(['sunrise', 'sunset'] as const).map((value) => ({ value, label: t.sun[value] }))}
            onChoose={(value) => onLine(having(line, 'event', value))}
          />
          <TextField
            name={`${name}-offset`}
            label={e.offset}
            inputMode="decimal"
            value={typeof line['offset'] === 'number' ? String(line['offset'] / 60) : ''}
            onText={(next) => onLine(having(line, 'offset', Math.round((numberIn(next) ?? Number.NaN) * 60)))}
          />
        </>
      );
    default:
      return (
        <>
          <Select
            label={e.event}
            value={text(line['event'])}
            options={(['enter', 'leave'] as const).map((value) => ({ value, label: t.presence[value] }))}
            onChoose={(value) => onLine(having(line, 'event', value))}
          />
          <Figure {...{ name, line, onLine }} field="for" label={e.lasting} />
        </>
      );
  }
}

export function ConditionLine(props: LineProps) {
  const { name, line, onLine } = props;
  const e = useMessages('automations').edit;
  switch (line['condition']) {
    case 'state': {
      const [value = ''] = (line['state'] as readonly string[] | undefined) ?? [];
      return (
        <>
          <Thing {...props} />
          <Value
            {...{ ...deviceOf(props), name: `${name}-is`, label: e.is, none: e.choose, value }}
            onValue={(next) => onLine(having(line, 'state', next === '' ? undefined : [next]))}
          />
        </>
      );
    }
    case 'numeric_state':
      return (
        <>
          <Thing {...props} />
          <Figure {...{ name, line, onLine }} field="above" label={e.above} />
          <Figure {...{ name, line, onLine }} field="below" label={e.below} />
        </>
      );
    case 'time':
      return (
        <>
          <Clock {...{ name, line, onLine }} field="after" label={e.after} />
          <Clock {...{ name, line, onLine }} field="before" label={e.before} />
        </>
      );
    default:
      return null;
  }
}

function Clock({ name, line, field, label, onLine }: Omit<LineProps, 'devices'> & { field: string; label: string }) {
  return (
    <TextField
      name={`${name}-${field}`}
      label={label}
      type="time"
      value={text(line[field])}
      onText={(value) => onLine(having(line, field, value))}
    />
  );
}

export function ActionLine(props: LineProps) {
  const { name, line, onLine } = props;
  const e = useMessages('automations').edit;
  switch (line['action']) {
    case 'command':
      return <Command {...props} />;
    case 'scene':
      return <SceneChoice {...props} />;
    case 'delay':
      return <Figure {...{ name, line, onLine }} field="delay" label={e.seconds} />;
    case 'notify':
      return (
        <TextField
          name={`${name}-message`}
          label={e.message}
          value={text(line['message'])}
          onText={(value) => onLine(having(line, 'message', value))}
        />
      );
    case 'stop':
      return (
        <TextField
          name={`${name}-reason`}
          label={e.reason}
          value={text(line['reason'])}
          onText={(value) => onLine(having(line, 'reason', value))}
        />
      );
    default:
      return null;
  }
}

/** One of the person's own. */
function SceneChoice({ line, onLine }: LineProps) {
  const t = useMessages('automations');
  const scenes = useScenes();
  return (
    <Select
      label={t.scenes.title}
      value={text(line['scene_id'])}
      none={t.edit.choose}
      options={scenes.filter(({ mine }) => mine).map(({ id, config }) => ({ value: id, label: config.name }))}
      onChoose={(id) => onLine(having(line, 'scene_id', id))}
    />
  );
}

/** One thing of a device is set; more than one, as an import may bring, stay as they are beside it. */
function Command({ name, line, devices, onLine }: LineProps) {
  const e = useMessages('automations').edit;
  const words = useReadingWords();
  const data = (line['data'] ?? {}) as Readonly<Record<string, string>>;
  const [thing = '', ...others] = Object.keys(data);
  const device = devices.find(({ id }) => id === line['device_id']);
  const settable = device?.features.filter((feature) => feature.settable) ?? [];
  const kept = Object.fromEntries(others.map((key) => [key, data[key]]));
  const put = (key: string, value: string): Line => having(line, 'data', { [key]: value, ...kept });
  return (
    <>
      <Select
        label={e.device}
        value={text(line['device_id'])}
        none={e.choose}
        options={devices
          .filter(({ acts, features }) => acts.includes('control') && features.some((each) => each.settable))
          .map((each) => ({ value: each.id, label: each.name }))}
        onChoose={(id) => onLine(having(having(line, 'data', undefined), 'device_id', id))}
      />
      {device !== undefined && (
        <Select
          label={e.thing}
          value={thing}
          none={e.choose}
          options={settable.map((each) => ({ value: each.name, label: words.name(each.name) }))}
          onChoose={(key) => onLine(key === '' ? having(line, 'data', undefined) : put(key, ''))}
        />
      )}
      {thing !== '' && (
        <Value
          {...{ device, thing, name: `${name}-set`, label: e.set, none: e.choose, value: data[thing] ?? '' }}
          onValue={(value) => onLine(put(thing, value))}
        />
      )}
    </>
  );
}
