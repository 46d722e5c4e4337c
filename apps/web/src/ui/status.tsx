import type { Standing } from '@kept/api';
import type { ReactNode } from 'react';

const drawings: Readonly<Record<Standing, ReactNode>> = {
  kept: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path
        d="m4.9 8.2 2.2 2.2 4-4.4"
        stroke="var(--paper)"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  due: (
    <>
      <path d="M8 1.6 15.2 14H.8z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      <path d="M8 6v3.6M8 11.6v.6" stroke="var(--paper)" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  broken: (
    <>
      <rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2" fill="currentColor" stroke="none" />
      <path d="m5 5 6 6m0-6-6 6" stroke="var(--paper)" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.6" strokeDasharray="2.6 2" strokeWidth="1.4" />
      <path d="M6.2 6.2a1.9 1.9 0 1 1 2.6 1.9c-.6.3-.8.6-.8 1.2M8 11.4v.1" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
};

export function Shape({ of }: { of: Standing }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden="true">
      {drawings[of]}
    </svg>
  );
}

/** Shape, word and colour together; never one alone. */
export function Status({ of, children }: { of: Standing; children: ReactNode }) {
  return (
    <span className="status" data-s={of}>
      <Shape of={of} />
      {children}
    </span>
  );
}

/** Something told in a box: plain, good news, to be noted, not done. */
export function Note({ of, title, children }: { of?: Standing; title?: string; children?: ReactNode }) {
  return (
    <div className="note" data-s={of}>
      <Shape of={of ?? 'unknown'} />
      <div>
        {title !== undefined && <b>{title}</b>}
        {children}
      </div>
    </div>
  );
}

/** Why what was sent did not go through, told at once to who cannot see it; nothing where it did. */
export function Failure({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <Note of="broken">
      <p role="alert">{text}</p>
    </Note>
  );
}
