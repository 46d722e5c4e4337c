import { listStaff, reinviteStaff, removeStaff } from '@kept/api';
import { useState } from 'react';
import { useAct } from '../../../api/query.ts';
import { useFailureText } from '../../../app/failure-text.ts';
import { useMessages } from '../../../app/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';

interface MemberActsProps {
  readonly id: string;
  readonly name: string;
  onLink(path: string): void;
}

/** A new link or the end of an access, each after saying what it means. */
export function MemberActs({ id, name, onLink }: MemberActsProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const failureText = useFailureText();
  const { say } = useToast();
  const again = useAct(reinviteStaff, [listStaff]);
  const remove = useAct(removeStaff, [listStaff]);
  const [asked, setAsked] = useState<'again' | 'remove' | null>(null);
  const onError = (error: unknown): void => say(failureText(error));
  const go = (): void => {
    setAsked(null);
    if (asked === 'again') again.mutate({ params: { id } }, { onSuccess: ({ path }) => onLink(path), onError });
    else remove.mutate({ params: { id } }, { onSuccess: () => say(t.removed), onError });
  };
  if (asked === null)
    return (
      <span className="acts">
        <Button small busy={again.isPending} onClick={() => setAsked('again')}>
          {t.again}
          <span className="vh"> {name}</span>
        </Button>
        <Button small busy={remove.isPending} onClick={() => setAsked('remove')}>
          {t.remove}
          <span className="vh"> {name}</span>
        </Button>
      </span>
    );
  return (
    <fieldset>
      <legend className="vh">{asked === 'again' ? t.againTitle : t.removeTitle}</legend>
      <p className="small">{asked === 'again' ? t.againText : t.removeText}</p>
      <span className="acts">
        <Button small look={asked === 'remove' ? 'ending' : 'primary'} onClick={go}>
          {asked === 'again' ? t.again : t.remove}
        </Button>
        <Button small onClick={() => setAsked(null)}>
          {common.cancel}
        </Button>
      </span>
    </fieldset>
  );
}
