import { dropWishes, keepWishes, readWishes, stopAskedAbout, type Wishes } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useRightClause } from '../../app/notice.ts';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { Failure, Note } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { contactOf } from '../sign/contact.ts';
import './requests.css';

const MOST = 5;

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

function useLayingDown(wishes: Wishes | null) {
  const t = useMessages('wishes');
  const { say } = useToast();
  const { mutateAsync } = useAct(keepWishes, [readWishes]);
  return useForm({
    initial: {
      who: wishes?.who ?? '',
      may: wishes?.may ?? '',
      contacts: (wishes?.named ?? []).map(({ value }) => value).join('\n'),
    },
    check: ({ who, may, contacts }): { who?: string; may?: string; contacts?: string } => {
      const lines = linesOf(contacts);
      const wrong = lines.length === 0 || lines.length > MOST || lines.some((line) => contactOf(line) === null);
      return {
        ...(who === '' && { who: t.who }),
        ...(who !== 'nobody' && may === '' && { may: t.may }),
        ...(who === 'named' && wrong && { contacts: t.contactsWrong }),
      };
    },
    send: async ({ who, may, contacts }) => {
      const named = who === 'named' ? linesOf(contacts).map((line) => contactOf(line)!) : [];
      const body = { who: who as Wishes['who'], named, may: (may || 'as-asked') as Wishes['may'] };
      await mutateAsync({ body });
      say(t.saved);
    },
    places: { '/named': 'contacts' },
  });
}

function LayDown({ wishes }: { wishes: Wishes | null }) {
  const t = useMessages('wishes');
  const failureText = useFailureText();
  const { say } = useToast();
  const { values, errors, failure, busy, set, props } = useLayingDown(wishes);
  const drop = useAct(dropWishes, [readWishes]);
  return (
    <form {...props} className="form">
      <RadioField
        name="who"
        label={t.who}
        error={errors.who}
        value={values.who}
        options={[
          { value: 'family', label: t.family },
          { value: 'named', label: t.named },
          { value: 'nobody', label: t.nobody },
        ]}
        onChoose={(who) => set('who', who as Wishes['who'])}
      />
      {values.who === 'named' && (
        <TextArea
          name="contacts"
          label={t.contacts}
          hint={t.contactsWhy}
          error={errors.contacts}
          value={values.contacts}
          onText={(contacts) => set('contacts', contacts)}
          maxLength={1_300}
        />
      )}
      {values.who !== '' && values.who !== 'nobody' && (
        <RadioField
          name="may"
          label={t.may}
          error={errors.may}
          value={values.may}
          options={[
            { value: 'as-asked', label: t.asAsked },
            { value: 'hand-over', label: t.handOver },
            { value: 'erase', label: t.erase },
          ]}
          onChoose={(may) => set('may', may as Wishes['may'])}
        />
      )}
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.save}
        </Button>
        {wishes !== null && (
          <Button
            busy={drop.isPending}
            onClick={() =>
              drop.mutate({}, { onSuccess: () => say(t.dropped), onError: (error) => say(failureText(error)) })
            }
          >
            {t.drop}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Who says that the person has died, or is a child; and the person's word that they are here. */
function Asked() {
  const t = useMessages('wishes');
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const { data } = useAnswer(readWishes, {});
  const { mutate, isPending } = useAct(stopAskedAbout, [readWishes]);
  if (data === undefined || data.asked.length === 0) return null;
  return (
    <Note of={data.asked.some(({ open }) => open) ? 'due' : 'unknown'} title={t.asked}>
      {data.asked.map(({ at, label, open }) => (
        <p key={`${at}${label}`}>
          {label}, {format.dateTime(at)}, {open ? t.open : t.closed}
        </p>
      ))}
      <p>{t.askedText}</p>
      <p className="mt-3">
        <Button
          small
          busy={isPending}
          onClick={() => mutate({}, { onSuccess: () => say(t.stopped), onError: (error) => say(failureText(error)) })}
        >
          {t.here}
        </Button>
      </p>
    </Note>
  );
}

/** What a person lays down for after their death. */
export function WishesPage() {
  const t = useMessages('wishes');
  const requests = useMessages('requests');
  const answer = useAnswer(readWishes, {});
  return (
    <Page
      title={t.title}
      lead={t.lead}
      clause={useRightClause('relatives')}
      crumb={<Link to="/requests">{requests.title}</Link>}
    >
      <Asked />
      <div className="mt-6">
        <Answer of={answer}>{({ wishes }) => <LayDown key={JSON.stringify(wishes)} wishes={wishes} />}</Answer>
      </div>
    </Page>
  );
}
