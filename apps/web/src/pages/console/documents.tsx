import { openDocument, type QueuedDetail } from '@kept/api';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';

type Given = QueuedDetail['documents'][number];

function Document({ request, given, number }: { request: QueuedDetail; given: Given; number: number }) {
  const t = useMessages('queue').documents;
  const { types } = useMessages('requests').proof;
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const [address, setAddress] = useState<string | null>(null);
  const { mutate, isPending } = useAct(openDocument);
  const params = { region: request.region.id, id: request.id, document: given.id };
  const open = (): void =>
    mutate(
      { params },
      {
        onSuccess: ({ type, data }) => setAddress(`data:${type};base64,${data}`),
        onError: (error) => say(failureText(error)),
      },
    );
  const name = t.named(number, types[given.type], format.number(Math.ceil(given.bytes / 1_024)));
  if (address !== null && given.type !== 'application/pdf')
    return (
      <li>
        <img src={address} alt={name} className="mt-2 max-w-full" />
      </li>
    );
  return (
    <li>
      <p>{name}</p>
      {address === null ? (
        <p className="mt-2">
          <Button small busy={isPending} onClick={open} aria-label={`${t.open} ${name}`}>
            {t.open}
          </Button>
        </p>
      ) : (
        <p className="mt-2">
          <a className={buttonClass()} href={address} download="document.pdf">
            {t.save}
          </a>
        </p>
      )}
    </li>
  );
}

/** What proves who asks: opened one by one, each on the record, by whoever decides. */
export function Documents({ request }: { request: QueuedDetail }) {
  const t = useMessages('queue').documents;
  if (request.documents.length === 0) return null;
  return (
    <section className="queue-part" aria-labelledby="documents-heading">
      <h2 id="documents-heading">{t.title}</h2>
      <p className="quiet">{t.text}</p>
      <ul className="mt-3">
        {request.documents.map((given, at) => (
          <Document key={given.id} request={request} given={given} number={at + 1} />
        ))}
      </ul>
    </section>
  );
}
