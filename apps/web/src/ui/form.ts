import { type FormEvent, useRef, useState } from 'react';
import { isFailure } from '../api/failure.ts';
import { useFailureText } from '../app/failure-text.ts';

type Values = Readonly<Record<string, string | boolean>>;
export type FieldErrors<V> = { readonly [K in keyof V]?: string };

interface FormOptions<V extends Values> {
  readonly initial: V;
  /** What is wrong before anything is sent, field by field; empty when all is well. */
  check(values: V): FieldErrors<V>;
  send(values: V): Promise<void>;
  /** Which field a JSON pointer of the server's answer means. */
  readonly places?: Readonly<Record<string, keyof V & string>>;
}

/** State of a form: values, what is wrong with each, and what is wrong with the whole. */
export function useForm<V extends Values>({ initial, check, send, places = {} }: FormOptions<V>) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<FieldErrors<V>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const failureText = useFailureText();

  const focusFirst = (found: FieldErrors<V>): void => {
    const names = new Set(Object.keys(found));
    const controls = Array.from(form.current?.elements ?? []);
    const first = controls.find((one) => one instanceof HTMLElement && names.has(one.getAttribute('name') ?? ''));
    if (first instanceof HTMLElement) first.focus();
  };

  const refuse = (found: FieldErrors<V>): void => {
    setErrors(found);
    focusFirst(found);
  };

  const fail = (error: unknown): void => {
    const problem = isFailure(error) ? error.problem : undefined;
    const text = failureText(error);
    const told = problem?.problems?.map(({ field }) => field) ?? [problem?.field ?? ''];
    const placed = told.flatMap((field) => (places[field] === undefined ? [] : [[places[field], text] as const]));
    if (placed.length === 0) setFailure(text);
    else refuse(Object.fromEntries(placed) as FieldErrors<V>);
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const found = check(values);
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return refuse(found);
    setBusy(true);
    await send(values).catch(fail);
    setBusy(false);
  };

  const set = <K extends keyof V & string>(name: K, value: V[K]): void => {
    setValues((was) => ({ ...was, [name]: value }));
    setErrors(({ [name]: _gone, ...rest }) => rest as FieldErrors<V>);
  };

  return { values, errors, failure, busy, set, setErrors, props: { ref: form, onSubmit: submit, noValidate: true } };
}
