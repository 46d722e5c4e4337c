import { Globe } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../app/language.tsx';
import { Icon } from './icon.tsx';

export const Tag = ({ children }: { children: ReactNode }) => <span className="tag">{children}</span>;

/** Sensitive personal data: reversed, as Chinese print marks what must not be missed. */
export function SensitiveTag() {
  return <span className="tag sensitive">{useMessages('common').sensitive}</span>;
}

export function AbroadTag() {
  return (
    <span className="tag">
      <Icon of={Globe} />
      {useMessages('common').abroad}
    </span>
  );
}
