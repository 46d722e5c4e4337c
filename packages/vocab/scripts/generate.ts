/**
 * Writes `src/dpv.ts` from the CSV files of a release of the W3C Data Privacy Vocabulary.
 *
 *     node packages/vocab/scripts/generate.ts FOLDER            write
 *     node packages/vocab/scripts/generate.ts FOLDER --check    say whether the file is what the folder gives
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from './csv.ts';

const RELEASE = '2.3';
const TARGET = join(import.meta.dirname, '../src/dpv.ts');
const FILES = ['dpv', 'pd', 'eu-gdpr', 'justifications', 'legal', 'loc', 'tech', 'risk'];

/** In the release, but withdrawn; the CSV files do not say so. */
const SUNSET = new Set(
  'PersonalDataHandling WithinDevice WithinVirtualEnvironment WithinPhysicalEnvironment PublicLocation PrivateLocation ContractualTerms LegalAgreement DataControllerContract DataProcessorContract DataSubjectContract ThirdPartyContract'
    .split(' ')
    .map((name) => `dpv:${name}`),
);

/** Of `tech` and `risk`, which are large, only what a policy or an incident names. */
const TECH = /^tech:(Cookie|SoftwareLibrary|UserAgent|Technology|DataStorageTechnology|Algorithm)$/;
const RISK = /^risk:(\w*Incident\w*|UnauthorisedData\w+|DataLoss)$/;

interface Term {
  readonly id: string;
  readonly label: string;
  readonly parents: readonly string[];
  readonly tables: readonly string[];
}

/** A term stands in each table that it fits, the properties and the rest apart. In the order of the file. */
const TABLES: readonly (readonly [
  name: string,
  says: string,
  fits: (type: string, id: string, property: boolean) => boolean,
])[] = [
  ['PROPERTIES', 'Relations between the others.', (_, __, property) => property],
  [
    'PERSONAL_DATA',
    'Categories of personal data.',
    (type, id) =>
      id.startsWith('pd:') ||
      type.includes('dpv:PersonalData') ||
      /^dpv:\w*(Personal|Anonymised|Pseudonymised|Sensitive)\w*Data$/.test(id),
  ],
  ['PURPOSES', 'What for.', (type, id) => type.includes('dpv:Purpose') || id === 'dpv:Purpose'],
  [
    'LEGAL_BASES',
    'By what right of the controller.',
    (type, id) => type.includes('dpv:LegalBasis') || id === 'dpv:LegalBasis',
  ],
  [
    'RIGHTS',
    'Rights of the person.',
    (type, id) => type.includes('dpv:Right') || id === 'dpv:DataSubjectRight' || id === 'dpv:Right',
  ],
  ['PROCESSING', 'What is done.', (type, id) => type.includes('dpv:Processing') || id === 'dpv:Processing'],
  [
    'MEASURES',
    'What protects.',
    (type, id) =>
      /dpv:(Organisational|Technical|Physical|Legal)Measure/.test(type) ||
      /^dpv:(Organisational|Technical|Physical|Legal)Measure$/.test(id),
  ],
  [
    'JUSTIFICATIONS',
    'Why a request was refused, delayed or made.',
    (type, id) => type.includes('dpv:Justification') || id.startsWith('justifications:'),
  ],
  [
    'SUBJECTS',
    'Who the data is about.',
    (type, id) => type.includes('dpv:HumanSubject') || id === 'dpv:HumanSubject' || id === 'dpv:DataSubject',
  ],
  [
    'PLACES',
    'Countries, unions, places of storage.',
    (type, id) => type.includes('dpv:Location') || id === 'dpv:Location' || id.startsWith('loc:'),
  ],
  [
    'LAWS',
    'Laws, authorities and adequacy decisions.',
    (type, id) => id.startsWith('legal-') || type.includes('dpv:Law') || id === 'dpv:Law',
  ],
  ['CONCEPTS', 'Everything else: parties, statuses, notices, durations, incidents.', () => true],
];

const namespaces = new Map<string, string>();

