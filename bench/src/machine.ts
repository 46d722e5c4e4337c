import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were taken on; nothing that tells whose it is. */
export const machine = () => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  processors: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${process.arch}`,
  node: process.versions.node,
});

/** Runnable processes, averaged over the last minute. */
export const load = (): number => Math.round(loadavg()[0]! * 100) / 100;
