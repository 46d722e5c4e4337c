import { Answer, Blank, Button, Failure, Page, useAct, useAnswer, useForm, useToast, useWords } from '@kept/web/kit';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { listTimes, listVisits, moveVisit, type Visit } from '../api/index.ts';
import { TimeChoice } from './time-choice.tsx';
import { words } from './words.ts';
import './booking.css';

function Form({ visit }: { visit: Visit }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const { say } = useToast();
  const { mutateAsync } = useAct(moveVisit, [listVisits, listTimes]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { day: '', starts: '' },
    check: ({ starts }) => (starts === '' ? { starts: t.missing } : {}),
    places: { '/starts': 'starts' },
    send: async ({ starts }) => {
      await mutateAsync({ params: { id: visit.id }, body: { starts: Number(starts) } });
      say(t.moved);
      await navigate({ to: '/booking' as string });
    },
  });
  return (
    <form {...props} className="form">
      <p>{t.now(`${visit.starts.day} ${visit.starts.time}`)}</p>
      <TimeChoice
        store={visit.store.id}
        day={values.day}
        starts={values.starts}
        error={errors.starts}
        onChoose={(day, starts) => {
          set('day', day);
          set('starts', starts);
        }}
      />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.move}
        </Button>
      </div>
    </form>
  );
}

/** Another time for a visit. */
export function MovePage() {
  const t = useWords(words);
  const { id } = useParams({ strict: false }) as { id: string };
  const visits = useAnswer(listVisits, {});
  return (
    <Page title={t.moveTitle} clause="2.1.3" crumb={<Link to={'/booking' as string}>{t.title}</Link>}>
      <Answer of={visits}>
        {({ visits: all }) => {
          const visit = all.find((each) => each.id === id && !each.past);
          return visit ? <Form visit={visit} /> : <Blank picture="missing" title={t.gone} />;
        }}
      </Answer>
    </Page>
  );
}
