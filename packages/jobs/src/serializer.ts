import type { DBOSSerializer } from '@dbos-inc/dbos-sdk';
import { type KeptRecord, revive } from './errors.ts';
import { assertPlain } from './plain.ts';

/**
 * How everything durable is written: arguments, answers, messages, events and errors.
 *
 * INVARIANT: the one place through which values reach the store. What is not plain does not pass, whoever hands it over.
 */
export const plainSerializer: DBOSSerializer = {
  name: () => 'kept_plain',
  stringify: (value) => {
    if (isErrorRecord(value)) return JSON.stringify({ error: withheld(value) });
    return JSON.stringify({ value: dated(value) });
  },
  parse: (text) => {
    if (text === null || text === undefined) return null;
    const record = JSON.parse(text) as { value?: unknown; error?: unknown };
    return 'error' in record ? record.error : undate(record.value);
  },
};

/** The library turns an error into such an object before it asks for its text. */
const isErrorRecord = (value: unknown): value is KeptRecord & { name: string; stack: string } =>
  typeof value === 'object' && value !== null && 'stack' in value && 'message' in value && 'name' in value;

function withheld(error: KeptRecord & { name: string }): object {
  const own = revive(error);
  if (own) {
    const { name, kind, code, message, help, path } = own;
    return { name, kind, code, message, help, path, clause: error.clause, reason: error.reason };
  }
  // The library's own errors speak of ids and steps; anyone else's may quote what they choked on.
  return { name: error.name, message: 'dbosErrorCode' in error ? error.message : 'withheld' };
}

/** No plain value has this key. */
const DUE = '@due';

/** A schedule hands its workflow the date it was due; nobody else may pass one. */
function dated(value: unknown): unknown {
  if (Array.isArray(value) && value[0] instanceof Date) {
    assertPlain(value.slice(1));
    return [{ [DUE]: value[0].getTime() }, ...value.slice(1)];
  }
  assertPlain(value);
  return value ?? null;
}

function undate(value: unknown): unknown {
  const first = Array.isArray(value) ? (value[0] as Record<string, unknown> | null) : null;
  return typeof first?.[DUE] === 'number' ? [first[DUE], ...(value as unknown[]).slice(1)] : value;
}
