import { type ConsentState, listConsents, readMyData, setConsent } from '@kept/api';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNotice } from '../../app/notice.ts';
import { useToast } from '../../ui/toast.tsx';

/** Gives or takes back one consent, and says what came of it. */
export function useAnswering(consent: ConsentState): { busy: boolean; answer(given: boolean): void } {
  const t = useMessages('choices');
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(setConsent, [listConsents, readMyData]);
  const notice = useNotice().data?.policy.hash;
  const answer = (given: boolean): void =>
    mutate(
      { params: { id: consent.id }, body: { given, ...(notice !== undefined && { notice }) } },
      {
        onSuccess: ({ index }) => say((given ? t.gave : t.took)(consent.label, format.number(index + 1))),
        onError: (error) => say(failureText(error)),
      },
    );
  return { busy: isPending, answer };
}
