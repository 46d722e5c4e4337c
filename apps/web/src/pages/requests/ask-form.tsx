import { listRequests, makeRequest, type RequestPreview, readMyData } from '@kept/api';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { ClauseChip } from '../../app/clause.tsx';
import { useMessages } from '../../app/language.tsx';
import { useForget } from '../../app/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Marked } from '../../ui/marked.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { Failure, Note } from '../../ui/status.tsx';
import { FieldChoice } from './field-choice.tsx';
import { GoesAndStays } from './goes-and-stays.tsx';

/** Those at which somebody looks. */
const withNote = new Set(['explanation', 'complaint']);
const takesNote = ({ right, grounds }: RequestPreview, ground: string): boolean =>
  withNote.has(right.id) || grounds?.find(({ id }) => id === ground)?.byPolicy === false;

function Blocked({ preview }: { preview: RequestPreview }) {
  const t = useMessages('requests').ask;
  return (
    <Note of="due" title={t.blocked}>
      {preview.blocked.map(({ reason, clause }) => (
        <p key={reason}>
          {reason} <ClauseChip id={clause} />
        </p>
      ))}
    </Note>
  );
}

function useAsking(preview: RequestPreview, fields: ReadonlySet<string>) {
  const t = useMessages('requests').ask;
  const navigate = useNavigate();
  const forget = useForget();
  const { mutateAsync } = useAct(makeRequest, [listRequests, readMyData]);
  const { right, confirm, grounds } = preview;
  return useForm({
    initial: { typed: '', note: '', ground: '' },
    check: ({ typed, ground }): { typed?: string; ground?: string } => ({
      ...(grounds !== undefined && ground === '' && { ground: t.groundMissing }),
      ...(confirm !== undefined && typed.trim() !== confirm && { typed: t.typeExactly(confirm) }),
    }),
    send: async ({ typed, note, ground }) => {
      const { request } = await mutateAsync({
        body: {
          right: right.id,
          ...(confirm === undefined ? {} : { confirm: typed.trim() }),
          ...(fields.size === 0 ? {} : { fields: [...fields] }),
          ...(ground === '' ? {} : { ground }),
          ...(note.trim() === '' || !takesNote(preview, ground) ? {} : { note: note.trim() }),
        },
      });
      if (right.id === 'closure' && request.certificate !== undefined) {
        await navigate({ to: '/certificate/$code', params: { code: request.certificate } });
        // The session went with the account.
        forget();
      } else await navigate({ to: '/requests/$id', params: { id: request.id } });
    },
    places: { '/confirm': 'typed', '/note': 'note', '/ground': 'ground' },
  });
}

/** The request itself: scope, a note where one helps, and the last word. */
export function AskForm({ preview }: { preview: RequestPreview }) {
  const t = useMessages('requests').ask;
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set());
  const { values, errors, failure, busy, set, props } = useAsking(preview, fields);
  const { right, confirm } = preview;
  const ending = confirm !== undefined;
  if (preview.blocked.length > 0) return <Blocked preview={preview} />;
  return (
    <>
      {preview.choices.length > 0 && <FieldChoice choices={preview.choices} chosen={fields} onChoose={setFields} />}
      <GoesAndStays goes={preview.goes} stays={preview.stays} />
      <form {...props} className={ending ? 'form last-word ending' : 'form last-word'}>
        <p>
          <Marked text={t.deadline(preview.deadline)} /> <ClauseChip id={preview.clause} />
        </p>
        {preview.grounds !== undefined && (
          <RadioField
            name="ground"
            label={t.ground}
            hint={t.groundHint}
            error={errors.ground}
            value={values.ground}
            options={preview.grounds.map(({ id, label, byPolicy }) => ({
              ...{ value: id, label },
              note: byPolicy ? t.groundByPolicy : t.groundBySomebody,
            }))}
            onChoose={(ground) => set('ground', ground)}
          />
        )}
        {takesNote(preview, values.ground) && (
          <TextArea
            name="note"
            label={t.note}
            hint={t.noteHint}
            value={values.note}
            onText={(text) => set('note', text)}
            maxLength={2_000}
          />
        )}
        {confirm !== undefined && (
          <TextField
            name="typed"
            label={t.type(confirm)}
            hint={t.typeHint}
            value={values.typed}
            onText={(text) => set('typed', text)}
            error={errors.typed}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <Failure text={failure} />
        <div className="acts">
          <Button type="submit" look={ending ? 'ending' : 'primary'} busy={busy}>
            {right.label}
          </Button>
          <Link to="/requests" className={buttonClass()}>
            {t.leave}
          </Link>
        </div>
      </form>
    </>
  );
}
