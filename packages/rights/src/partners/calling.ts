/** Whoever asked is called back when that has gone on: agents (DRP 1.0, section 2.03), controllers (OpenDSR, 8.5 and 8.6). */
import { KeptError } from '@kept/base';
import { callBack, mayBeCalledBack } from '@kept/recipients';
import type { RightsContext } from '../context.ts';
import type { PartnerRequest } from './asked-of-us.ts';
import { askedOfUs } from './becoming.ts';
import { statusOf as drpStatus } from './drp.ts';
import { statusOf as dsrStatus, sealed } from './opendsr.ts';

type Around = Omit<RightsContext, 'workflows'>;

/** Of which there is nothing more to say. */
export const isFinal = (told: string): boolean => /^(fulfilled|revoked|denied|expired|completed|cancelled)/.test(told);
/** They could not be told; what they know is what they knew. */
export const DOWN = 'down';

/**
 * Tells what has changed since `before`, at the n-th of their addresses; answers what they know now, or that they are down.
 * Whoever is declared no more, or not at that address, is told nothing.
 */
export async function callBackTo(context: Around, id: string, n: number, before: string): Promise<string> {
  const row = await askedOfUs(context).byId(id);
  const url = row?.callbacks[n];
  const hosts = row ? hostsOf(context, row) : [];
  if (!row || url === undefined || !mayBeCalledBack(url, hosts)) return 'denied';
  const { now, body, headers } = await said(context, row, url);
  if (now === before) return before;
  try {
    await callBack(url, body, { hosts, headers });
    return now;
  } catch (error) {
    if (error instanceof KeptError && error.kind === 'unavailable') return DOWN;
    throw error;
  }
}

/** At which an operator lets them be called back. */
function hostsOf({ outward }: Around, { protocol, sender }: PartnerRequest): readonly string[] {
  const { drp, controllers } = outward?.parties.inbound ?? {};
  if (protocol === 'drp') return [drp?.agents.get(sender)?.host ?? []].flat();
  return [...(controllers?.values() ?? [])].find(({ id }) => id === sender)?.hosts ?? [];
}

interface Said {
  /** In a word. */
  readonly now: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function said(context: Around, row: PartnerRequest, url: string): Promise<Said> {
  if (row.protocol === 'drp') {
    const status = await drpStatus(context, row);
    const now = [status['status'], status['reason']].filter(Boolean).join(':');
    return { now, body: JSON.stringify(status), headers: {} };
  }
  const status = await dsrStatus(context, row);
  return { now: status.request_status, ...sealed(context, { ...status, status_callback_url: url }) };
}
