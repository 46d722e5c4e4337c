import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RefreshCw, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiFailure } from '../api/failure.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Blank } from '../ui/pictures.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useFailureText } from './failure-text.ts';
import { useMessages } from './language.tsx';
import { useOnline } from './media.ts';

/** What happened, what is safe, what to do. */
export function Broken({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useMessages('common');
  const text = useFailureText();
  const kind = error instanceof ApiFailure ? error.kind : 'broken';
  const reference = error instanceof ApiFailure ? error.problem?.reference : undefined;
  if (kind === 'forbidden') {
    return (
      <Blank picture="forbidden" title={t.forbidden.title}>
        <p>{text(error)}</p>
      </Blank>
    );
  }
  if (kind === 'missing') {
    return (
      <Blank picture="missing" title={t.missing.title}>
        <p>{t.missing.text}</p>
      </Blank>
    );
  }
  if (kind === 'signed-out') {
    return (
      <Blank
        picture="forbidden"
        title={t.signedOut.title}
        actions={
          <Link to="/sign-in" className={buttonClass('primary')}>
            {t.signIn}
          </Link>
        }
      >
        <p>{t.signedOut.text}</p>
      </Blank>
    );
  }
  const offline = kind === 'offline';
  return (
    <Blank
      picture={offline ? 'offline' : 'broken'}
      title={offline ? t.offline.title : t.broken.title}
      actions={
        onRetry !== undefined && (
          <Button look="primary" icon={RefreshCw} onClick={onRetry}>
            {t.retry}
          </Button>
        )
      }
    >
      <dl className="tell">
        <div>
          <dt>{t.whatHappened}</dt>
          <dd>{text(error)}</dd>
        </div>
        <div>
          <dt>{t.whatIsSafe}</dt>
          <dd>{offline ? t.offline.safe : t.broken.safe}</dd>
        </div>
        <div>
          <dt>{t.whatNext}</dt>
          <dd>{offline ? t.offline.next : t.broken.next}</dd>
        </div>
      </dl>
      {reference !== undefined && <p className="small">{t.reference(reference)}</p>}
    </Blank>
  );
}

interface AnswerProps<T> {
  readonly of: UseQueryResult<T>;
  readonly waiting?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** The answer once it is there; before that a skeleton, instead of it what went wrong. */
export function Answer<T>({ of: { data, error, isPending, refetch }, waiting, children }: AnswerProps<T>) {
  const t = useMessages('common');
  if (data !== undefined) return children(data);
  if (isPending && error === null) return waiting ?? <SkeletonRows label={t.loading} />;
  return <Broken error={error} onRetry={() => void refetch()} />;
}

/** Says so at the head of the page while there is no network. */
export function OfflineBar() {
  const t = useMessages('common');
  if (useOnline()) return null;
  return (
    <div className="off" role="status">
      <Icon of={WifiOff} />
      <span>{t.offline.bar}</span>
    </div>
  );
}
