import { type Home, HomeRole, invite, type Scope } from '@kept/service-spaces/api';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useForm } from '../../ui/form.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { Failure, Note } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';

const DAY_MS = 86_400_000;
const LENGTHS = { open: null, day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const;
type Length = keyof typeof LENGTHS;
const EVERYWHERE = 'everywhere';

/** A note that lets somebody in: as what, where, until when. */
export function Invite({ home }: { home: Home }) {
  const t = useMessages('devices').invite;
  const people = useMessages('devices').people;
  const format = useFormat();
  const { say } = useToast();
  const { mutateAsync } = useAct(invite);
  const [note, setNote] = useState<{ code: string; until: number } | null>(null);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { role: '', where: EVERYWHERE, length: 'open' },
    check: ({ role }) => (role === '' ? { role: t.roleMissing } : {}),
    send: async ({ role, where, length }) => {
      const life = LENGTHS[length as Length];
      const scope: Scope = {
        ...(where !== EVERYWHERE && { spaces: [where] }),
        ...(life !== null && { until: Date.now() + life }),
      };
      setNote(await mutateAsync({ params: { id: home.id }, body: { role: HomeRole.parse(role), scope } }));
    },
  });
  return (
    <section className="sect" aria-labelledby="invite">
      <h2 id="invite">{t.title}</h2>
      <form {...props} className="form">
        <RadioField
          name="role"
          label={t.role}
          value={values.role}
          error={errors.role}
          options={HomeRole.options.map((role) => ({ value: role, label: `${people.roles[role]}: ${t.means[role]}` }))}
          onChoose={(role) => set('role', role)}
        />
        <RadioField
          name="where"
          label={t.where}
          value={values.where}
          options={[
            { value: EVERYWHERE, label: t.everywhere },
            ...home.spaces.filter(({ kind }) => kind === 'room').map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={(where) => set('where', where)}
        />
        <RadioField
          name="length"
          label={t.length}
          value={values.length}
          options={(['open', 'day', 'week', 'month'] as const).map((value) => ({ value, label: t.lengths[value] }))}
          onChoose={(length) => set('length', length)}
        />
        <Failure text={failure} />
        <div className="acts">
          <Button type="submit" look="primary" busy={busy}>
            {t.write}
          </Button>
        </div>
      </form>
      {note !== null && (
        <Note of="kept" title={t.written}>
          <p>{t.writtenText(format.dateTime(note.until))}</p>
          <p className="mono code-text">{note.code}</p>
          <Button
            small
            icon={Copy}
            onClick={() => void navigator.clipboard.writeText(note.code).then(() => say(t.copied))}
          >
            {t.copy}
          </Button>
        </Note>
      )}
    </section>
  );
}
