import {
  giveOutsideDocument,
  listOutsideDocuments,
  makeOutsidePackage,
  openOutsideAnswer,
  readOutsideStatus,
} from '@kept/api';
import { Link, useParams } from '@tanstack/react-router';
import { isFailure } from '../../api/failure.ts';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { usePageTitle } from '../../app/page.tsx';
import { PublicFrame } from '../../app/public-frame.tsx';
import { ClauseSheet } from '../../app/sheet.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { SealPackage } from '../package/make-package.tsx';
import { AnswerText } from '../requests/answer.tsx';
import { Case } from '../requests/case.tsx';
import { CertificateHint } from '../requests/goes-and-stays.tsx';
import { isOpen } from '../requests/is-open.ts';
import { Proofs } from '../requests/proofs.tsx';
import '../requests/requests.css';

function Copy({ token }: { token: string }) {
  const t = useMessages('outside');
  const { language: lang } = useLanguage();
  const { mutateAsync } = useAct(makeOutsidePackage);
  return (
    <>
      <p className="quiet mt-6 mb-4">{t.packageText}</p>
      <SealPackage make={(passphrase) => mutateAsync({ params: { token }, body: { seal: { passphrase }, lang } })} />
    </>
  );
}

function Documents({ token }: { token: string }) {
  const answer = useAnswer(listOutsideDocuments, { params: { token } });
  const { mutateAsync } = useAct(giveOutsideDocument, [listOutsideDocuments]);
  return <Proofs of={answer} give={(data) => mutateAsync({ params: { token }, body: { data } })} />;
}

function Answered({ token }: { token: string }) {
  const t = useMessages('requests').answer;
  const { mutateAsync } = useAct(openOutsideAnswer);
  return <AnswerText title={t.title} lead={t.text} open={() => mutateAsync({ params: { token } })} />;
}

/** A request from outside, for whoever has its link. */
export function StatusPage() {
  const t = useMessages('outside');
  const format = useFormat();
  const { link: token } = useParams({ from: '/ask/status/$link' });
  const answer = useAnswer(readOutsideStatus, { params: { token } }, { every: 4_000 });
  const { statusTitle } = useMessages('ages');
  // Nobody asked for what was found.
  const title = answer.data?.request.young ? statusTitle : t.statusTitle;
  usePageTitle(title);
  const unknown = isFailure(answer.error, 'missing', 'refused') && answer.data === undefined;
  return (
    <PublicFrame>
      <div className="narrow">
        <h1>{title}</h1>
        {unknown ? (
          <Blank
            picture="missing"
            title={t.unknown}
            actions={
              <Link to="/ask" className={buttonClass()}>
                {t.again}
              </Link>
            }
          >
            <p>{t.unknownText}</p>
          </Blank>
        ) : (
          <Answer of={answer}>
            {({ request, expiresAt, packaged }) => (
              <>
                <p className="quiet mb-5">{t.statusUntil(format.date(expiresAt))}</p>
                <Case request={request} />
                {isOpen(request) && <Documents token={token} />}
                {request.answered === true && <Answered token={token} />}
                {packaged && <Copy token={token} />}
                {request.certificate !== undefined && request.state !== 'cancelled' && (
                  <CertificateHint code={request.certificate} done={request.state === 'done'} />
                )}
              </>
            )}
          </Answer>
        )}
      </div>
      <ClauseSheet />
    </PublicFrame>
  );
}
