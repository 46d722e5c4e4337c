import { inviteStaff, listStaff } from '@kept/api';
import { useAct } from '../../../api/query.ts';
import { useMessages } from '../../../app/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useForm } from '../../../ui/form.ts';
import { RadioField } from '../../../ui/radio-field.tsx';
import { Failure } from '../../../ui/status.tsx';

const ROLES = ['officer', 'agent', 'auditor'] as const;

/** A name and a role; the link is shown once. */
export function InviteForm({ onLink }: { onLink(path: string): void }) {
  const { invite: t, roles, may } = useMessages('staff');
  const { mutateAsync } = useAct(inviteStaff, [listStaff]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { name: '', role: '' },
    check: ({ name, role }): { name?: string; role?: string } => ({
      ...(name.trim() === '' && { name: t.nameMissing }),
      ...(role === '' && { role: t.roleMissing }),
    }),
    send: async ({ name, role }) => {
      const { path } = await mutateAsync({ body: { name, role: role as (typeof ROLES)[number] } });
      set('name', '');
      onLink(path);
    },
    places: { '/name': 'name', '/role': 'role' },
  });
  return (
    <section className="staff-part" aria-labelledby="invite-heading">
      <h2 id="invite-heading">{t.title}</h2>
      <form {...props} className="form">
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          autoComplete="off"
          value={values.name}
          onText={(text) => set('name', text)}
          error={errors.name}
        />
        <RadioField
          name="role"
          label={t.role}
          error={errors.role}
          value={values.role}
          options={ROLES.map((value) => ({ value, label: `${roles[value]}: ${may[value]}` }))}
          onChoose={(value) => set('role', value)}
        />
        <Failure text={failure} />
        <div className="acts">
          <Button type="submit" look="primary" busy={busy}>
            {t.go}
          </Button>
        </div>
      </form>
    </section>
  );
}
