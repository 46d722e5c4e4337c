import { Dialog } from '@base-ui/react/dialog';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../ui/button.tsx';
import { Marked } from '../ui/marked.tsx';
import { type OpenClause, useClauseSheet } from './clause.tsx';
import { useMessages } from './language.tsx';
import { useWide } from './media.ts';
import { useClause, useNotice } from './notice.ts';

const headingId = 'clause-heading';

function Sentence({ id }: { id: string }) {
  const t = useMessages('common');
  const clause = useClause(id);
  const policy = useNotice().data?.policy;
  if (clause === undefined) return <p className="quiet">{t.clauseUnknown}</p>;
  return (
    <>
      <blockquote>
        <Marked text={clause.sentence} as="mark" />
      </blockquote>
      <p className="src">
        <Link to="/notice" hash={`c${id}`}>
          {t.seeInNotice}
        </Link>
        {policy !== undefined && <span>{t.version(policy.version)}</span>}
        {policy !== undefined && <span className="mono">{`${policy.hash.slice(0, 4)}…${policy.hash.slice(-4)}`}</span>}
      </p>
    </>
  );
}

function SheetBody({ open, heading, closing }: { open: OpenClause; heading: ReactNode; closing: ReactNode }) {
  return (
    <>
      <header>
        {heading}
        {closing}
      </header>
      <Sentence id={open.id} />
      {open.facts}
      {open.actions !== undefined && <div className="sheet-acts">{open.actions}</div>}
    </>
  );
}

function HeadingText({ id }: { id: string }) {
  const clause = useClause(id);
  return (
    <>
      <span className="n">§{id}</span>
      {clause?.title}
    </>
  );
}

/** The clause a page rests on, for reading while none is open. */
function Resting({ id }: { id: string }) {
  return (
    <section className="sheet" aria-labelledby={headingId}>
      <header>
        <h2 id={headingId}>
          <HeadingText id={id} />
        </h2>
      </header>
      <Sentence id={id} />
    </section>
  );
}

/** The open clause: in the page's margin where there is one, else a dialog from the side or, on a phone, from the foot. */
export function ClauseSheet({ resting }: { resting?: string | undefined }) {
  const t = useMessages('common');
  const { open, close, margin } = useClauseSheet();
  const wide = useWide();
  if (wide && margin !== null) {
    if (open === null) return resting === undefined ? null : createPortal(<Resting id={resting} />, margin);
    return createPortal(
      <section className="sheet" aria-labelledby={headingId} aria-live="polite" key={open.chip}>
        <SheetBody
          open={open}
          heading={
            <h2 id={headingId}>
              <HeadingText id={open.id} />
            </h2>
          }
          closing={<IconButton icon={X} label={t.close} onClick={close} />}
        />
      </section>,
      margin,
    );
  }
  return (
    <Dialog.Root open={open !== null} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="sheet pop">
          {open !== null && (
            <SheetBody
              open={open}
              heading={
                <Dialog.Title>
                  <HeadingText id={open.id} />
                </Dialog.Title>
              }
              closing={<Dialog.Close render={<IconButton icon={X} label={t.close} />} />}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
