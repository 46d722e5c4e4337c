import { ClauseChip } from '../../app/clause.tsx';
import { useMessages } from '../../app/language.tsx';
import { useNotice } from '../../app/notice.ts';
import { Facts } from '../../ui/facts.tsx';
import { SensitiveTag } from '../../ui/tag.tsx';

/** What registering collects, and what happens on no: the first row of the collection table. */
export function CollectedNow() {
  const t = useMessages('sign').beside;
  const table = useMessages('notice').collect;
  const common = useMessages('common');
  const row = useNotice().data?.collections[0];
  if (row === undefined) return null;
  const fields = (
    <div className="fields">
      {row.fields.map((field) => (
        <span key={field.id} className={field.needed ? 'req' : 'opt'}>
          <span className="vh">{field.needed ? table.needed : table.optional} </span>
          {field.label} {field.sensitive && <SensitiveTag />}
        </span>
      ))}
    </div>
  );
  return (
    <>
      <h2>
        {t.title}
        <ClauseChip id={row.clause} />
      </h2>
      <Facts
        facts={[
          [table.what, fields],
          [t.purposes, row.purposes.map(({ label }) => label).join(' · ')],
          [table.basis, row.bases.map((basis) => common.basis[basis]).join(' · ')],
          [table.kept, row.kept],
          [table.refusal, row.refusal],
        ]}
      />
      <p className="small quiet mt-4">{t.nothingElse}</p>
    </>
  );
}
