/** Energy as CSV (RFC 4180). */
import type { Energies } from './api/index.ts';

/** A name that a spreadsheet would take for a formula is made a text (OWASP, CSV injection). */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function tableOf({ edges, devices }: Energies): string {
  const lines = devices.flatMap(({ name, space, how, columns }) =>
    columns.flatMap((kwh, i) =>
      kwh === 0
        ? []
        : [[new Date(edges[i]!).toISOString(), new Date(edges[i + 1]!).toISOString(), name, space ?? '', how, kwh]],
    ),
  );
  return [['from', 'until', 'device', 'space', 'by', 'kwh'], ...lines]
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('');
}
