import { readCertificate } from '@kept/api';
import { Link, useParams } from '@tanstack/react-router';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useMessages } from '../../app/language.tsx';
import { usePageTitle } from '../../app/page.tsx';
import { PublicFrame } from '../../app/public-frame.tsx';
import { useSession } from '../../app/session.ts';
import { ClauseSheet } from '../../app/sheet.tsx';
import { Case } from '../requests/case.tsx';
import '../requests/requests.css';
import { Paper } from './paper.tsx';
import './certificate.css';

function Back() {
  const t = useMessages('certificate');
  const { data } = useSession();
  return data?.role === 'person' ? <Link to="/requests">{t.back}</Link> : <Link to="/">{t.toNotice}</Link>;
}

/** A certificate by its code, open to whoever has the code; until it is there, how far the work has come. */
export function CertificatePage() {
  const t = useMessages('certificate');
  const { code } = useParams({ from: '/certificate/$code' });
  usePageTitle(t.title);
  const answer = useAnswer(readCertificate, { params: { code } }, { every: 2_000 });
  return (
    <PublicFrame>
      <div className="cert-page">
        <Answer of={answer}>
          {(found) =>
            found.ready ? (
              <Paper certificate={found.certificate} back={<Back />} />
            ) : (
              <>
                <h1>{t.coming}</h1>
                <p className="lead quiet">{t.comingLead}</p>
                <Case request={found.request} />
              </>
            )
          }
        </Answer>
      </div>
      <ClauseSheet />
    </PublicFrame>
  );
}
