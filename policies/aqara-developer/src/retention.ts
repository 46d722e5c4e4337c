const closure = { event: 'closure' } as const;
const over = { event: 'purpose-end' } as const;
const withdrawal = { event: 'withdrawal' } as const;

/** The text stores and backs up, and never says for how long. Every period here is ours, and the notes say so. */
export const retention = [
  { until: closure, end: 'erase', clause: '4.4' },
  { fields: ['personal-proof', 'corporate-proof'], until: over, end: 'erase', clause: '4.4' },
  { fields: ['personal-proof', 'corporate-proof'], until: closure, end: 'erase', clause: '4.4' },
  { collections: ['logs'], until: { after: 'collection', count: 6, unit: 'month' }, end: 'erase', clause: '4.4' },
  { collections: ['logs'], until: closure, end: 'erase', clause: '4.4' },
  { collections: ['logs'], purposes: ['improvement'], until: withdrawal, end: 'erase', clause: '2' },
  { collections: ['resources', 'devices'], until: closure, end: 'erase', clause: '4.4' },
  { collections: ['resources', 'devices'], purposes: ['improvement'], until: withdrawal, end: 'erase', clause: '2' },
  { purposes: ['feedback'], until: withdrawal, end: 'erase', clause: '2' },
  { purposes: ['feedback'], until: closure, end: 'erase', clause: '4.4' },
  { purposes: ['requests', 'support'], until: over, end: 'erase', clause: '4.4' },
  { purposes: ['requests', 'support'], until: closure, end: 'erase', clause: '4.4' },
] as const;
