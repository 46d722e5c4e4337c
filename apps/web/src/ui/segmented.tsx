import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: NoInfer<V>; readonly label: string }[];
  readonly onChoose: (value: NoInfer<V>) => void;
  readonly className?: string;
}

/** One of two or three, side by side. */
export function Segmented<V extends string>({ label, value, options, onChoose, className = '' }: SegmentedProps<V>) {
  return (
    <RadioGroup
      className={`two ${className}`}
      aria-label={label}
      value={value}
      onValueChange={(next) => onChoose(next as V)}
    >
      {options.map((option) => (
        <Radio.Root key={option.value} value={option.value} nativeButton render={<button type="button" />}>
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
