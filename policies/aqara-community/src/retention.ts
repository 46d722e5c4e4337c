const over = { event: 'purpose-end' } as const;
const closure = { event: 'closure' } as const;
const withdrawal = { event: 'withdrawal' } as const;
const longer = ['law', 'claims'] as const;

/** As long as the purpose needs it, or a law or a dispute; then whatever can be tied to a person is erased. */
export const retention = [
  { until: over, end: 'erase', longer, clause: '5' },
  { until: closure, end: 'erase', longer, clause: '5' },
  { purposes: ['community', 'promotion'], until: withdrawal, end: 'erase', longer, clause: '7' },
  { purposes: ['community', 'promotion'], until: closure, end: 'erase', longer, clause: '5' },
] as const;
