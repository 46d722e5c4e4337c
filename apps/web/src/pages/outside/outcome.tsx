import type { OutsideOutcome } from '@kept/api';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Marked } from '../../ui/marked.tsx';
import { Note } from '../../ui/status.tsx';
import { SignFrame } from '../sign/sign-frame.tsx';

/** What came of it, told to whoever has proven the contact. */
export function Outcome({ outcome }: { outcome: OutsideOutcome }) {
  const t = useMessages('outside');
  return (
    <SignFrame title={t.title}>
      <div className="form" role="status">
        <Told outcome={outcome} />
        {outcome.outcome !== 'made' && (
          <p className="acts">
            <Link to="/ask" className={buttonClass()} reloadDocument>
              {t.again}
            </Link>
          </p>
        )}
      </div>
    </SignFrame>
  );
}

function Told({ outcome }: { outcome: OutsideOutcome }): ReactNode {
  const t = useMessages('outside');
  const format = useFormat();
  switch (outcome.outcome) {
    case 'made':
      return (
        <Note of="kept" title={t.made}>
          <p>
            <b>{outcome.request.title}</b> <span className="nowrap">{outcome.request.number}</span>
          </p>
          <p>
            <Marked text={t.madeText(format.date(outcome.expiresAt))} />
          </p>
          <p className="mt-3">
            <Link to="/ask/status/$link" params={{ link: outcome.link }} className={buttonClass('primary')}>
              {t.open}
            </Link>
          </p>
        </Note>
      );
    case 'nothing-held':
      return (
        <Note of="kept" title={t.nothing}>
          <p>{t.nothingText}</p>
        </Note>
      );
    case 'not-granted':
      return (
        <Note of="due" title={t.notGranted}>
          <p>
            <ClauseChip id={outcome.clause} />
          </p>
        </Note>
      );
    case 'blocked':
      return (
        <Note of="due" title={t.blocked}>
          <p>
            {outcome.reason} <ClauseChip id={outcome.clause} />
          </p>
        </Note>
      );
    case 'sign-in':
      return (
        <Note of="due" title={t.signIn}>
          <p>{t.signInText}</p>
        </Note>
      );
  }
}
