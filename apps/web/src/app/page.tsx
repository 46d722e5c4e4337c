import { type ReactNode, useEffect, useRef } from 'react';
import { Marked } from '../ui/marked.tsx';
import { useClauseSheet } from './clause.tsx';
import { useBrand } from './notice.ts';
import { hasTurned } from './page-turn.ts';
import { ClauseSheet } from './sheet.tsx';

/** Names the document. */
export function usePageTitle(title: string): void {
  const brand = useBrand();
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
}

interface PageProps {
  readonly title: string;
  /** Words of the heading where they differ from the document's title. */
  readonly heading?: ReactNode;
  /** One sentence: how things stand. */
  readonly lead?: string | undefined;
  readonly crumb?: ReactNode;
  readonly actions?: ReactNode;
  /** Beside the content on a wide screen, below it on others; the clause sheet lies above it. */
  readonly margin?: ReactNode;
  /** Uses the full width; the clause sheet then slides in from the side. */
  readonly wide?: boolean;
  /** The clause that the page rests on; lies in the margin while no other is open. */
  readonly clause?: string | undefined;
  readonly children: ReactNode;
}

/** A page inside a shell: heading, lead, one primary action, content, margin. A change of page ends at its heading. */
export function Page({ title, heading, lead, crumb, actions, margin, wide = false, clause, children }: PageProps) {
  const { setMargin, close } = useClauseSheet();
  const h1 = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);

  useEffect(() => {
    const idle = document.activeElement === document.body || document.activeElement?.closest('nav') != null;
    if (hasTurned() && idle) h1.current?.focus({ preventScroll: true });
    return close;
  }, [close]);

  return (
    <div className={wide ? 'page wide' : 'page'}>
      <header className="head">
        <div>
          {crumb !== undefined && <p className="crumb">{crumb}</p>}
          <h1 ref={h1} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead !== undefined && (
            <p className="lead">
              <Marked text={lead} />
            </p>
          )}
        </div>
        {actions !== undefined && <div className="acts">{actions}</div>}
      </header>
      <div className="content">{children}</div>
      {!wide && (
        <aside className="margin">
          <div ref={setMargin} />
          {margin}
        </aside>
      )}
      <ClauseSheet resting={clause} />
    </div>
  );
}
