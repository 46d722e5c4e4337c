import { listWaiting, type WaitingMatter } from '@kept/api';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Blank } from '../../ui/pictures.tsx';
import './console.css';

function Row({ one }: { one: WaitingMatter }) {
  const t = useMessages('versions').waiting;
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{one.recipient ? `${one.purpose.label} → ${one.recipient.label}` : one.purpose.label}</th>
      <td data-l={t.fields}>{format.list(one.fields.map(({ label }) => label))}</td>
      <td data-l={t.people} className="r">
        {format.number(one.people)}
      </td>
      <td data-l={t.some}>
        <ul className="ids">
          {one.some.map((id) => (
            <li className="mono" key={id}>
              {id}
            </li>
          ))}
        </ul>
      </td>
      <td className="r">
        <ClauseChip id={one.clause} look="still" />
      </td>
    </tr>
  );
}

/** What the version in force allows and waits for the yes of somebody: counts, and ids that name nobody. */
export function WaitingPage() {
  const t = useMessages('versions').waiting;
  const format = useFormat();
  const answer = useAnswer(listWaiting, {}, { every: 30_000 });
  return (
    <Page
      wide
      title={t.title}
      lead={answer.data && t.lead(format.number(answer.data.people), answer.data.policy.version)}
    >
      <Answer of={answer}>
        {({ matters }) =>
          matters.length === 0 ? (
            <Blank picture="empty" title={t.none.title}>
              <p>{t.none.text}</p>
            </Blank>
          ) : (
            <table className="tbl cards">
              <thead>
                <tr>
                  <th scope="col">{t.matter}</th>
                  <th scope="col">{t.fields}</th>
                  <th scope="col" className="r">
                    {t.people}
                  </th>
                  <th scope="col">{t.some}</th>
                  <th scope="col">
                    <span className="vh">{t.clause}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {matters.map((one) => (
                  <Row key={one.matter} one={one} />
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </Page>
  );
}
