/**
 * Makes `models.json.br` of the definitions of zigbee-herdsman-converters (MIT), which is too large to be installed with
 * Kept for this alone:
 *
 *     npm install --prefix FOLDER --ignore-scripts zigbee-herdsman-converters@26.112.0
 *     node services/devices/data/generate.mjs FOLDER
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { roleOf } from '../src/catalogue/roles.ts';
import { unitOf } from '../src/catalogue/units.ts';

const NAME = 'zigbee-herdsman-converters';
const require = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'));
const { prepareDefinition } = require(NAME);
const devices = join(dirname(require.resolve(NAME)), 'devices');
const { version } = JSON.parse(readFileSync(join(dirname(require.resolve(NAME)), '..', 'package.json'), 'utf8'));

const features = [];
const places = new Map();
const KINDS = new Set(['binary', 'numeric', 'enum', 'text']);
const SET = 2;

/** The place of a feature among all that there are; models share most of theirs. */
function placeOf(expose) {
  const { type, name, property = name, access = 0, unit = '', category, value_min = null, value_max = null } = expose;
  const values = type === 'binary' ? [expose.value_on, expose.value_off] : (expose.values ?? []);
  const settable = (access & SET) > 0;
  const role = roleOf({ name: property, category, settable });
  const own = [property, type, settable ? 1 : 0, unitOf(unit), value_min, value_max, values.map(String), role];
  const key = JSON.stringify(own);
  if (!places.has(key)) places.set(key, features.push(own) - 1);
  return places.get(key);
}

const flat = (exposes) =>
  exposes.flatMap((each) => (each.features ? flat(each.features) : KINDS.has(each.type) && each.name ? [each] : []));

const models = [];
for (const file of readdirSync(devices).filter((name) => name.endsWith('.js') && name !== 'index.js')) {
  for (const definition of require(join(devices, file)).definitions ?? []) {
    const {
      vendor,
      model,
      description,
      zigbeeModel = [],
      fingerprint = [],
      whiteLabel = [],
      ota,
      exposes,
    } = prepareDefinition(definition);
    const all = flat(typeof exposes === 'function' ? exposes({ isDummyDevice: true }, {}) : exposes);
    const own = [...new Set(all.map(placeOf))];
    const battery = all.some(({ name }) => name === 'battery' || name === 'battery_low');
    const names = [...new Set([...zigbeeModel, ...fingerprint.map(({ modelID }) => modelID)].filter(Boolean))];
    // What many makers call theirs, `TS0601`, says nothing of which it is.
    const known = names.filter((name) => !/^TS\d{3,4}[A-Z]?$/.test(name));
    const others = whiteLabel.map((label) => [label.vendor ?? vendor, label.model, label.description ?? description]);
    models.push([vendor, model, description, battery ? 1 : 0, ota ? 1 : 0, own, known, others]);
  }
}
models.sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
const text = JSON.stringify({ source: `${NAME} ${version}`, features, models });
const packed = brotliCompressSync(text, {
  params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
});
writeFileSync(new URL('models.json.br', import.meta.url), packed);
process.stdout.write(
  `${models.length} models, ${features.length} features, ${text.length} bytes, ${packed.length} packed\n`,
);
