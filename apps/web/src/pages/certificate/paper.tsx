import type { Certificate } from '@kept/api';
import { Download, Printer } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useFormat, useMessages } from '../../app/language.tsx';
import { saveFile } from '../../app/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/icon.tsx';
import { Marked } from '../../ui/marked.tsx';
import { CheckHere } from './check-here.tsx';

const groups = (hex: string): string => (hex.match(/.{1,4}/g) ?? []).join(' ');

type FactOf = Certificate['facts'][number];

function FactRow({ fact }: { fact: FactOf }) {
  const t = useMessages('certificate');
  return (
    <tr>
      <th scope="row">{fact.label}</th>
      <td>
        {fact.lines.map((line, index) => (
          <Fragment key={line.text}>
            {index > 0 && <br />}
            <Marked text={line.text} />
            {line.clause !== undefined && <span className="quiet"> {t.under(line.clause)}</span>}
          </Fragment>
        ))}
      </td>
    </tr>
  );
}

function Seal({ certificate }: { certificate: Certificate }) {
  const t = useMessages('certificate');
  const format = useFormat();
  const { ledger, code, hash } = certificate;
  return (
    <div className="seal">
      <div>
        <b>{t.code}</b> <span className="mono">{code}</span>
        <br />
        <span className="quiet">
          {t.entries(ledger.origin, format.number(ledger.first + 1), format.number(ledger.last + 1))}
          <br />
          <span className="mono">{groups(hash.slice(0, 32))}</span>
        </span>
      </div>
      <div className="stamp" role="img" aria-label={t.stamp(certificate.controller)}>
        <Mark />
      </div>
    </div>
  );
}

/** The document itself: prints on one sheet. */
export function Paper({ certificate, back }: { certificate: Certificate; back: ReactNode }) {
  const t = useMessages('certificate');
  const common = useMessages('common');
  const format = useFormat();
  const { policy } = certificate;
  const save = (): void =>
    saveFile(`${certificate.number}.json`, 'application/json', JSON.stringify(certificate, null, 2));
  return (
    <>
      <div className="certbar">
        {back}
        <Button small icon={Printer} onClick={() => window.print()}>
          {t.print}
        </Button>
        <Button small look="primary" icon={Download} onClick={save}>
          {t.save}
        </Button>
      </div>
      <article className="cert">
        <h1>{certificate.title}</h1>
        <p className="no">
          {certificate.number} · {t.issued(format.fullDateTime(certificate.issuedAt))}
        </p>
        <p>
          <Marked text={certificate.statement} />
          {certificate.unreadableAt !== undefined && (
            <>
              {common.gap}
              <Marked text={t.unreadable(format.fullDateTime(certificate.unreadableAt))} />
            </>
          )}
        </p>
        <table>
          <tbody>
            {certificate.facts.map((fact) => (
              <FactRow key={fact.label} fact={fact} />
            ))}
            <tr>
              <th scope="row">{t.policy}</th>
              <td>
                {policy.title} {policy.version}{' '}
                <span className="quiet mono">
                  sha256 {policy.hash.slice(0, 4)}…{policy.hash.slice(-4)}
                </span>
              </td>
            </tr>
          </tbody>
        </table>
        <Seal certificate={certificate} />
      </article>
      <section className="verify">
        <div>
          <h2>{t.here.title}</h2>
          <p className="quiet">{t.here.text}</p>
          <CheckHere certificate={certificate} />
        </div>
        <div>
          <h2>{t.elsewhere.title}</h2>
          <p className="quiet">{t.elsewhere.text}</p>
          <pre>{certificate.ledger.publicKey}</pre>
        </div>
      </section>
    </>
  );
}
