import { type ConsentState, listConsents, readMyData, readSession } from '@kept/api';
import { changeProfile, type Profile, readProfile } from '@kept/service-account/api';
import { Link } from '@tanstack/react-router';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useMessages } from '../../app/language.tsx';
import { useNotice } from '../../app/notice.ts';
import { Button } from '../../ui/button.tsx';
import { useForm } from '../../ui/form.ts';
import { Failure, Note } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Question } from '../choices/question.tsx';
import '../choices/choices.css';
import { ProfileInput } from './profile-input.tsx';

type Values = Record<string, string>;

const fieldsOf = (profile: Profile) => profile.groups.flatMap(({ fields }) => fields);

/** Only what has changed; an emptied field is deleted. */
function changes(before: Profile, now: Values): Record<string, string | null> {
  const changed = fieldsOf(before).filter(({ id }) => (now[id] ?? '').trim() !== (before.values[id] ?? ''));
  return Object.fromEntries(changed.map(({ id }) => [id, now[id]?.trim() === '' ? null : (now[id]?.trim() ?? null)]));
}

function ProfileForm({ profile }: { profile: Profile }) {
  const t = useMessages('account').profile;
  const { say } = useToast();
  const { mutateAsync } = useAct(changeProfile, [readProfile, readMyData, readSession]);
  const fields = fieldsOf(profile);
  const initial: Values = Object.fromEntries(fields.map(({ id }) => [id, profile.values[id] ?? '']));
  const { values, errors, failure, busy, set, props } = useForm<Values>({
    initial,
    check: (now) =>
      Object.fromEntries(
        fields
          .filter(({ id, longest }) => (now[id] ?? '').length > longest)
          .map(({ id, longest }) => [id, t.long(longest)]),
      ),
    send: async (now) => {
      const changed = changes(profile, now);
      if (Object.keys(changed).length === 0) return say(t.nothing);
      await mutateAsync({ body: { values: changed } });
      say(t.saved(Object.keys(changed).length));
    },
    places: Object.fromEntries(fields.map(({ id }) => [`/values/${id}`, id])),
  });
  return (
    <form {...props} className="form profile">
      {profile.groups.map((group) => (
        <fieldset key={group.id}>
          <legend>{group.label}</legend>
          <div className="pair">
            {group.fields.map((field) => (
              <ProfileInput
                key={field.id}
                field={field}
                value={values[field.id] ?? ''}
                onText={(text) => set(field.id, text)}
                error={errors[field.id]}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.save}
        </Button>
        <span className="small quiet">{t.emptying}</span>
      </div>
    </form>
  );
}

/** The consent without which nothing of this form is kept; undefined where there is none such, or it is given. */
function useMissingConsent(): ConsentState | undefined {
  const { data } = useAnswer(listConsents, {});
  // By its name: others speak of the nickname too, and are asked where that begins.
  return data?.consents.find(({ id, given }) => id === 'profile' && !given);
}

/** Asked here, where it matters; once answered with no, only said. */
function Asked({ consent }: { consent: ConsentState }) {
  const t = useMessages('account').profile;
  if (consent.state === 'never') return <Question consent={consent} />;
  return (
    <Note title={t.declined}>
      <p>
        {t.declinedText} <Link to="/choices">{t.change}</Link>
      </p>
    </Note>
  );
}

/** The clause of the profile row: the collection whose fields are the profile's. */
function useProfileClause(profile: Profile | undefined): string | undefined {
  const { data } = useNotice();
  const ids = new Set(profile === undefined ? [] : fieldsOf(profile).map(({ id }) => id));
  return data?.collections.find(({ fields }) => fields.length > 1 && fields.every(({ id }) => ids.has(id)))?.clause;
}

/** All voluntary: fill in, correct, empty. */
export function ProfileSection() {
  const t = useMessages('account').profile;
  const profile = useAnswer(readProfile, {}, { staleTime: 60_000 });
  const clause = useProfileClause(profile.data);
  const missing = useMissingConsent();
  return (
    <section aria-labelledby="profile-heading">
      <div className="sect-head">
        <h2 id="profile-heading">{t.title}</h2>
        <span className="small">
          {t.voluntary} {clause !== undefined && <ClauseChip id={clause} />}
        </span>
      </div>
      {missing === undefined ? (
        <Answer of={profile}>{(data) => <ProfileForm key={JSON.stringify(data.values)} profile={data} />}</Answer>
      ) : (
        <Asked consent={missing} />
      )}
    </section>
  );
}
