import { changePassword, listSessions, Password } from '@kept/service-account/api';
import { useAct } from '../../api/query.ts';
import { useMessages } from '../../app/language.tsx';
import { usePerson } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Failure } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Changing the password; ends the sessions elsewhere. */
export function PasswordSection() {
  const t = useMessages('account').password;
  const sign = useMessages('sign');
  const { person } = usePerson();
  const { say } = useToast();
  const { mutateAsync } = useAct(changePassword, [listSessions]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { current: '', next: '' },
    check: ({ current, next }) => ({
      ...(current === '' ? { current: sign.passwordMissing } : {}),
      ...(Password.safeParse(next).success ? {} : { next: sign.passwordShort }),
    }),
    send: async (body) => {
      await mutateAsync({ body });
      set('current', '');
      set('next', '');
      say(t.done);
    },
    places: { '/current': 'current', '/next': 'next', '/password': 'next' },
  });
  return (
    <section className="sect" aria-labelledby="password-heading">
      <h2 id="password-heading">{t.title}</h2>
      <form {...props} className="form">
        <input
          type="text"
          className="vh"
          autoComplete="username"
          value={person.maskedContact}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <PasswordField
          name="current"
          label={t.current}
          autoComplete="current-password"
          value={values.current}
          onText={(text) => set('current', text)}
          error={errors.current}
        />
        <PasswordField
          name="next"
          label={sign.newPassword}
          hint={sign.passwordHint}
          autoComplete="new-password"
          value={values.next}
          onText={(text) => set('next', text)}
          error={errors.next}
        />
        <Failure text={failure} />
        <div className="acts">
          <Button type="submit" busy={busy}>
            {t.go}
          </Button>
          <span className="small quiet">{t.ends}</span>
        </div>
      </form>
    </section>
  );
}
