import type { Certificate } from '@kept/api';
import { useEffect, useState } from 'react';
import { useMessages } from '../../app/language.tsx';
import { Status } from '../../ui/status.tsx';
import { type CertificateCheck, verifyCertificate } from './verify-certificate.ts';

/** Checks the certificate as soon as it is shown, in this browser. */
export function CheckHere({ certificate }: { certificate: Certificate }) {
  const t = useMessages('certificate').here;
  const [result, setResult] = useState<CertificateCheck | null>(null);
  useEffect(() => {
    let gone = false;
    void verifyCertificate(certificate).then((found) => {
      if (!gone) setResult(found);
    });
    return () => {
      gone = true;
    };
  }, [certificate]);
  if (result === null) return null;
  const standing = result === 'valid' ? 'kept' : result === 'unsupported' ? 'unknown' : 'broken';
  return (
    <p className="mt-2" role="status">
      <Status of={standing}>{t.results[result]}</Status>
    </p>
  );
}
