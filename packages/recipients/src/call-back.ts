/** Tells whoever asked in a person's name that something has changed, at the address that they named and that was checked. */
import { Seconds } from '@kept/base';
import { NotTaken } from './errors.ts';

const TIMEOUT = Seconds(10);

/** Throws RECIPIENTS_NOT_TAKEN. What they answer is not read. */
export async function callBack(url: string, body: string): Promise<void> {
  const response = await fetch(url, {
    ...{ method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) },
    headers: { 'content-type': 'application/json' },
  }).catch(() => null);
  await response?.body?.cancel();
  if (!response?.ok) throw new NotTaken(response ? `HTTP ${response.status}` : 'no answer');
}
