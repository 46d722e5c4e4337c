import { listLateParts } from '@kept/api';
import { useAnswer } from '../../api/query.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { CopyMenu } from './copy-menu.tsx';

/** Parts of a copy that were late: waited for, or there to be fetched by themselves. */
export function LateParts() {
  const t = useMessages('myData').late;
  const format = useFormat();
  const { data } = useAnswer(listLateParts, {});
  if (data === undefined || data.late.length === 0) return null;
  return (
    <ul className="late-parts" aria-label={t.title}>
      {data.late.map(({ system, by, back }) => (
        <li key={system.id}>
          <p>{back === undefined ? t.waits(system.label, format.date(by)) : t.back(system.label)}</p>
          {back !== undefined && <CopyMenu of={system.id} label={t.go} />}
        </li>
      ))}
    </ul>
  );
}
