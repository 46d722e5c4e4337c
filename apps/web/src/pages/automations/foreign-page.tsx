import { exportAutomations, FORMATS, importAutomations, listAutomations } from '@kept/service-automations/api';
import { type Device, listDevices } from '@kept/service-devices/api';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { saveFile } from '../../app/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Failure } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { FoundIn, type Imported } from './found-in.tsx';
import './automations.css';

type Format = (typeof FORMATS)[number];

function TakeIn({ home, devices }: { home: string; devices: readonly Device[] }) {
  const t = useMessages('automations').foreign;
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const [from, setFrom] = useState<Format>('home-assistant');
  const [text, setText] = useState('');
  const [things, setThings] = useState<Readonly<Record<string, string>>>({});
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>({});
  const [found, setFound] = useState<Imported | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const act = useAct(importAutomations, [listAutomations]);
  const send = async (keep: boolean): Promise<void> => {
    setTold(null);
    const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    try {
      const body = { format: from, text, time_zone, keep, things: given(things), inputs: given(inputs) };
      const answer = await act.mutateAsync({ params: { id: home }, body });
      setFound(answer);
      const kept = answer.automations.filter(({ id }) => id !== null).length;
      if (keep) say(t.kept(format.number(kept)));
    } catch (error) {
      setTold(failureText(error));
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(false);
  };
  return (
    <form className="foreign" onSubmit={submit} noValidate>
      <Select
        label={t.format}
        value={from}
        options={FORMATS.map((value) => ({ value, label: t.formats[value] }))}
        onChoose={(value) => setFrom(value as Format)}
      />
      <TextArea name="file" label={t.text} value={text} maxLength={100_000} onText={setText} />
      <Failure text={told} />
      {found !== null && (
        <FoundIn {...{ found, devices, things, inputs }} onThings={setThings} onInputs={setInputs}>
          {(whole) => (
            <Button look="primary" busy={act.isPending} disabled={whole === 0} onClick={() => void send(true)}>
              {t.keep(format.number(whole))}
            </Button>
          )}
        </FoundIn>
      )}
      <div className="acts">
        <Button type="submit" look={found === null ? 'primary' : 'plain'} busy={act.isPending}>
          {t.read}
        </Button>
      </div>
    </form>
  );
}

/** What was left blank is not told. */
const given = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));

function TakeOut({ home }: { home: string }) {
  const t = useMessages('automations').foreign;
  const format = useFormat();
  const out = useAnswer(exportAutomations, { params: { id: home } });
  return (
    <section className="sect" aria-labelledby="out">
      <h2 id="out">{t.out}</h2>
      <p className="quiet measure mb-4">{t.outLead}</p>
      <Answer of={out}>
        {({ text, left }) => (
          <>
            {left.length > 0 && <p className="measure mb-4">{t.left(format.number(left.length))}</p>}
            <Button onClick={() => saveFile('automations.yaml', 'application/yaml', text)}>{t.write}</Button>
          </>
        )}
      </Answer>
    </section>
  );
}

/** Automations from elsewhere, and to there. */
export function ForeignPage() {
  const t = useMessages('automations');
  const { home } = useParams({ from: '/person/devices/$home/automations/exchange' });
  const devices = useAnswer(listDevices, { params: { id: home } });
  return (
    <Page
      title={t.foreign.title}
      lead={t.foreign.lead}
      clause="2.1.7"
      crumb={
        <Link to="/devices/$home/automations" params={{ home }}>
          {t.title}
        </Link>
      }
    >
      <TakeIn home={home} devices={devices.data?.devices ?? []} />
      <TakeOut home={home} />
    </Page>
  );
}
