/** The words of the log: what can happen, and how a home can be armed. */
export const KINDS = [
  ...(['opened', 'closed', 'locked', 'unlocked', 'motion', 'person', 'tampered'] as const),
  ...(['fault', 'fixed', 'silent', 'back', 'armed', 'intrusion'] as const),
] as const;
export type Kind = (typeof KINDS)[number];

export const MODES = ['disarmed', 'home', 'night', 'away'] as const;
export type Mode = (typeof MODES)[number];
