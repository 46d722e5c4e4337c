import { type ConsentState, listConsents, type Named } from '@kept/api';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useRightClause } from '../../app/notice.ts';
import { Page } from '../../app/page.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { GivenList } from './given-list.tsx';
import { Question } from './question.tsx';
import { ThisBrowser } from './this-browser.tsx';
import './choices.css';

function useLead(consents: readonly ConsentState[] | undefined): string | undefined {
  const t = useMessages('choices');
  if (consents === undefined || consents.length === 0) return undefined;
  const given = consents.filter((consent) => consent.given).length;
  const refused = consents.filter(({ state }) => state === 'refused' || state === 'withdrawn').length;
  return t.lead(given, refused);
}

/** What is asked browser by browser has a place of its own. */
const ofTheAccount = (consents: readonly ConsentState[]): readonly ConsentState[] =>
  consents.filter(({ cookie }) => !cookie);

function Consents({ consents }: { consents: readonly ConsentState[] }) {
  const t = useMessages('choices');
  const asked = consents.filter(({ state }) => state === 'never');
  const answered = consents.filter(({ state }) => state !== 'never');
  if (consents.length === 0) {
    return (
      <Blank picture="empty" title={t.nothing.title}>
        <p>{t.nothing.text}</p>
      </Blank>
    );
  }
  return (
    <>
      {answered.length > 0 && (
        <section aria-labelledby="answered-heading">
          <h2 id="answered-heading" className="vh">
            {t.answered}
          </h2>
          <GivenList consents={answered} />
        </section>
      )}
      {asked.length > 0 && (
        <section className={answered.length > 0 ? 'sect' : ''} aria-labelledby="asked-heading">
          <div className="sect-head">
            <h2 id="asked-heading">{t.asked(asked.length)}</h2>
            <span className="small">{t.askedHint}</span>
          </div>
          {asked.map((consent, index) => (
            <Question key={consent.id} consent={consent} place={index + 1} />
          ))}
        </section>
      )}
    </>
  );
}

/** That there is no more to answer yet, and what will be asked once it is there. */
function Later({ consents }: { consents: readonly Named[] }) {
  const t = useMessages('choices');
  const format = useFormat();
  if (consents.length === 0) return null;
  return (
    <p className="small quiet mt-4 max-w-[60ch]">
      {t.later(consents.length, format.list(consents.map(({ label }) => label)))}
    </p>
  );
}

/** What only happens if the person says yes. Giving and taking back is one press each. */
export function ChoicesPage() {
  const t = useMessages('choices');
  const answer = useAnswer(listConsents, {});
  return (
    <Page
      title={t.title}
      lead={useLead(answer.data && ofTheAccount(answer.data.consents))}
      clause={useRightClause('withdrawal')}
    >
      <Answer of={answer}>
        {({ consents, later }) => (
          <>
            <Consents consents={ofTheAccount(consents)} />
            <Later consents={later} />
          </>
        )}
      </Answer>
      <ThisBrowser signal={answer.data?.signal ?? null} />
    </Page>
  );
}
