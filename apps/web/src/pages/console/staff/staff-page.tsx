import { listStaff, type StaffMember } from '@kept/api';
import { useState } from 'react';
import { useAnswer } from '../../../api/query.ts';
import { Answer } from '../../../app/answer.tsx';
import { useFormat, useMessages } from '../../../app/language.tsx';
import { Page } from '../../../app/page.tsx';
import { useSession } from '../../../app/session.ts';
import { Note, Status } from '../../../ui/status.tsx';
import { Tag } from '../../../ui/tag.tsx';
import '../console.css';
import './staff.css';
import { Acts } from './acts.tsx';
import { EnrolForm } from './enrol.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberActs } from './member-acts.tsx';

const standings = { invited: 'due', active: 'kept', removed: 'unknown' } as const;

interface RowProps {
  readonly member: StaffMember;
  readonly owns: boolean;
  readonly audits: boolean;
  onLink(path: string): void;
}

function Row({ member, owns, audits, onLink }: RowProps) {
  const t = useMessages('staff');
  const format = useFormat();
  const name = member.name === null ? t.gone : member.name || t.roles.owner;
  return (
    <tr>
      <th scope="row">
        {name} {member.mine && <Tag>{t.mine}</Tag>}
        <small className="block quiet mono">{member.id}</small>
        {audits && <Acts id={member.id} name={name} />}
      </th>
      <td data-l={t.columns.role}>{t.roles[member.role]}</td>
      <td data-l={t.columns.state}>
        <Status of={standings[member.state]}>{t.states[member.state]}</Status>
      </td>
      <td data-l={t.columns.since}>{format.isoDay(member.removedAt ?? member.since)}</td>
      <td className="r">
        {owns && member.role !== 'owner' && member.state !== 'removed' && (
          <MemberActs id={member.id} name={name} onLink={onLink} />
        )}
      </td>
    </tr>
  );
}

function Table({ staff, ...rest }: { staff: readonly StaffMember[] } & Omit<RowProps, 'member'>) {
  const t = useMessages('staff').columns;
  return (
    <table className="tbl cards staff">
      <thead>
        <tr>
          {[t.name, t.role, t.state, t.since].map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{t.state}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {staff.map((member) => (
          <Row key={member.id} member={member} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

/** Who works the console. The owner invites and removes; the others look. */
export function StaffPage() {
  const t = useMessages('staff');
  const answer = useAnswer(listStaff, {});
  const session = useSession().data;
  const role = session?.role === 'operator' ? session.operator.role : 'agent';
  const [link, setLink] = useState<string | null>(null);
  return (
    <Page wide title={t.title} lead={t.lead}>
      <Answer of={answer}>
        {({ staff }) => (
          <>
            <Table staff={staff} owns={role === 'owner'} audits={role !== 'agent'} onLink={setLink} />
            {staff.length < 2 && (
              <Note of="due" title={t.none.title}>
                <p>{t.none.text}</p>
              </Note>
            )}
          </>
        )}
      </Answer>
      {link !== null && (
        <Note of="kept" title={t.link}>
          <p role="status">
            <code className="mono">{location.origin + link}</code>
          </p>
        </Note>
      )}
      {role === 'owner' && <InviteForm onLink={setLink} />}
      {role === 'owner' && (
        <section className="staff-part" aria-labelledby="own-heading">
          <h2 id="own-heading">{t.enrol.set}</h2>
          <p>{t.enrol.offer}</p>
          <EnrolForm />
        </section>
      )}
    </Page>
  );
}
