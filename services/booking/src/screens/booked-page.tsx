import {
  Answer,
  Blank,
  Button,
  Facts,
  Page,
  Select,
  Tag,
  useAct,
  useAnswer,
  useFailureText,
  useTaking,
  useToast,
  useWords,
} from '@kept/web/kit';
import { useState } from 'react';
import { type BookedVisit, callOff, listBooked, listStores, openVisit, type VisitDetails } from '../api/index.ts';
import { words } from './words.ts';
import './booking.css';

interface RowProps {
  readonly store: string;
  readonly visit: BookedVisit;
  onOff(): void;
}

function Row({ store, visit, onOff }: RowProps) {
  const t = useWords(words);
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(openVisit);
  const [details, setDetails] = useState<VisitDetails | null>(null);
  const when = `${visit.starts.day} ${visit.starts.time}`;
  const open = (): void =>
    mutate({ params: { store, id: visit.id } }, { onSuccess: setDetails, onError: (error) => say(failureText(error)) });
  return (
    <tr>
      <th scope="row">
        {when} {visit.moved && <Tag>{t.staff.moved}</Tag>}
      </th>
      <td data-l={t.staff.where}>{t.where[visit.at]}</td>
      <td data-l={t.staff.who}>
        {details === null ? (
          <Button small busy={isPending} onClick={open}>
            {t.staff.open}
            <span className="vh"> {when}</span>
          </Button>
        ) : (
          <Facts
            facts={[
              [t.name, details.name],
              [t.phone, details.phone],
              [t.region, details.region],
              [t.address, details.address],
              [t.need, details.need],
            ]}
          />
        )}
      </td>
      <td>
        <Button small look="ending" onClick={onOff}>
          {t.staff.off}
          <span className="vh"> {when}</span>
        </Button>
      </td>
    </tr>
  );
}

function Visits({ store, visits }: { store: string; visits: readonly BookedVisit[] }) {
  const t = useWords(words);
  const { mutateAsync } = useAct(callOff, [listBooked]);
  const { isGone, take } = useTaking(t.staff.offDone, (id) => mutateAsync({ params: { store, id } }));
  const shown = visits.filter(({ id }) => !isGone(id));
  if (shown.length === 0) return <Blank picture="empty" title={t.staff.none} />;
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t.staff.when}</th>
          <th scope="col">{t.staff.where}</th>
          <th scope="col">{t.staff.who}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {shown.map((visit) => (
          <Row key={visit.id} store={store} visit={visit} onOff={() => take(visit.id)} />
        ))}
      </tbody>
    </table>
  );
}

function OfStore({ store }: { store: string }) {
  const booked = useAnswer(listBooked, { params: { store } });
  return <Answer of={booked}>{({ visits }) => <Visits key={store} store={store} visits={visits} />}</Answer>;
}

/** Who is expected, store by store. */
export function BookedPage() {
  const t = useWords(words);
  const stores = useAnswer(listStores, {});
  const [chosen, setChosen] = useState('');
  return (
    <Page wide title={t.title} lead={t.staff.lead}>
      <Answer of={stores}>
        {({ stores: all }) => {
          const store = chosen || all[0]?.id;
          if (store === undefined) return <Blank picture="empty" title={t.noStore} />;
          return (
            <>
              <div className="areas">
                <Select
                  label={t.store}
                  value={store}
                  options={all.map(({ id, name, synthetic }) => ({
                    value: id,
                    label: synthetic ? `${name} · ${t.synthetic}` : name,
                  }))}
                  onChoose={setChosen}
                />
              </div>
              <OfStore store={store} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
