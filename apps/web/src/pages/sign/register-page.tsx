import type { Registration } from '@kept/service-account/api';
import { useState } from 'react';
import { Answer } from '../../app/answer.tsx';
import { useMessages } from '../../app/language.tsx';
import { useNotice } from '../../app/notice.ts';
import { CollectedNow } from './beside.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { SignFrame } from './sign-frame.tsx';
import { StartForm } from './start-form.tsx';

/** Registering: the contact first, then the code that proves it, a password, and a nickname for who wants one. */
export function RegisterPage() {
  const t = useMessages('sign').register;
  const notice = useNotice();
  const [begun, setBegun] = useState<Registration | null>(null);
  return (
    <SignFrame title={t.title} lead={begun === null ? t.lead : t.confirmLead} beside={<CollectedNow />}>
      <Answer of={notice}>
        {(data) =>
          begun === null ? (
            <StartForm notice={data} onBegun={setBegun} onNoticeChanged={() => void notice.refetch()} />
          ) : (
            <ConfirmForm registration={begun} onResent={setBegun} onOther={() => setBegun(null)} />
          )
        }
      </Answer>
    </SignFrame>
  );
}
