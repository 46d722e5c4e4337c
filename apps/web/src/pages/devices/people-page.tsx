import { type Home, HomeRole, leaveHome, listHomes, listMembers, type Member, revoke } from '@kept/service-spaces/api';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Invite } from './invite.tsx';
import './devices.css';

/** What a grant leaves, in a few words. */
function useScopeWords(home: Home): (member: Member) => string {
  const t = useMessages('devices').people;
  const format = useFormat();
  return ({ scope: { acts, spaces, from, until, hours } }) => {
    const names = (spaces ?? []).map((id) => home.spaces.find((space) => space.id === id)?.name ?? id);
    const parts = [
      acts && format.list(acts.map((act) => t.acts[act])),
      spaces && t.inRooms(format.list(names)),
      from !== undefined && t.from(format.dateTime(from)),
      until !== undefined && t.until(format.dateTime(until)),
      hours && t.hours(hours.from, hours.to),
    ];
    return parts.filter((part) => part !== false && part !== undefined).join(' · ') || t.noBounds;
  };
}

function Row({ home, member }: { home: Home; member: Member }) {
  const t = useMessages('devices').people;
  const words = useScopeWords(home);
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(revoke, [listMembers]);
  const end = (): void =>
    mutate(
      { params: { id: home.id, person: member.id } },
      { onSuccess: () => say(t.ended), onError: (error) => say(failureText(error)) },
    );
  const label = member.me ? t.me(t.roles[member.role]) : t.roles[member.role];
  return (
    <li>
      <div>
        <b>{label}</b>
        <small className="block quiet">
          {words(member)} · {t.since(format.date(member.since))}
        </small>
        {!member.open && <Status of="due">{t.notNow}</Status>}
      </div>
      {home.acts.includes('people') && !member.me && member.role !== 'owner' && (
        <Button small look="ending" busy={isPending} onClick={end}>
          {t.revoke}
          <span className="vh"> {label}</span>
        </Button>
      )}
    </li>
  );
}

function Leave({ home }: { home: Home }) {
  const t = useMessages('devices').people;
  const failureText = useFailureText();
  const navigate = useNavigate();
  const { say } = useToast();
  const { mutate, isPending } = useAct(leaveHome, [listHomes]);
  const leave = (): void =>
    mutate(
      { params: { id: home.id } },
      { onSuccess: () => void navigate({ to: '/devices' }), onError: (error) => say(failureText(error)) },
    );
  return (
    <section className="sect" aria-labelledby="leave">
      <h2 id="leave">{t.leaveTitle}</h2>
      <p className="quiet measure mb-4">{t.leaveText}</p>
      <Button look="ending" busy={isPending} onClick={leave}>
        {t.leave}
      </Button>
    </section>
  );
}

function OneHome({ home }: { home: Home }) {
  const t = useMessages('devices');
  const members = useAnswer(listMembers, { params: { id: home.id } });
  return (
    <Page
      title={t.people.title}
      lead={t.people.lead}
      crumb={
        <Link to="/devices" search={{ home: home.id }}>
          {home.name}
        </Link>
      }
      clause="2.1.7"
    >
      <Answer of={members}>
        {({ members: all }) => (
          <ul className="people">
            {HomeRole.options.flatMap((role) =>
              all
                .filter((member) => member.role === role)
                .map((member) => <Row key={member.id} home={home} member={member} />),
            )}
          </ul>
        )}
      </Answer>
      {home.acts.includes('people') && <Invite home={home} />}
      <Leave home={home} />
    </Page>
  );
}

/** Who belongs to a home, and what each may do there. */
export function PeoplePage() {
  const { home } = useParams({ from: '/person/devices/$home/people' });
  const homes = useAnswer(listHomes, {});
  const t = useMessages('devices');
  return (
    <Answer of={homes}>
      {({ homes: all }) => {
        const found = all.find(({ id }) => id === home);
        return found ? <OneHome home={found} /> : <Page title={t.people.title}>{t.begin.lead}</Page>;
      }}
    </Answer>
  );
}
