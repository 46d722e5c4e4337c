import type { MyData } from '@kept/api';
import { useFormat, useMessages } from '../../app/language.tsx';

interface KindsProps {
  readonly data: MyData;
  readonly chosen: string | null;
  onChoose(kind: string | null): void;
}

/** Narrows the list to one category. */
export function Kinds({ data, chosen, onChoose }: KindsProps) {
  const t = useMessages('myData');
  const common = useMessages('common');
  const format = useFormat();
  const kinds = [
    { id: null, label: common.all, count: data.held },
    ...data.categories.map(({ id, label, items }) => ({ id, label, count: items.length })),
  ];
  return (
    <fieldset className="tabs" aria-label={t.kinds}>
      {kinds.map(({ id, label, count }) => (
        <button key={id ?? ''} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {label}
          <span className="n">{format.number(count)}</span>
        </button>
      ))}
    </fieldset>
  );
}
