import {
  Answer,
  Blank,
  Button,
  Failure,
  Page,
  Tag,
  TextArea,
  useAct,
  useAnswer,
  useForm,
  useFormat,
  useToast,
  useWords,
} from '@kept/web/kit';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { appeal, countRulings, listRulings, type Ruling } from '../api/index.ts';
import { moderationWords } from './moderation-words.ts';
import { words } from './words.ts';
import './community.css';

function Appeal({ id, onEnd }: { id: string; onEnd(): void }) {
  const t = useWords(moderationWords);
  const { say } = useToast();
  const { mutateAsync } = useAct(appeal, [listRulings]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { text: '' },
    check: ({ text }) => (text.trim() === '' ? { text: t.missing } : {}),
    places: { '/text': 'text' },
    send: async ({ text }) => {
      await mutateAsync({ params: { id }, body: { text } });
      say(t.appealed);
      onEnd();
    },
  });
  return (
    <form {...props} className="form saying">
      <TextArea
        name="text"
        label={t.appealText}
        value={values.text}
        error={errors.text}
        maxLength={1_000}
        onText={(text) => set('text', text)}
      />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.appealSend}
        </Button>
        <Button onClick={onEnd}>{t.cancel}</Button>
      </div>
    </form>
  );
}

function Decision({ ruling }: { ruling: Ruling }) {
  const t = useWords(moderationWords);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { id, kind, outcome, ground, words: said, text, at, state, until } = ruling;
  const isOpen = state === 'told' && until !== null;
  return (
    <li className="ruling">
      <h2>
        {t.pieces[kind]}: {t.outcomes[outcome]}
      </h2>
      <p className="byline">
        <span>{t.grounds[ground]}</span>
        <time className="quiet" dateTime={new Date(at).toISOString()}>
          {format.date(at)}
        </time>
        <Tag>{state === 'told' && !isOpen ? t.over : t.states[state]}</Tag>
      </p>
      {said !== '' && <p className="written">{said}</p>}
      {text === null ? <p className="quiet">{t.gone}</p> : <blockquote className="written short">{text}</blockquote>}
      {isOpen && outcome === 'removed' && <p className="quiet">{t.goes(format.date(until))}</p>}
      {isOpen &&
        (open ? (
          <Appeal id={id} onEnd={() => setOpen(false)} />
        ) : (
          <p>
            <Button small onClick={() => setOpen(true)}>
              {t.appeal}
              <span className="vh"> {t.until(format.date(until))}</span>
            </Button>
          </p>
        ))}
    </li>
  );
}

/** What moderators decided about what the reader wrote. */
export function DecisionsPage() {
  const t = useWords(moderationWords);
  const { title } = useWords(words);
  const answer = useAnswer(listRulings, {});
  return (
    <Page
      title={t.decisions}
      lead={t.decisionsLead}
      clause="2.1.6"
      crumb={<Link to={'/community' as string}>{title}</Link>}
    >
      <Answer of={answer}>
        {({ rulings }) =>
          rulings.length === 0 ? (
            <Blank picture="empty" title={t.none}>
              <p>{t.noneText}</p>
            </Blank>
          ) : (
            <ul className="posts">
              {rulings.map((ruling) => (
                <Decision key={ruling.id} ruling={ruling} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}

/** Where something was decided that its author has not looked at. */
export function Unseen() {
  const t = useWords(moderationWords);
  const { data } = useAnswer(countRulings, {});
  if (!data || data.unseen === 0) return null;
  return (
    <p role="status" className="unseen">
      {t.unseen(data.unseen)} <Link to={'/community/decisions' as string}>{t.look}</Link>
    </p>
  );
}
