import type { LucideIcon } from 'lucide-react';

/** A Lucide icon beside words; always decoration, so hidden from screen readers. */
export function Icon({ of: Drawing, className = '' }: { of: LucideIcon; className?: string }) {
  return <Drawing className={`icon ${className}`} aria-hidden="true" />;
}

/** The mark: a room with one door. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M9 20.5H3.5v-17h17v17H17" strokeLinecap="round" />
      <path d="M9 20.5v-8a8 8 0 0 1 8 8" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
