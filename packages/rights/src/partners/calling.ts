/** Agents are called back when what they asked for has gone on (DRP 1.0, section 2.03). */
import { KeptError } from '@kept/base';
import { callBack } from '@kept/recipients';
import type { RightsContext } from '../context.ts';
import { askedOfUs } from './becoming.ts';
import { statusOf } from './drp.ts';

type Around = Omit<RightsContext, 'workflows'>;

/** Of which there is nothing more to say. */
export const isFinal = (told: string): boolean => /^(fulfilled|revoked|denied|expired)/.test(told);

/** Tells what has changed since `before`; answers what they know now. One that is down hears of it the next time. */
export async function callAgent(context: Around, id: string, before: string): Promise<string> {
  const row = await askedOfUs(context).find('drp', { id });
  if (!row?.callback) return 'denied';
  const said = await statusOf(context, row);
  const now = [said['status'], said['reason']].filter(Boolean).join(':');
  if (now === before) return before;
  try {
    await callBack(row.callback, JSON.stringify(said));
    return now;
  } catch (error) {
    if (error instanceof KeptError && error.kind === 'unavailable') return before;
    throw error;
  }
}
