import type { OutsideProof } from '@kept/api';
import { useMessages } from '../../app/language.tsx';
import { TextField } from '../../ui/field.tsx';
import { Marked } from '../../ui/marked.tsx';

/** To an agent: what they hand to the person, who confirms by themselves. */
export function ForPerson({ proof }: { proof: OutsideProof }) {
  const t = useMessages('outside');
  return (
    <div className="form">
      <p className="sent" role="status">
        <Marked text={t.sentFor(proof.maskedContact)} />
      </p>
      <TextField
        name="link"
        label={t.link}
        value={`${window.location.origin}/ask/${proof.proof}`}
        onText={() => {}}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
