import {
  Answer,
  Button,
  buttonClass,
  DevicesLink,
  Note,
  Page,
  Status,
  TextField,
  useAct,
  useAnswer,
  useForm,
  useWords,
} from '@kept/web/kit';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { addByToken, readNetwork } from '../api/index.ts';
import { words } from './words.ts';

const TOKEN = /^[\da-f]{32}$/i;
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[\da-f:]+:[\da-f:]*)$/i;

function AddForm({ home }: { home: string }) {
  const t = useWords(words);
  const { mutateAsync } = useAct(addByToken, []);
  const [added, setAdded] = useState<{ device: string; model: string } | null>(null);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { name: '', address: '', token: '' },
    check: ({ name, address, token }) => ({
      ...((name.trim() === '' || name.length > 60) && { name: t.nameMissing }),
      ...(!ADDRESS.test(address.trim()) && { address: t.addressWrong }),
      ...(!TOKEN.test(token.trim()) && { token: t.tokenWrong }),
    }),
    send: async ({ name, address, token }) => {
      const body = { name: name.trim(), address: address.trim(), token: token.trim() };
      setAdded(await mutateAsync({ params: { id: home }, body }));
    },
    places: { '/name': 'name', '/address': 'address', '/token': 'token' },
  });
  if (added !== null)
    return (
      <div role="status">
        <p>
          <Status of="kept">{t.added(added.model)}</Status>
        </p>
        <p className="mt-4">
          <Link to={`/devices/${home}/${added.device}` as string} className={buttonClass('primary')}>
            {t.see}
          </Link>
        </p>
      </div>
    );
  return (
    <form {...props} className="form">
      <TextField
        name="name"
        label={t.name}
        value={values.name}
        onText={(text) => set('name', text)}
        error={errors.name}
      />
      <TextField
        name="address"
        label={t.address}
        hint={t.addressHint}
        value={values.address}
        onText={(text) => set('address', text)}
        error={errors.address}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        name="token"
        label={t.token}
        hint={t.tokenHint}
        value={values.token}
        onText={(text) => set('token', text)}
        error={errors.token}
        autoComplete="off"
        spellCheck={false}
      />
      {failure !== null && (
        <p role="alert">
          <Status of="broken">{failure}</Status>
        </p>
      )}
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.go}
        </Button>
      </div>
    </form>
  );
}

/** Takes in a device by its address and token. */
export function AddPage() {
  const t = useWords(words);
  const { home } = useParams({ strict: false }) as { home: string };
  const answer = useAnswer(readNetwork, { params: { id: home } });
  return (
    <Page title={t.title} lead={t.lead} clause="2.1.7" crumb={<DevicesLink home={home} />}>
      <Answer of={answer}>
        {({ reaches, source, models }) => (
          <>
            {reaches ? <AddForm home={home} /> : <Note of="due" title={t.closed} />}
            <details className="mt-4">
              <summary>{t.known(models.length)}</summary>
              <p className="quiet">{t.source(source)}</p>
              <ul>
                {models.map(({ id, name }) => (
                  <li key={id}>
                    {name} <span className="mono quiet">{id}</span>
                  </li>
                ))}
              </ul>
            </details>
          </>
        )}
      </Answer>
    </Page>
  );
}
