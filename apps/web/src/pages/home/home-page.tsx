import { listActivity, listMyRecipients, type MyData, type MyRecipients, readMyData } from '@kept/api';
import { listSecondSteps } from '@kept/service-account/api';
import { Link } from '@tanstack/react-router';
import { Database } from 'lucide-react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { usePerson } from '../../app/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note, Status } from '../../ui/status.tsx';
import { DataPlan } from './data-plan.tsx';
import { Latest } from './latest.tsx';
import './home.css';

const period = 30;

/** How things stand, in a line of signs. */
function Signs({ data, recipients }: { data: MyData; recipients: MyRecipients | undefined }) {
  const t = useMessages('home').signs;
  const format = useFormat();
  const stopped = recipients?.receipts.filter(({ outcome }) => outcome === 'refused').length ?? 0;
  const waiting = recipients?.receipts.filter(({ outcome }) => outcome === 'accepted').length ?? 0;
  const now = useNow();
  const dated = data.categories.flatMap(({ items }) => items).filter((item) => (item.expires.at ?? 0) > now);
  const next = dated.sort((a, b) => a.expires.at! - b.expires.at!)[0];
  return (
    <p className="signs">
      {recipients !== undefined && <Status of="kept">{t.onList}</Status>}
      {waiting > 0 && <span className="quiet">{t.waiting(waiting)}</span>}
      {stopped > 0 && <Status of="due">{t.stopped(stopped)}</Status>}
      {next !== undefined && (
        <span className="quiet">{t.next(next.label, format.relative(next.expires.at!, now))}</span>
      )}
    </p>
  );
}

function SecondStepAdvice() {
  const t = useMessages('home').advice;
  const { data } = useAnswer(listSecondSteps, {});
  if (data === undefined || data.totp || data.passkeys.length > 0) return null;
  return (
    <div className="mt-6">
      <Note of="due" title={t.title}>
        <p>{t.text}</p>
        <p className="mt-3">
          <Link to="/account" hash="second-step" className={buttonClass('second', true)}>
            {t.go}
          </Link>
        </p>
      </Note>
    </div>
  );
}

/** Home: what is held and where it went, at a glance. */
export function HomePage() {
  const t = useMessages('home');
  const { person } = usePerson();
  const data = useAnswer(readMyData, {});
  const recipients = useAnswer(listMyRecipients, { query: { days: period } });
  const activity = useAnswer(listActivity, { query: { limit: 40 } });
  const handed = recipients.data?.recipients.reduce((sum, { count }) => sum + count, 0);
  const lead = data.data === undefined || handed === undefined ? undefined : t.lead(data.data.held, handed, period);
  return (
    <Page
      title={t.title}
      heading={person.nickname === undefined ? t.title : t.of(person.nickname)}
      lead={lead}
      actions={
        <Link to="/my-data" className={buttonClass('primary')}>
          <Icon of={Database} />
          {t.see}
        </Link>
      }
      margin={
        <>
          <Answer of={activity}>{({ entries }) => <Latest entries={entries} />}</Answer>
          <SecondStepAdvice />
        </>
      }
    >
      <Answer of={data}>
        {(held) => (
          <>
            <Signs data={held} recipients={recipients.data} />
            <DataPlan data={held} recipients={recipients.data} />
          </>
        )}
      </Answer>
    </Page>
  );
}
