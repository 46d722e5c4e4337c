import type { Device } from '@kept/service-devices/api';
import { Plus, X } from 'lucide-react';
import { type ComponentType, useRef, useState } from 'react';
import { useMessages } from '../../app/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { type Line, text } from './draft.ts';
import type { LineProps } from './inputs.tsx';

interface SectionProps {
  readonly title: string;
  /** In front of the names of its fields. */
  readonly name: 'trigger' | 'condition' | 'action';
  readonly lines: readonly Line[];
  readonly devices: readonly Device[];
  /** Kinds that have a form, with their words, and what a new line of each begins with. */
  readonly kinds: readonly { readonly value: string; readonly label: string; readonly begin?: Line }[];
  /** Says a line that has none. */
  readonly sentence: (line: Line) => string;
  readonly add: string;
  readonly empty?: string;
  readonly least: number;
  readonly of: ComponentType<LineProps>;
  onLines(lines: readonly Line[]): void;
}

/** When, if, then: lines that can be added, changed and taken out. */
export function Section({
  title,
  name,
  lines,
  devices,
  kinds,
  sentence,
  add,
  empty,
  least,
  of: Of,
  onLines,
}: SectionProps) {
  const t = useMessages('automations').edit;
  // Lines have no name of their own; what is taken out must not leave its fields to the next.
  const next = useRef(lines.length);
  const [ids, setIds] = useState(() => lines.map((_, i) => i));
  const change = (i: number, line: Line): void => onLines(lines.map((each, at) => (at === i ? line : each)));
  const begin = (kind: string): Line => ({ [name]: kind, ...kinds.find(({ value }) => value === kind)?.begin });
  const drop = (i: number): void => {
    setIds(ids.filter((_, at) => at !== i));
    onLines(lines.filter((_, at) => at !== i));
  };
  return (
    <section className="rule" aria-labelledby={`${name}s`}>
      <h2 id={`${name}s`}>{title}</h2>
      <div>
        {lines.length === 0 && empty !== undefined && <p className="quiet">{empty}</p>}
        {lines.map((line, i) => {
          const kind = text(line[name]);
          const known = kinds.find(({ value }) => value === kind);
          return (
            <fieldset key={`${ids[i]}-${kind}`} className="line">
              <legend className="vh">{`${title} ${i + 1}`}</legend>
              {known === undefined ? (
                <p className="said">{sentence(line)}</p>
              ) : (
                <>
                  <Select label={t.kind} value={kind} options={kinds} onChoose={(to) => change(i, begin(to))} />
                  <Of name={`${name}-${i}`} line={line} devices={devices} onLine={(to) => change(i, to)} />
                </>
              )}
              {lines.length > least && (
                <IconButton icon={X} label={t.drop(known?.label ?? sentence(line))} onClick={() => drop(i)} />
              )}
            </fieldset>
          );
        })}
        <Button
          small
          look="plain"
          icon={Plus}
          onClick={() => {
            setIds([...ids, next.current++]);
            onLines([...lines, begin(kinds[0]!.value)]);
          }}
        >
          {add}
        </Button>
      </div>
    </section>
  );
}
