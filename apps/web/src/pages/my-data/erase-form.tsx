import { eraseItem, type Item, readMyData } from '@kept/api';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Asks once more, since what is deleted cannot be brought back. */
export function EraseForm({ item, onDone }: { item: Item; onDone(): void }) {
  const t = useMessages('myData').erase;
  const common = useMessages('common');
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const erase = useAct(eraseItem, [readMyData]);
  const [failure, setFailure] = useState<string | null>(null);
  const go = (): void =>
    erase.mutate(
      { body: { item: item.id } },
      {
        onSuccess: ({ index }) => say(t.done(item.label, format.number(index + 1))),
        onError: (error) => setFailure(failureText(error)),
      },
    );
  return (
    <fieldset className="form mt-4">
      <legend className="half">{t.ask(item.label)}</legend>
      {failure !== null && <p role="alert">{failure}</p>}
      <div className="acts">
        <Button small look="ending" busy={erase.isPending} onClick={go}>
          {t.go}
        </Button>
        <Button small onClick={onDone}>
          {common.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
