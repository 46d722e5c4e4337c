import type { ChangeSection } from '@kept/api';
import { Marked } from '../ui/marked.tsx';
import { Status } from '../ui/status.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFormat, useMessages } from './language.tsx';
import './change-sections.css';

/** What one version changes from another, section by section, each line with the clauses of both. */
export function ChangeSections({
  sections,
  level,
  id,
}: {
  sections: readonly ChangeSection[];
  level: 2 | 3;
  id: string;
}) {
  const t = useMessages('versions').sections;
  const format = useFormat();
  const Heading = level === 2 ? 'h2' : 'h3';
  return sections.map((section) => {
    const heading = `${id}-${section.id}`;
    return (
      <section className="chg" key={section.id} aria-labelledby={heading}>
        <Heading id={heading}>
          {section.title} <span className="n">{format.number(section.lines.length)}</span>
        </Heading>
        <ul>
          {section.lines.map((line) => (
            <li key={line.id}>
              <b>{line.label}</b>
              <span className="marks">
                {line.waits !== undefined && <Status of="due">{t.waits}</Status>}
                {line.reducesRights && <Status of="broken">{t.reduces}</Status>}
                {line.situations !== undefined && <Tag>{t.situations(format.number(line.situations))}</Tag>}
              </span>
              <p>
                <Marked text={line.text} />
              </p>
              {line.waits !== undefined && (
                <p className="quiet">
                  <Marked text={line.waits} />
                </p>
              )}
              <p className="small quiet">{t.clause(format.list(line.before), format.list(line.after))}</p>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
