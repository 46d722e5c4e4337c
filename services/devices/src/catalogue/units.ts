/** Units as makers spell them, and as they are shown: by SI and ISO 80000, without words of a language. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  '°C': ['c', '℃', 'ºc', '°c', 'celsius'],
  '°F': ['f', '℉', 'ºf', '°f'],
  K: ['kelvin'],
  '%': ['%', 'percentage', 'percent'],
  s: ['s', 'sec', 'sec.', 'secs', 'second', 'seconds'],
  min: ['min', 'min.', 'mins', 'minute', 'minutes'],
  h: ['h', 'hr', 'hrs', 'hour', 'hours'],
  d: ['d', 'day', 'days'],
  lx: ['lx', 'lux'],
  V: ['v', 'volt', 'volts'],
  W: ['w', 'watt', 'watts'],
  A: ['a', 'amp', 'amps', 'ampere'],
  m: ['meter', 'meters', 'metre', 'metres'],
  L: ['l', 'liter', 'liters', 'litre', 'litres'],
  'L/h': ['l/h'],
  'm³': ['m3', 'm^3', 'm³'],
  'm³/h': ['m3/h', 'm³/h'],
  'µg/m³': ['ug/m3', 'ug/m³', 'μg/m³', 'μg/m3', 'µg/m3', 'µg/m³'],
  'mg/m³': ['mg/m3', 'mg/m³'],
  'µS/cm': ['us/cm', 'μs/cm', 'µs/cm'],
  'µR/h': ['μr/h', 'µr/h', 'ur/h'],
  var: ['var'],
  varh: ['varh'],
  kvarh: ['kvarh'],
  dB: ['db'],
  'dB(A)': ['dba', 'db(a)'],
  ppm: ['ppm'],
  ppb: ['ppb'],
  '%LEL': ['%lel', 'lel', 'lel %'],
  '°': ['°', 'degrees', 'degree', 'arcdegrees', 'arcdegress'],
  mired: ['mired', 'mireds'],
};

/** Not units: what a maker wrote where one belongs. */
const NONE: ReadonlySet<string> = new Set([
  ...['raw', 'raw unit', 'index', 'level', 'times', 'x', '*', 'portion', 'lqi', 'adc', 'gg', '-', 'none', 'rgb'],
]);
/** Upper and lower case are two units. */
const AS_THEY_ARE: ReadonlySet<string> = new Set(['mV', 'MV', 'mA', 'kW', 'kWh', 'Wh', 'VA', 'kVA', 'Hz', 'kPa', 'Pa']);

const BY_SPELLING = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, all]) => all.map((spelling): [string, string] => [spelling, unit])),
);

/** One spelling for each unit; of what is none, nothing. */
export function unitOf(text: string): string {
  const trimmed = text.trim();
  if (AS_THEY_ARE.has(trimmed)) return trimmed;
  const lower = trimmed.toLowerCase();
  if (NONE.has(lower)) return '';
  return BY_SPELLING.get(lower) ?? trimmed;
}
