import type { HonouredSignal, Notice } from '@kept/api';
import { useState } from 'react';
import { ClauseChip } from '../../app/clause.tsx';
import { forgetHere, isKeptHere } from '../../app/kept-here.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNotice } from '../../app/notice.ts';
import { askedOf, signalOf, type Use } from '../../cookies/asked.ts';
import { allow } from '../../cookies/choices.ts';
import { useAnswered } from '../../cookies/cookie-question.tsx';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Note } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';

/** That the browser has said no by itself, and what that has turned off. */
function Signal({ signal }: { signal: HonouredSignal | null }) {
  const t = useMessages('choices').browser;
  const common = useMessages('common');
  const format = useFormat();
  if (signal === null && !signalOf(navigator)) return null;
  const stopped = signal?.stopped.map(({ label }) => common.inside(label)) ?? [];
  return (
    <div className="mb-5">
      <Note of="kept" title={t.signal}>
        <p>{t.signalText(format.list(stopped))}</p>
      </Note>
    </div>
  );
}

/** Yes and no for one use, alike. */
function Answer({ use, onAnswer }: { use: Use; onAnswer(yes: boolean): void }) {
  const t = useMessages('choices').cookies;
  const { open, allowed } = useAnswered();
  return (
    <Segmented
      label={t.uses[use]}
      value={open ? '' : allowed.has(use) ? 'yes' : 'no'}
      options={[
        { value: 'no', label: t.no },
        { value: 'yes', label: t.yes },
      ]}
      onChoose={(answer) => onAnswer(answer === 'yes')}
    />
  );
}

function Rows({ notice }: { notice: Notice }) {
  const t = useMessages('choices').cookies;
  const { allowed } = useAnswered();
  const signal = signalOf(navigator);
  const asked = askedOf(notice, signal);
  const named = askedOf(notice, false);
  const answer = (use: Use, yes: boolean): void => {
    const others = asked.map((one) => one.use).filter((one) => one !== use && allowed.has(one));
    allow(yes ? [...others, use] : others);
  };
  return (
    <ul className="cookies">
      <li>
        <div>
          <b>{t.uses.necessary}</b>
          <p>{t.necessary}</p>
        </div>
        <Tag>{t.always}</Tag>
      </li>
      {(['preferences', 'statistics', 'advertising'] as const).map((use) => {
        const cookies = named.find((one) => one.use === use)?.cookies ?? [];
        const stopped = cookies.length > 0 && !asked.some((one) => one.use === use);
        return (
          <li key={use}>
            <div>
              <b>
                {t.uses[use]} {cookies[0] !== undefined && <ClauseChip id={cookies[0].clause} look="still" />}
              </b>
              <p>{cookies.length === 0 ? t.nothingText[use] : t.joined(cookies.map(({ why }) => why))}</p>
            </div>
            {cookies.length === 0 && <Tag>{t.nothing}</Tag>}
            {stopped && <Tag>{t.stopped}</Tag>}
            {cookies.length > 0 && !stopped && <Answer use={use} onAnswer={(yes) => answer(use, yes)} />}
          </li>
        );
      })}
    </ul>
  );
}

function Both({ notice }: { notice: Notice }) {
  const t = useMessages('choices').cookies;
  const asked = askedOf(notice, signalOf(navigator));
  if (asked.length === 0) return null;
  return (
    <div className="equal both">
      <button type="button" className="btn" onClick={() => allow([])}>
        {t.none}
      </button>
      <button type="button" className="btn" onClick={() => allow(asked.map(({ use }) => use))}>
        {t.all}
      </button>
    </div>
  );
}

/** Language, theme and the like, and how to have them forgotten. */
function Preferences() {
  const t = useMessages('choices').browser;
  const { say } = useToast();
  const [stored, setStored] = useState(isKeptHere);
  const forget = (): void => {
    forgetHere();
    delete document.documentElement.dataset.theme;
    setStored(false);
    say(t.forgotten);
  };
  if (!stored) return null;
  return (
    <p className="small quiet mt-4">
      {t.preferencesText}{' '}
      <Button small look="plain" onClick={forget}>
        {t.forget}
      </Button>
    </p>
  );
}

/** What this browser may store, as the notice names it; answered here as easily as in the question at the foot of the page. */
export function ThisBrowser({ signal }: { signal: HonouredSignal | null }) {
  const t = useMessages('choices');
  const { data: notice } = useNotice();
  if (notice === undefined) return null;
  return (
    <section className="sect" aria-labelledby="browser-heading">
      <div className="sect-head">
        <h2 id="browser-heading">{t.cookies.heading}</h2>
        <span className="small">{t.browser.only}</span>
      </div>
      <Signal signal={signal} />
      {notice.cookies.length === 0 && <p className="quiet mb-4">{t.cookies.unnamed}</p>}
      <Rows notice={notice} />
      <Both notice={notice} />
      <Preferences />
    </section>
  );
}
