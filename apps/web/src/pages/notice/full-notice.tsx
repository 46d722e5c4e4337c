import type { Notice } from '@kept/api';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { ClauseChip } from '../../app/clause.tsx';
import { useMessages } from '../../app/language.tsx';
import { Marked } from '../../ui/marked.tsx';
import { CollectionTable } from './collection-table.tsx';
import { Contents } from './contents.tsx';
import { NoticeFoot } from './notice-foot.tsx';
import { RecipientTable } from './recipient-table.tsx';
import { Regions } from './regions.tsx';
import { RightsTable } from './rights-table.tsx';

function Section({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      {lead !== undefined && <p>{lead}</p>}
      {children}
    </section>
  );
}

/** What leaves a region is told where the regions are. */
const further = ({ sections }: Notice): Notice['sections'] => sections.filter(({ id }) => id !== 'transfers');

function FurtherSections({ notice }: { notice: Notice }) {
  return further(notice).map((section) => (
    <Section key={section.id} id={section.id} title={section.title}>
      <ul className="paragraphs">
        {section.paragraphs.map((paragraph, index) => (
          <li key={paragraph.text} id={`${section.id}-${index + 1}`}>
            <span>
              <Marked text={paragraph.text} />
            </span>
            {paragraph.clause !== undefined && <ClauseChip id={paragraph.clause} />}
          </li>
        ))}
      </ul>
    </Section>
  ));
}

function Clauses({ notice }: { notice: Notice }) {
  return (
    <ol className="clauses">
      {notice.clauses.map((clause) => (
        <li key={clause.id} id={`c${clause.id}`}>
          <h3>
            <span className="n">§{clause.id}</span>
            {clause.title}
          </h3>
          <p>
            <Marked text={clause.sentence} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The newest first, each with what it changed. */
function Versions({ notice }: { notice: Notice }) {
  return (
    <ul className="vers">
      {notice.versions.toReversed().map((version) => (
        <li key={version.version} id={`version-${version.version}`}>
          <b>{version.version}</b>
          {version.effective && <time dateTime={version.effective}>{version.effective}</time>}
          <div>
            <span>{version.summary}</span>
            {version.changes.length > 0 && (
              <ul>
                {version.changes.map((change) => (
                  <li key={change}>
                    <Marked text={change} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Brings the line that an address names into view once it is there, and marks it. */
function useLine(): void {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  useEffect(() => {
    const line = hash === '' ? null : document.getElementById(decodeURIComponent(hash));
    line?.scrollIntoView({ block: 'center' });
    line?.setAttribute('data-here', '');
    return () => line?.removeAttribute('data-here');
  }, [hash]);
}

/** The whole notice: tables first, then every clause in its own words. */
export function FullNotice({ notice }: { notice: Notice }) {
  useLine();
  const t = useMessages('notice');
  const parts = [
    { id: 'collect', title: t.collect.title },
    { id: 'recipients', title: t.recipients.title },
    { id: 'regions', title: t.regions.title },
    { id: 'rights', title: t.rights.title },
    ...further(notice).map(({ id, title }) => ({ id: id as string, title })),
    { id: 'clauses', title: t.clauses.title },
    { id: 'versions', title: t.versions.title },
  ];
  return (
    <>
      <div className="full">
        <Contents parts={parts} />
        <div>
          <Section id="collect" title={t.collect.title} lead={t.collect.lead}>
            <CollectionTable notice={notice} />
          </Section>
          <Section id="recipients" title={t.recipients.title} lead={t.recipients.lead}>
            <RecipientTable notice={notice} />
          </Section>
          <Section id="regions" title={t.regions.title} lead={t.regions.lead(notice.regions.length)}>
            <Regions notice={notice} />
          </Section>
          <Section id="rights" title={t.rights.title} lead={t.rights.lead}>
            <RightsTable notice={notice} />
          </Section>
          <FurtherSections notice={notice} />
          <Section id="clauses" title={t.clauses.title} lead={t.clauses.lead}>
            <Clauses notice={notice} />
          </Section>
          <Section id="versions" title={t.versions.title}>
            <Versions notice={notice} />
          </Section>
        </div>
      </div>
      <NoticeFoot notice={notice} />
    </>
  );
}