function curie(iri: string): string {
  const hash = iri.indexOf('#');
  const space = iri.slice(0, hash + 1);
  const known = namespaces.get(space);
  if (known !== undefined) return `${known}:${iri.slice(hash + 1)}`;
  const path = space.replace('https://w3id.org/dpv', '').replace(/^\/|#$/g, '');
  const prefix = path === '' ? 'dpv' : path === 'legal/eu/gdpr' ? 'eu-gdpr' : path.replaceAll('/', '-');
  namespaces.set(space, prefix);
  return `${prefix}:${iri.slice(hash + 1)}`;
}

const list = (cell: string): string[] => (cell === '' ? [] : cell.split(';').map((iri) => curie(iri.trim())));

function read(folder: string): Term[] {
  const terms = new Map<string, Term>();
  for (const file of FILES) {
    for (const row of parseCsv(readFileSync(join(folder, `${file}.csv`), 'utf8'))) {
      const id = curie(row.iri!);
      if (SUNSET.has(id) || terms.has(id)) continue;
      if (id.startsWith('tech:') && !TECH.test(id)) continue;
      if (id.startsWith('risk:') && !RISK.test(id)) continue;
      const type = list(row.dpvtype!).join(' ');
      const fitting = TABLES.filter(([, , fits]) => fits(type, id, row.type === 'property')).map(([name]) => name);
      const tables =
        row.type === 'property'
          ? ['PROPERTIES']
          : fitting.filter((name) => name !== 'CONCEPTS' || fitting.length === 1);
      const parents = [...new Set(list(row.hasbroader!))].filter((parent) => parent !== id);
      terms.set(id, { id, label: row.label!, parents, tables });
    }
  }
  const kept = (term: Term): Term => ({ ...term, parents: term.parents.filter((parent) => terms.has(parent)) });
  return [...terms.values()].map(kept).sort((a, b) => (a.id < b.id ? -1 : 1));
}

const quote = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.includes("'") ? `"${plain.replaceAll('"', '\\"')}"` : `'${plain}'`;
};

function write(terms: readonly Term[]): string {
  const used = new Set(terms.flatMap((term) => [term.id.slice(0, term.id.indexOf(':'))]));
  const prefixes = [...namespaces].filter(([, prefix]) => used.has(prefix)).sort(([, a], [, b]) => (a < b ? -1 : 1));
  const tables = TABLES.map(([name, says]) => {
    const rows = terms.filter((term) => term.tables.includes(name));
    const lines = rows.map((term) => `  ${quote(term.id)}: [${[term.label, ...term.parents].map(quote).join(', ')}],`);
    return `/** ${says} */\nexport const ${name} = {\n${lines.join('\n')}\n} satisfies Table;\n`;
  });
  return `// THIS FILE IS GENERATED by scripts/generate.ts. Do not edit.
// biome-ignore-all format: one term a line, as the generator writes them
//
// This software or document includes material copied from or derived from Data Privacy Vocabulary (DPV) ${RELEASE},
// https://w3id.org/dpv/${RELEASE}. Copyright © 2026 World Wide Web Consortium.
// https://www.w3.org/copyright/software-license-2023/ (full text: LICENSE-W3C.md beside package.json)
// Changes: labels and parents only, as compact IRIs; withdrawn terms and most of \`tech\` and \`risk\` left out.
import type { Table } from './term.ts';

/** The release of the Data Privacy Vocabulary that the tables below come from; its terms' IRIs carry no version. */
export const DPV_RELEASE = 'https://w3id.org/dpv/${RELEASE}';

/** What the prefix of a compact IRI stands for. */
export const DPV_PREFIXES = {
${prefixes.map(([space, prefix]) => `  ${/^\w+$/.test(prefix) ? prefix : quote(prefix)}: '${space}',`).join('\n')}
} as const;

${tables.join('\n')}`;
}

const [folder, flag] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node packages/vocab/scripts/generate.ts FOLDER [--check]\n');
  process.exitCode = 1;
} else {
  const text = write(read(folder));
  if (flag !== '--check') writeFileSync(TARGET, text);
  else if (readFileSync(TARGET, 'utf8') !== text) {
    process.stderr.write('src/dpv.ts is not what this folder gives; run again without --check\n');
    process.exitCode = 1;
  }
}
