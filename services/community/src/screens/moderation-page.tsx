import {
  Answer,
  addressOf,
  Blank,
  Button,
  Failure,
  Page,
  RadioField,
  Select,
  Tag,
  TextArea,
  useAct,
  useAnswer,
  useFailureText,
  useForm,
  useFormat,
  useToast,
  useWords,
} from '@kept/web/kit';
import { type ReactNode, useState } from 'react';
import {
  type Case,
  type Contested,
  casePicture,
  decideAppeal,
  decideCase,
  GROUNDS,
  type Ground,
  listCases,
  type Opened,
  type Outcome,
  openAppeal,
  openCase,
} from '../api/index.ts';
import { moderationWords } from './moderation-words.ts';
import './community.css';

const OUTCOMES = ['kept', 'warned', 'hidden', 'removed'] as const;

/** What it is about, and what is said of it. */
function Shown({ opened: { text, byline, pictures, said }, id }: { opened: Opened; id?: string }) {
  const t = useWords(moderationWords);
  return (
    <>
      <p className="quiet">{t.console.by(byline)}</p>
      {text === null ? <p>{t.gone}</p> : <blockquote className="written">{text}</blockquote>}
      {id !== undefined && pictures.length > 0 && (
        <ul className="shots">
          {pictures.map((picture, i) => (
            <li key={picture}>
              <img src={addressOf(casePicture, { params: { id, picture } })} alt={t.console.picture(i + 1)} />
            </li>
          ))}
        </ul>
      )}
      <h3>{t.console.said}</h3>
      <ul className="said">
        {said.map((each, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change places.
          <li key={i}>
            <div>
              {each.ground !== null && <b>{t.grounds[each.ground]}</b>}
              <p className="written">{each.text || t.console.wordless}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Decide({ id, ground }: { id: string; ground: Ground }) {
  const t = useWords(moderationWords);
  const { say } = useToast();
  const { mutateAsync } = useAct(decideCase, [listCases]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { outcome: '', ground: ground as string, text: '' },
    check: ({ outcome }) => (outcome === '' ? { outcome: t.choose } : {}),
    places: { '/outcome': 'outcome', '/text': 'text' },
    send: async ({ outcome, ground: rule, text }) => {
      await mutateAsync({ params: { id }, body: { outcome: outcome as Outcome, ground: rule as Ground, text } });
      say(outcome === 'kept' ? t.console.keptSaid : t.console.decided);
    },
  });
  return (
    <form {...props} className="form">
      <RadioField
        name="outcome"
        label={t.console.what}
        value={values.outcome}
        error={errors.outcome}
        options={OUTCOMES.map((value) => ({ value, label: t.console.outcomes[value] }))}
        onChoose={(outcome) => set('outcome', outcome)}
      />
      {values.outcome !== 'kept' && (
        <>
          <Select
            label={t.console.why}
            value={values.ground}
            options={GROUNDS.map((value) => ({ value, label: t.grounds[value] }))}
            onChoose={(next) => set('ground', next)}
          />
          <TextArea
            name="text"
            label={t.console.words}
            value={values.text}
            error={errors.text}
            maxLength={1_000}
            onText={(text) => set('text', text)}
          />
        </>
      )}
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.console.decide}
        </Button>
      </div>
    </form>
  );
}

interface ItemProps {
  readonly title: string;
  readonly since: number;
  readonly tags: readonly string[];
  open(): Promise<Opened>;
  children(opened: Opened): ReactNode;
}

/** Closed until somebody opens it, which is on the record. */
function Item({ title, since, tags, open, children }: ItemProps) {
  const t = useWords(moderationWords);
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const [opened, setOpened] = useState<Opened | null>(null);
  const press = (): void => void open().then(setOpened, (error: unknown) => say(failureText(error)));
  return (
    <li className="ruling">
      <h3>{title}</h3>
      <p className="byline">
        <time className="quiet" dateTime={new Date(since).toISOString()}>
          {format.dateTime(since)}
        </time>
        {tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </p>
      {opened === null ? (
        <p>
          <Button small onClick={press}>
            {t.console.open}
            <span className="vh"> {title}</span>
          </Button>
        </p>
      ) : (
        children(opened)
      )}
    </li>
  );
}

function Reported({ of: { id, kind, since, reports, grounds } }: { of: Case }) {
  const t = useWords(moderationWords);
  const { mutateAsync } = useAct(openCase);
  return (
    <Item
      title={`${t.pieces[kind]}: ${t.console.reports(reports)}`}
      since={since}
      tags={grounds.map((ground) => t.grounds[ground])}
      open={() => mutateAsync({ params: { id } })}
    >
      {(opened) => (
        <>
          <Shown opened={opened} id={id} />
          <Decide id={id} ground={grounds[0] ?? 'other'} />
        </>
      )}
    </Item>
  );
}

function Appealed({ of: { id, kind, since, outcome, ground, own } }: { of: Contested }) {
  const t = useWords(moderationWords);
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutateAsync } = useAct(openAppeal);
  const settle = useAct(decideAppeal, [listCases]);
  const end = (stands: boolean): void =>
    settle.mutate(
      { params: { id }, body: { stands } },
      { onSuccess: () => say(t.console.settled), onError: (error) => say(failureText(error)) },
    );
  return (
    <Item
      title={`${t.pieces[kind]}: ${t.outcomes[outcome]}`}
      since={since}
      tags={[t.grounds[ground]]}
      open={() => mutateAsync({ params: { id } })}
    >
      {(opened) => (
        <>
          <Shown opened={opened} />
          {own ? (
            <p className="quiet">{t.console.own}</p>
          ) : (
            <div className="acts">
              <Button busy={settle.isPending} onClick={() => end(true)}>
                {t.console.stands}
              </Button>
              <Button busy={settle.isPending} onClick={() => end(false)}>
                {t.console.reverse}
              </Button>
            </div>
          )}
        </>
      )}
    </Item>
  );
}

/** What was reported, and what was appealed against. */
export function ModerationPage() {
  const t = useWords(moderationWords);
  const answer = useAnswer(listCases, {});
  return (
    <Page title={t.console.title} lead={t.console.lead} clause="2.1.6">
      <Answer of={answer}>
        {({ cases, appeals }) => (
          <>
            <section aria-labelledby="cases">
              <h2 id="cases">{t.console.cases}</h2>
              {cases.length === 0 ? (
                <Blank picture="empty" title={t.console.noCases}>
                  <p>{t.console.noCasesText}</p>
                </Blank>
              ) : (
                <ul className="posts">
                  {cases.map((each) => (
                    <Reported key={each.id} of={each} />
                  ))}
                </ul>
              )}
            </section>
            <section className="sect" aria-labelledby="appeals">
              <h2 id="appeals">{t.console.appeals}</h2>
              {appeals.length === 0 ? (
                <p className="quiet">{t.console.noAppeals}</p>
              ) : (
                <ul className="posts">
                  {appeals.map((each) => (
                    <Appealed key={each.id} of={each} />
                  ))}
                </ul>
              )}
            </section>
          </>
        )}
      </Answer>
    </Page>
  );
}
