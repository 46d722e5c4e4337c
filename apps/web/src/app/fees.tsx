import { useFormat, useMessages } from './language.tsx';

interface Priced {
  readonly label: string;
  readonly fee?: string | undefined;
}

/** What rights cost, each price said once: first that of most, then the exceptions by name. */
export function Fees({ rights }: { rights: readonly Priced[] }) {
  const t = useMessages('common');
  const format = useFormat();
  const groups = [...Map.groupBy(rights, ({ fee }) => fee ?? '')].filter(([fee]) => fee !== '');
  groups.sort(([, a], [, b]) => b.length - a.length);
  return (
    <p className="small quiet mt-4">
      {groups.map(([fee, those], index) => (
        <span key={fee} className="block">
          {index === 0 ? t.fee(fee) : t.feeOf(format.list(those.map(({ label }) => label)), fee)}
        </span>
      ))}
    </p>
  );
}
