import { Fragment } from 'react';

/** Splits `a **b** c` into plain and marked runs; a lone `**` stands for itself. */
export function runsOf(text: string): { text: string; marked: boolean }[] {
  const parts = text.split('**');
  const whole = parts.length % 2 === 0 ? [...parts.slice(0, -2), `${parts.at(-2)}**${parts.at(-1)}`] : parts;
  return whole.map((run, at) => ({ text: run, marked: at % 2 === 1 })).filter((run) => run.text !== '');
}

/** A sentence whose deciding words are set strong; `mark` underlays them, for the voice of the policy. */
export function Marked({ text, as: Tag = 'b' }: { text: string; as?: 'b' | 'mark' }) {
  return runsOf(text).map((run, at) => {
    const key = `${at}`;
    return run.marked ? <Tag key={key}>{run.text}</Tag> : <Fragment key={key}>{run.text}</Fragment>;
  });
}
