import { readActs } from '@kept/api';
import { useState } from 'react';
import { useAnswer } from '../../../api/query.ts';
import { Answer } from '../../../app/answer.tsx';
import { useFormat, useMessages } from '../../../app/language.tsx';
import { Button } from '../../../ui/button.tsx';

function List({ id }: { id: string }) {
  const t = useMessages('staff');
  const format = useFormat();
  const answer = useAnswer(readActs, { params: { id } });
  return (
    <Answer of={answer}>
      {({ acts }) =>
        acts.length === 0 ? (
          <p className="small quiet">{t.actsNone}</p>
        ) : (
          <ul className="ids">
            {acts.map(({ index, at, act, about }) => (
              <li className="mono" key={index}>
                <time dateTime={new Date(at).toISOString()}>{format.stamp(at)}</time> {act} {about}
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

/** What somebody did, from the ledger, on request. */
export function Acts({ id, name }: { id: string; name: string }) {
  const t = useMessages('staff');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.acts}
        <span className="vh"> {name}</span>
      </Button>
      {open && <List id={id} />}
    </>
  );
}
