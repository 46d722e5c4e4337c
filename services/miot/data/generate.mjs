/**
 * Makes `models.json.br` of the MIoT spec instances in @neslihankara/homebridge-miot (MIT), which is a plugin for Homebridge
 * and too large to be installed with Kept for this alone:
 *
 *     npm install --prefix FOLDER --ignore-scripts @neslihankara/homebridge-miot@1.6.2
 *     node services/miot/data/generate.mjs FOLDER
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { modelOf } from '../src/spec.ts';

const NAME = '@neslihankara/homebridge-miot';
const root = join(resolve(process.argv[2] ?? '.'), 'node_modules', NAME);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const modules = join(root, 'lib/modules');

const PROPERTY = /^\s*this\.addPropertyByString\('([^']+)', '(\{.*\})'\);$/gm;
const ACTION = /^\s*this\.addActionByString\('([^']+)', '(\{.*\})'\);$/gm;
const read = (text) => JSON.parse(text.replaceAll("\\'", "'").replaceAll('\\\\', '\\'));
const all = (source, form) => [...source.matchAll(form)].map(([, name, text]) => ({ name, ...read(text) }));

const models = [];
for (const kind of readdirSync(modules, { withFileTypes: true })) {
  if (!kind.isDirectory()) continue;
  const folder = join(modules, kind.name, 'devices');
  let files = [];
  try {
    files = readdirSync(folder).filter((file) => /^[a-z0-9_]+\.[a-z0-9_-]+\.[a-z0-9_]+\.js$/.test(file));
  } catch {
    continue;
  }
  for (const file of files) {
    const source = readFileSync(join(folder, file), 'utf8');
    const name = /getDeviceName\(\) \{\s*return '(.+)';/.exec(source)?.[1];
    const properties = all(source, PROPERTY);
    // What is told over the maker’s cloud alone is no matter of the home’s network.
    if (!name || properties.length === 0 || /requiresMiCloud\(\) \{\s*return true/.test(source)) continue;
    models.push(modelOf({ id: file.slice(0, -3), name, properties, actions: all(source, ACTION) }));
  }
}
models.sort(([a], [b]) => (a < b ? -1 : 1));

const text = JSON.stringify({ source: `${NAME} ${version}`, models });
const options = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
const bytes = brotliCompressSync(text, { params: options });
writeFileSync(new URL('models.json.br', import.meta.url), bytes);
process.stdout.write(`${models.length} models, ${text.length} bytes, ${bytes.length} compressed\n`);
