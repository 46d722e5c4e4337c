import type { RequestPreview } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { LockKeyhole, Trash2 } from 'lucide-react';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PaperPicture } from '../../ui/paper-picture.tsx';

type Lists = Pick<RequestPreview, 'goes' | 'stays'>;

/** What is destroyed, what is kept, and why. */
export function GoesAndStays({ goes, stays }: Lists) {
  const t = useMessages('requests');
  const format = useFormat();
  if (goes.length === 0 && stays.length === 0) return null;
  return (
    <div className="goeskeeps">
      <section aria-labelledby="goes-heading">
        <h2 id="goes-heading">
          <Icon of={Trash2} />
          {t.goes}
        </h2>
        <ul>
          {goes.map(({ label, service, count, note }) => (
            <li key={`${service} ${label}`}>
              <span>
                {label}
                {count !== undefined && <span className="quiet"> {t.pieces(format.number(count))}</span>}
              </span>
              <span className="quiet">{service}</span>
              {note !== undefined && <small>{note}</small>}
            </li>
          ))}
          {goes.length === 0 && <li className="quiet">{t.goesNothing}</li>}
        </ul>
      </section>
      <section aria-labelledby="stays-heading">
        <h2 id="stays-heading">
          <Icon of={LockKeyhole} />
          {t.stays}
        </h2>
        <ul>
          {stays.map(({ label, reason, clause, until }) => (
            <li key={label}>
              <span>{label}</span>
              <ClauseChip id={clause} look="still" />
              <small>
                {reason}
                {until !== undefined && ` ${t.until(format.date(until))}`}
              </small>
            </li>
          ))}
          {stays.length === 0 && <li className="quiet">{t.staysNothing}</li>}
        </ul>
      </section>
    </div>
  );
}

/** The certificate to come, or the one that is there. */
export function CertificateHint({ code, done = false }: { code: string; done?: boolean }) {
  const t = useMessages('requests').certificate;
  return (
    <div className="certmini">
      <PaperPicture />
      <div>
        <b>{done ? t.ready : t.coming}</b>
        <p className="quiet">{t.text}</p>
        <p className="mt-1">
          <Link to="/certificate/$code" params={{ code }}>
            {done ? t.open : t.keepLink}
          </Link>
        </p>
      </div>
    </div>
  );
}
