import { LANGUAGES, type Text } from '@kept/policy';
import { declarationProblems } from '../../conformance.ts';
import type { Rule } from '../trial.ts';

export const declared: Rule = {
  name: 'it says in three languages what it is, and where every field of its rows is',
  faults: ({ service }) => {
    const { label, about, resources } = service.declaration;
    const texts: [string, Text][] = [
      ['`label`', label],
      ['`about`', about],
      ...Object.entries(resources).map(([id, resource]): [string, Text] => [`\`${id}\``, resource.label]),
    ];
    const wordless = texts.flatMap(([name, text]) =>
      LANGUAGES.filter((lang) => text[lang].trim() === '').map((lang) => `${name} has no words in ${lang}`),
    );
    return [...declarationProblems(service), ...wordless];
  },
};
