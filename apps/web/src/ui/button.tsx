import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type ButtonLook = 'second' | 'primary' | 'plain' | 'ending';

/** Class names of a button, for links that look like one. */
export const buttonClass = (look: ButtonLook = 'second', small = false): string =>
  ['btn', look === 'second' ? '' : look, small ? 's' : ''].filter(Boolean).join(' ');

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  readonly small?: boolean;
  readonly icon?: LucideIcon;
  /** Something is under way: shows it, and takes no second press. */
  readonly busy?: boolean;
}

export function Button({ look, small, icon, busy = false, className = '', children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(look, small)} ${busy ? 'busy' : ''} ${className}`}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon !== undefined && !busy && <Icon of={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  readonly icon: LucideIcon;
  /** What it does; read aloud and shown on hover. */
  readonly label: string;
}

export function IconButton({ icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} className={`icon-btn ${className}`} {...rest}>
      <Icon of={icon} />
    </button>
  );
}

interface EqualProps {
  readonly no: string;
  readonly yes: string;
  /** What has been answered; null before. */
  readonly answer: boolean | null;
  readonly busy?: boolean;
  onAnswer(yes: boolean): void;
  readonly label: string;
  readonly children?: ReactNode;
}

/** The only form for consent: two buttons of one size and weight, no first, filled only after the answer. */
export function EqualButtons({ no, yes, answer, busy = false, onAnswer, label }: EqualProps) {
  return (
    <fieldset className="equal" aria-label={label}>
      <button
        type="button"
        className="btn"
        aria-pressed={answer === false}
        disabled={busy}
        onClick={() => onAnswer(false)}
      >
        {no}
      </button>
      <button
        type="button"
        className="btn"
        aria-pressed={answer === true}
        disabled={busy}
        onClick={() => onAnswer(true)}
      >
        {yes}
      </button>
    </fieldset>
  );
}
