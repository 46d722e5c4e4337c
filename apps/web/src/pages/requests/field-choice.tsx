import type { RequestPreview } from '@kept/api';
import { ClauseChip } from '../../app/clause.tsx';
import { useMessages } from '../../app/language.tsx';
import { CheckField } from '../../ui/field.tsx';

interface FieldChoiceProps {
  readonly choices: RequestPreview['choices'];
  readonly chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
}

/** Which things it is about; none chosen means all. */
export function FieldChoice({ choices, chosen, onChoose }: FieldChoiceProps) {
  const t = useMessages('requests').ask;
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <fieldset className="scope">
      <legend>
        {t.scope}
        <small>{t.scopeHint}</small>
      </legend>
      <ul>
        {choices.map(({ id, label, service, clause, needed }) => (
          <li key={id}>
            <CheckField name={`scope-${id}`} checked={chosen.has(id)} onCheck={(on) => toggle(id, on)}>
              {label}
              <small className="block quiet">{needed ? t.needed(service) : service}</small>
            </CheckField>
            <ClauseChip id={clause} look="still" />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
