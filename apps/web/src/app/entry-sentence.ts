import type { ActivityEntry } from '@kept/api';
import { useFormat, useMessages } from './language.tsx';

const mostNamed = 4;

/** Who did what with it, in one sentence. */
export function useSentence(entry: ActivityEntry): string {
  const t = useMessages('activity').sentences;
  const format = useFormat();
  const fields = format.list(entry.fields.slice(0, mostNamed).map(({ label }) => label));
  const what = entry.fields.length > mostNamed ? t.andMore(fields, entry.fields.length) : fields;
  if (entry.act !== undefined && entry.outcome === 'permit') return t[entry.act](what);
  if (entry.kind === 'consent') return entry.reason ?? t.consent(entry.purpose.label);
  if (entry.kind === 'right' || entry.kind === 'other' || what === '') return entry.reason ?? entry.purpose.label;
  if (entry.outcome !== 'permit') {
    const wanted = entry.purpose.label;
    if (entry.recipient !== undefined) return t.refusedTo(what, entry.recipient.label, wanted);
    return entry.action === 'collect' ? t.refusedCollect(what, wanted) : t.refused(what, wanted);
  }
  if (entry.kind === 'share' && entry.recipient !== undefined) return t.receipt(what, entry.recipient.label);
  if (entry.recipient !== undefined) return t.shared(what, entry.recipient.label, entry.purpose.label);
  if (entry.action === 'collect') return t.collected(what, entry.purpose.label);
  return t.used(what, entry.purpose.label);
}
