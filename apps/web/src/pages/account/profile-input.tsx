import type { Profile } from '@kept/service-account/api';
import type { ChangeEvent } from 'react';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { smallPicture } from './small-picture.ts';

type Field = Profile['groups'][number]['fields'][number];

interface ProfileInputProps {
  readonly field: Field;
  readonly value: string;
  onText(text: string): void;
  readonly error: string | undefined;
}

const types = { email: 'email', phone: 'tel', date: 'date', text: 'text' } as const;

function Picture({ field, value, onText, error }: ProfileInputProps) {
  const t = useMessages('account').profile;
  const failureText = useFailureText();
  const { say } = useToast();
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file === undefined) return;
    await smallPicture(file, field.longest).then(onText, (failed: unknown) => say(failureText(failed)));
  };
  const id = `picture-${field.id}`;
  return (
    <div className="field picture">
      <span className="label" id={`${id}-name`}>
        {field.label}
      </span>
      <div className="chosen">
        {value === '' ? <span className="face" aria-hidden="true" /> : <img src={value} alt={field.label} />}
        <input
          id={id}
          type="file"
          className="vh"
          aria-describedby={`${id}-name`}
          accept="image/png,image/jpeg,image/webp"
          onChange={(event) => void choose(event)}
        />
        <label htmlFor={id} className={buttonClass('second', true)}>
          {t.choosePicture}
        </label>
        {value !== '' && (
          <Button small onClick={() => onText('')}>
            {t.removePicture}
          </Button>
        )}
      </div>
      <small>{error ?? t.pictureHint}</small>
    </div>
  );
}

/** One field of the profile by its kind. */
export function ProfileInput(props: ProfileInputProps) {
  const { field, value, onText, error } = props;
  if (field.kind === 'picture' || field.kind === 'document') return <Picture {...props} />;
  const common = { name: field.id, label: field.label, value, onText, error, maxLength: field.longest };
  if (field.kind === 'multiline') return <TextArea {...common} />;
  return <TextField {...common} type={types[field.kind]} autoComplete="off" />;
}
