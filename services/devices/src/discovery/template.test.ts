import fc from 'fast-check';
import { expect, test } from 'vitest';
import { templateOf } from './template.ts';

const rendered = (source: string, payload: string): string | undefined => {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    json = undefined;
  }
  return templateOf(source)?.(payload, json);
};

test.each([
  ['{{ value }}', '21.5', '21.5'],
  ['{{ value_json["contact"] }}', '{"contact":true}', 'true'],
  ['{{ value_json.ENERGY.Power | float | round(1) }}', '{"ENERGY":{"Power":12.345}}', '12.3'],
  ['{{ value_json[0].t }}', '[{"t":7}]', '7'],
  ['{{ (value | float - 32) * 5 / 9 | round(2) }}', '212', '100'],
  ["{{ 'ON' if value_json.state == 1 else 'OFF' }}", '{"state":1}', 'ON'],
  ["{% if value_json.lock == 'locked' %}LOCK{% else %}UNLOCK{% endif %}", '{"lock":"open"}', 'UNLOCK'],
  ['{{ value_json.update.state | default("idle") }}', '{}', 'idle'],
  ['{{ value_json.there is defined }}', '{"there":0}', 'true'],
  ['{{ int(value) + 1 }}', '41', '42'],
])('%s', (source, payload, text) => {
  expect(rendered(source, payload)).toBe(text);
});

test('what a message does not have is not told', () => {
  expect(rendered('{{ value_json.temperature }}', '{"humidity":40}')).toBeUndefined();
  expect(rendered('{{ value_json.__proto__ }}', '{}')).toBeUndefined();
  expect(rendered('{{ value_json.constructor }}', '{}')).toBeUndefined();
});

test.each([
  '{% for i in range(1000000000) %}x{% endfor %}',
  '{% set x = 1 %}{{ x }}',
  '{{ states("sensor.other") }}',
  '{{ value | regex_replace("(a+)+$", "") }}',
  '{{ value_json.items() }}',
  '{{ value.constructor.constructor("return process")() }}',
  '{{ "x" * 1000000000 * value_json.n | tojson(indent=9) }}',
  '{{ value ',
  `{{ ${'('.repeat(900)}value${')'.repeat(900)} }}${' '.repeat(2_000)}`,
])('not taken: %s', (source) => {
  expect(templateOf(source)).toBeUndefined();
});

test('whatever the template and the message, nothing throws', () => {
  const piece = fc.constantFrom(
    ...[
      '{{',
      '}}',
      '{%',
      '%}',
      'value',
      'value_json',
      '.a',
      '[0]',
      '|',
      'float',
      'int',
      'round(2)',
      '+',
      '-',
      '*',
      '/',
    ],
    ...['if', 'else', 'endif', 'is', 'defined', 'not', '(', ')', "'x'", '1', '==', '~', ' ', 'default(1)', 'tojson'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.json({ maxDepth: 2 }), (pieces, payload) => {
      rendered(pieces.join(' '), payload);
      rendered(`{{ ${pieces.join(' ')} }}`, payload);
    }),
    { numRuns: 2_000 },
  );
});
