import { join, listHomes, makeHome } from '@kept/service-spaces/api';
import { useAct } from '../../api/query.ts';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Failure } from '../../ui/status.tsx';

/** A home with the rooms that most have; each can be named anew. */
export function MakeHome({ onMade }: { onMade?: (home: string) => void }) {
  const t = useMessages('devices').begin;
  const { mutateAsync } = useAct(makeHome, [listHomes]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { name: '', rooms: t.rooms },
    check: ({ name }) => (name.trim() === '' || name.length > 60 ? { name: t.nameMissing } : {}),
    send: async ({ name, rooms }) => {
      const names = rooms.split(/[,，、]/).map((room) => room.trim());
      const spaces = names
        .filter((room) => room !== '')
        .map((room, i) => ({ id: `1.${i + 1}`, kind: 'room' as const, name: room.slice(0, 60) }));
      const floor = { id: '1', kind: 'floor' as const, name: t.floor };
      const { id } = await mutateAsync({ body: { name: name.trim(), spaces: [floor, ...spaces] } });
      onMade?.(id);
    },
    places: { '/name': 'name', '/spaces': 'rooms' },
  });
  return (
    <section className="sect" aria-labelledby="make-home">
      <h2 id="make-home">{t.makeTitle}</h2>
      <form {...props} className="form">
        <TextField
          name="name"
          label={t.name}
          value={values.name}
          onText={(text) => set('name', text)}
          error={errors.name}
        />
        <TextField
          name="rooms"
          label={t.roomsLabel}
          hint={t.roomsHint}
          value={values.rooms}
          onText={(text) => set('rooms', text)}
          error={errors.rooms}
        />
        <Failure text={failure} />
        <div className="acts">
          <Button type="submit" look="primary" busy={busy}>
            {t.make}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Into somebody else's home, by the note that they wrote. */
export function JoinHome() {
  const t = useMessages('devices').begin;
  const { mutateAsync } = useAct(join, [listHomes]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { code: '' },
    check: ({ code }) => (code.trim().length < 10 ? { code: t.codeMissing } : {}),
    send: async ({ code }) => {
      await mutateAsync({ body: { code: code.trim() } });
    },
  });
  return (
    <section className="sect" aria-labelledby="join-home">
      <h2 id="join-home">{t.joinTitle}</h2>
      <form {...props} className="form">
        <TextField
          name="code"
          label={t.code}
          hint={t.codeHint}
          value={values.code}
          onText={(text) => set('code', text)}
          error={errors.code ?? failure ?? undefined}
          autoComplete="off"
          spellCheck={false}
        />
        <div className="acts">
          <Button type="submit" busy={busy}>
            {t.join}
          </Button>
        </div>
      </form>
    </section>
  );
}
