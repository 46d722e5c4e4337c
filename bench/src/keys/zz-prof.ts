import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { openKeys } from '@kept/keys'; import { startServer, ensureDatabase } from '@kept/db';
const dir = mkdtempSync('/tmp/kept-prof-'); chmodSync(dir, 0o755);
const s = await startServer({ dir: dir + '/pg', port: 47600 }); await ensureDatabase(s.url('postgres'), 'k'); const url = s.url('k');
const marks = new Map<string, number[]>(); let last = 0, prev = '';
const probe = (x: string) => { const n = performance.now(); if (last) { const k = `${prev} -> ${x}`; (marks.get(k) ?? marks.set(k, []).get(k)!).push(n - last); } last = n; prev = x; };
const keys = await openKeys({ url, rootDir: dir + '/ring', probe }); const other = process.env.SOLO ? null : await openKeys({ url, rootDir: dir + '/ring' });
const r = keys.region('eu'); const ids = Array.from({ length: 10000 }, (_, i) => `person:${i}`); await r.put(ids); await other?.region('eu').load(ids);
const N = Number(process.env.NE ?? 600); const lat: number[] = [];
const c0 = process.cpuUsage();
for (let i = 0; i < N; i++) { last = 0; const t = performance.now(); prev = 'call'; last = t; await r.erase([ids[i]!]); lat.push(performance.now() - t); { const k = prev + ' -> done'; (marks.get(k) ?? marks.set(k, []).get(k)!).push(performance.now() - last); } }
const c = process.cpuUsage(c0);
const q = (a: number[], p: number) => a.sort((x, y) => x - y)[Math.floor(a.length * p)]!.toFixed(3);
console.log('erase p50', q(lat, .5), 'p90', q(lat, .9), 'p99', q(lat, .99), 'cpu us', (c.user + c.system) / N);
for (const [k, v] of marks) if (v.length > N / 3) console.log(k.padEnd(40), q(v, .1), q(v, .5), q(v, .99));
await other?.close(); await keys.close(); await s.stop(); rmSync(dir, { recursive: true });

