import {
  type Action,
  type Automation,
  type AutomationConfig,
  type Condition,
  changeAutomation,
  listAutomations,
  listTraces,
  MODES,
  makeAutomation,
  type Trigger,
} from '@kept/service-automations/api';
import type { Device } from '@kept/service-devices/api';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { Failure } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { configOf, type Draft, draftOf, EMPTY, usesSun } from './draft.ts';
import { ActionLine, ConditionLine, TriggerLine } from './lines.tsx';
import { Past } from './past.tsx';
import { Section } from './section.tsx';
import { useSentences } from './words.ts';

const here = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Keeps it; a new one has a page of its own then. */
function useSave(home: string, automation: Automation | null) {
  const t = useMessages('automations').edit;
  const { say } = useToast();
  const navigate = useNavigate();
  const changed = useAct(changeAutomation, [listAutomations, listTraces]);
  const made = useAct(makeAutomation, [listAutomations]);
  return async (body: AutomationConfig): Promise<void> => {
    const given = body as Automation['config'];
    if (automation !== null) {
      await changed.mutateAsync({ params: { id: home, automation: automation.id }, body: given });
      say(t.saved);
      return;
    }
    const { id } = await made.mutateAsync({ params: { id: home }, body: given });
    await navigate({ to: '/devices/$home/automations/$automation', params: { home, automation: id } });
  };
}

function Place({ draft, set }: { draft: Draft; set(part: Partial<Draft>): void }) {
  const t = useMessages('automations').edit;
  return (
    <fieldset className="line">
      <legend className="label">{t.place}</legend>
      <TextField
        name="latitude"
        label={t.latitude}
        hint={t.placeHint}
        inputMode="decimal"
        value={draft.latitude}
        onText={(latitude) => set({ latitude })}
      />
      <TextField
        name="longitude"
        label={t.longitude}
        inputMode="decimal"
        value={draft.longitude}
        onText={(longitude) => set({ longitude })}
      />
    </fieldset>
  );
}

function Lines({ draft, devices, set }: { draft: Draft; devices: readonly Device[]; set(part: Partial<Draft>): void }) {
  const t = useMessages('automations');
  const say = useSentences(devices);
  const trigger = ['state', 'numeric_state', 'time', 'sun', 'event', 'presence'] as const;
  const begins = { sun: { event: 'sunset' }, presence: { event: 'enter' } } as const;
  return (
    <>
      <Section
        {...{ name: 'trigger', title: t.edit.when, add: t.edit.addTrigger, least: 1, of: TriggerLine, devices }}
        lines={draft.triggers}
        kinds={trigger.map((value) => ({
          ...{ value, label: t.triggers[value] },
          ...((value === 'sun' || value === 'presence') && { begin: begins[value] }),
        }))}
        sentence={(line) => say.trigger(line as Trigger)}
        onLines={(triggers) => set({ triggers })}
      />
      <Section
        {...{ name: 'condition', title: t.edit.conditions, add: t.edit.addCondition, least: 0, of: ConditionLine }}
        {...{ devices, empty: t.edit.noConditions }}
        lines={draft.conditions}
        kinds={(['state', 'numeric_state', 'time'] as const).map((value) => ({ value, label: t.conditions[value] }))}
        sentence={(line) => say.condition(line as Condition)}
        onLines={(conditions) => set({ conditions })}
      />
      <Section
        {...{ name: 'action', title: t.edit.does, add: t.edit.addAction, least: 1, of: ActionLine, devices }}
        lines={draft.actions}
        kinds={(['command', 'scene', 'delay', 'notify', 'stop'] as const).map((value) => ({
          value,
          label: t.actions[value],
        }))}
        sentence={(line) => say.action(line as Action)}
        onLines={(actions) => set({ actions })}
      />
    </>
  );
}

/** When, if, then, as one form. */
export function Editor({
  home,
  automation,
  devices,
}: {
  home: string;
  automation: Automation | null;
  devices: readonly Device[];
}) {
  const t = useMessages('automations').edit;
  const failureText = useFailureText();
  const [draft, setDraft] = useState(automation ? draftOf(automation.config as AutomationConfig) : EMPTY);
  const [told, setTold] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = useSave(home, automation);
  const set = (part: Partial<Draft>): void => {
    setTold(null);
    setDraft((was) => ({ ...was, ...part }));
  };
  const nameless = told !== null && draft.alias.trim() === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const config = configOf(draft, automation?.config.time_zone ?? here());
    if (draft.alias.trim() === '') return setTold(t.nameMissing);
    if (config === null) return setTold(t.incomplete);
    setBusy(true);
    await save(config).catch((error: unknown) => setTold(failureText(error)));
    setBusy(false);
  };
  const form = (
    <form className="automation" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        name="alias"
        label={t.name}
        value={draft.alias}
        maxLength={60}
        error={nameless ? t.nameMissing : undefined}
        onText={(alias) => set({ alias })}
      />
      <Lines draft={draft} devices={devices} set={set} />
      {usesSun(draft) && <Place draft={draft} set={set} />}
      <RadioField
        name="mode"
        label={t.mode}
        value={draft.mode}
        options={MODES.map((value) => ({ value, label: t.modes[value] }))}
        onChoose={(mode) => set({ mode: mode as Draft['mode'] })}
      />
      <Failure text={nameless ? null : told} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
  // What it is called does not matter to when it would have acted.
  const named = draft.alias.trim() === '' ? { ...draft, alias: '–' } : draft;
  return (
    <>
      {form}
      <Past home={home} config={configOf(named, automation?.config.time_zone ?? here())} devices={devices} />
    </>
  );
}
