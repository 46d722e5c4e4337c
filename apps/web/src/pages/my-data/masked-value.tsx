import { type Item, readMyData, revealItem } from '@kept/api';
import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { IconButton } from '../../ui/button.tsx';

/** How long an opened value stays on the screen. */
const shownFor = 60_000;

/** The value, masked until asked for; asking is an entry of the ledger, and says so. */
export function MaskedValue({ item }: { item: Item }) {
  const t = useMessages('myData');
  const format = useFormat();
  const failureText = useFailureText();
  const reveal = useAct(revealItem, [readMyData]);
  const [shown, setShown] = useState<{ value: string; index: number } | null>(null);

  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), shownFor);
    return () => clearTimeout(timer);
  }, [shown]);

  const toggle = async (): Promise<void> => {
    if (shown !== null) return setShown(null);
    const answer = await reveal.mutateAsync({ body: { item: item.id } }).catch(() => null);
    if (answer !== null) setShown(answer);
  };
  const picture = shown?.value.startsWith('data:image/') === true;
  const file = shown?.value.startsWith('data:application/pdf') === true;
  return (
    <>
      <span className="v">
        {picture ? (
          <img className="value-picture" src={shown.value} alt={item.label} />
        ) : file ? (
          <a href={shown.value} download="document.pdf">
            PDF
          </a>
        ) : (
          <span>{shown?.value ?? item.masked}</span>
        )}
        {item.revealable && (
          <IconButton
            icon={shown === null ? Eye : EyeOff}
            label={`${item.label}: ${shown === null ? t.reveal : t.hide}`}
            aria-pressed={shown !== null}
            aria-busy={reveal.isPending || undefined}
            onClick={() => void toggle()}
          />
        )}
      </span>
      <span className="recorded" role="status">
        {shown !== null && t.recorded(format.number(shown.index + 1))}
        {reveal.isError && failureText(reveal.error)}
      </span>
    </>
  );
}
