import type { ReactNode } from 'react';
import { usePageTitle } from '../../app/page.tsx';
import { PublicFrame } from '../../app/public-frame.tsx';
import { ClauseSheet } from '../../app/sheet.tsx';
import { Note } from '../../ui/status.tsx';
import './sign.css';

interface SignFrameProps {
  readonly title: string;
  readonly lead?: string;
  readonly beside?: ReactNode;
  readonly way?: boolean;
  readonly children: ReactNode;
}

/** A page with one question: the form, and beside it what answering means. */
export function SignFrame({ title, lead, beside, way = true, children }: SignFrameProps) {
  usePageTitle(title);
  return (
    <PublicFrame way={way}>
      <div className="ask">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
          {children}
        </div>
        {beside !== undefined && <aside className="beside">{beside}</aside>}
      </div>
      <ClauseSheet />
    </PublicFrame>
  );
}

/** What is wrong with the whole form. */
export function FormFailure({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <Note of="broken">
      <p role="alert">{text}</p>
    </Note>
  );
}
