import {
  Answer,
  addressOf,
  Blank,
  Button,
  buttonClass,
  Page,
  Tag,
  useAct,
  useAnswer,
  useTaking,
  useWords,
} from '@kept/web/kit';
import { Link } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import { endVisit, listVisits, type Visit, visitCalendar } from '../api/index.ts';
import { words } from './words.ts';
import './booking.css';

function Row({ visit, onEnd }: { visit: Visit; onEnd(): void }) {
  const t = useWords(words);
  const { id, store, starts, at, past } = visit;
  const when = `${starts.day} ${starts.time}`;
  return (
    <li>
      <div>
        <b>{when}</b> {past && <Tag>{t.past}</Tag>}
        <p>
          {store.name} · {t.where[at]}
        </p>
        <small className="quiet">{past ? t.pastText : store.address}</small>
      </div>
      {!past && (
        <div className="acts">
          <a
            className={buttonClass('second', true)}
            href={addressOf(visitCalendar, { params: { id } })}
            download="visit.ics"
          >
            <CalendarPlus size={16} aria-hidden="true" />
            {t.calendar}
            <span className="vh"> {when}</span>
          </a>
          <Link className={buttonClass('second', true)} to={`/booking/${id}` as string}>
            {t.move}
            <span className="vh"> {when}</span>
          </Link>
          <Button small look="ending" onClick={onEnd}>
            {t.end}
            <span className="vh"> {when}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

function Visits({ visits }: { visits: readonly Visit[] }) {
  const t = useWords(words);
  const { mutateAsync } = useAct(endVisit, [listVisits]);
  const { isGone, take } = useTaking(t.ended, (id) => mutateAsync({ params: { id } }));
  const shown = visits.filter(({ id }) => !isGone(id));
  if (shown.length === 0)
    return (
      <Blank picture="empty" title={t.none}>
        <p>{t.noneText}</p>
      </Blank>
    );
  return (
    <ul className="visits">
      {shown.map((visit) => (
        <Row key={visit.id} visit={visit} onEnd={() => take(visit.id)} />
      ))}
    </ul>
  );
}

/** The person's visits, the soonest first. */
export function VisitsPage() {
  const t = useWords(words);
  const visits = useAnswer(listVisits, {});
  return (
    <Page
      title={t.title}
      lead={t.lead}
      clause="2.1.3"
      actions={
        <Link className={buttonClass('primary')} to={'/booking/new' as string}>
          {t.book}
        </Link>
      }
    >
      <Answer of={visits}>{({ visits: all }) => <Visits visits={all} />}</Answer>
    </Page>
  );
}
