import { type Notice, readNoticeText } from '@kept/api';
import { addressOf } from '../../api/client.ts';
import { useFormat, useMessages } from '../../app/language.tsx';

type Contact = Notice['controller']['contacts'][number];

function Reach({ contact }: { contact: Contact }) {
  if (contact.channel === 'email') return <a href={`mailto:${contact.value}`}>{contact.value}</a>;
  if (contact.channel === 'phone') return <a href={`tel:${contact.value}`}>{contact.value}</a>;
  return <span>{contact.value}</span>;
}

/** Who answers, by when, where to complain, and what the text hashes to. */
export function NoticeFoot({ notice }: { notice: Notice }) {
  const t = useMessages('notice').foot;
  const format = useFormat();
  const { controller, policy } = notice;
  return (
    <footer className="pub-foot">
      <span>{controller.name}</span>
      {controller.address !== undefined && <span>{controller.address}</span>}
      {controller.contacts.map((contact) => (
        <span key={contact.value}>
          <Reach contact={contact} /> {contact.reply}
        </span>
      ))}
      {controller.complaints.length > 0 && <span>{t.complain(format.list(controller.complaints))}</span>}
      <a href={addressOf(readNoticeText, { query: { lang: notice.language } })} download>
        {t.text}
      </a>
      <button type="button" className="link" onClick={() => window.print()}>
        {t.print}
      </button>
      <span className="mono" title={policy.hash}>
        sha256 {policy.hash.slice(0, 8)}…{policy.hash.slice(-8)}
      </span>
    </footer>
  );
}
