import { command, type Device } from '@kept/service-devices/api';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useToast } from '../../ui/toast.tsx';
import { useReadingWords } from './words.ts';

type Feature = Device['features'][number];

/** What is set most often beside on and off, in this order: how bright, how far open, how warm, how fast. */
const LEVELS = [
  ...['brightness', 'position', 'occupied_heating_setpoint', 'current_heating_setpoint', 'target_temperature'],
  ...['fan_level', 'fan_speed', 'target_humidity'],
];
/** A finger that slides on has not chosen yet. */
const REST_MS = 400;
/** What the device does not confirm in so long is shown as it was. */
const CONFIRM_MS = 8_000;

/** Undefined where there is none, or the person may not set it. */
export const levelOf = ({ features, acts }: Device): Feature | undefined =>
  !acts.includes('control')
    ? undefined
    : LEVELS.map((level) =>
        features.find(
          ({ name, kind, settable, min, max }) =>
            name === level && kind === 'numeric' && settable && min !== null && max !== null,
        ),
      ).find((feature) => feature !== undefined);

function Slider({ home, device, feature }: { home: string; device: Device; feature: Feature }) {
  const words = useReadingWords();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate } = useAct(command);
  const { name, min, max } = feature;
  const value = device.readings.find(({ key }) => key === name)?.value;
  const [chosen, setChosen] = useState<{ readonly text: string; readonly before: string | undefined } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (next: string): void => {
    timer.current = setTimeout(() => setChosen(null), CONFIRM_MS);
    mutate(
      { params: { id: home, device: device.id }, body: { values: { [name]: next } } },
      {
        onError: (error) => {
          setChosen(null);
          say(failureText(error));
        },
      },
    );
  };
  const choose = (next: string): void => {
    setChosen({ text: next, before: value });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(next), REST_MS);
  };
  // What the device tells is how it is.
  const shown = (chosen?.before === value ? chosen?.text : undefined) ?? value ?? String(min);
  const text = words.value(device, { key: name, value: shown });
  return (
    <label className="level">
      <span>
        {words.name(name)} <b>{text}</b>
        <span className="vh"> {device.name}</span>
      </span>
      <input
        type="range"
        min={min!}
        max={max!}
        step={max! - min! <= 40 ? 0.5 : 1}
        value={shown}
        aria-valuetext={text}
        onChange={(event) => choose(event.target.value)}
      />
    </label>
  );
}

/** How bright, how far open, how warm: by a slide; only where the device takes that, and the person may. */
export function Level({ home, device }: { home: string; device: Device }) {
  const feature = levelOf(device);
  return feature === undefined ? null : <Slider home={home} device={device} feature={feature} />;
}
