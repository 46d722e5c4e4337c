import { Button, Failure, IconButton, RadioField, TextArea, useAct, useForm, useToast, useWords } from '@kept/web/kit';
import { Flag } from 'lucide-react';
import { useState } from 'react';
import { GROUNDS, type Ground, makeReport } from '../api/index.ts';
import { moderationWords } from './moderation-words.ts';

export interface ReportOf {
  readonly kind: 'post' | 'comment';
  readonly thread: string;
  readonly about: string;
}

/** The flag, and the form that it opens: two parts, since the form stands below what it is about. */
export function useReport(of: ReportOf) {
  const t = useWords(moderationWords);
  const [open, setOpen] = useState(false);
  return {
    flag: <IconButton icon={Flag} label={t.report} onClick={() => setOpen(!open)} />,
    form: open ? <Form of={of} onEnd={() => setOpen(false)} /> : null,
  };
}

function Form({ of, onEnd }: { of: ReportOf; onEnd(): void }) {
  const t = useWords(moderationWords);
  const { say } = useToast();
  const { mutateAsync } = useAct(makeReport);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { ground: '', text: '' },
    check: ({ ground }) => (ground === '' ? { ground: t.choose } : {}),
    places: { '/ground': 'ground', '/text': 'text' },
    send: async ({ ground, text }) => {
      await mutateAsync({ body: { ...of, ground: ground as Ground, text } });
      say(t.reported);
      onEnd();
    },
  });
  return (
    <form {...props} className="form report">
      <RadioField
        name="ground"
        label={t.reportWhy}
        hint={t.reportHint}
        value={values.ground}
        error={errors.ground}
        options={GROUNDS.map((value) => ({ value, label: t.grounds[value] }))}
        onChoose={(ground) => set('ground', ground)}
      />
      <TextArea
        name="text"
        label={t.reportText}
        value={values.text}
        error={errors.text}
        maxLength={1_000}
        onText={(text) => set('text', text)}
      />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.send}
        </Button>
        <Button onClick={onEnd}>{t.cancel}</Button>
      </div>
    </form>
  );
}
