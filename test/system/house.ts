/** A house under any policy: one service that takes all that the policy lets be taken, so that its rights have all to do. */

import { defineService, keepingOf, type Service, serve } from '../../packages/kit/src/index.ts';
import type { Manifest } from '../../packages/policy/src/index.ts';

const say = (en: string) => ({ en, 'zh-Hans': en, 'zh-Hant': en });

/** Fields of one table are kept alike. What goes some time after its last use is left out: no resource notes a use. */
function tablesOf(policy: Manifest, collection: string): string[][] {
  const { required, optional } = policy.collections[collection]!;
  const fields = [...required, ...optional].filter((field) => !keepingOf(policy, { field, collection }).lastUse);
  return [...Map.groupBy(fields, (field) => JSON.stringify(keepingOf(policy, { field, collection }))).values()];
}

/** Over these collections of the policy; `shown`: by collection, the purpose under which others see what it took. */
export function houseOf(
  policy: Manifest,
  serves: readonly string[],
  shown: Readonly<Record<string, string>> = {},
): Service {
  const resources = serves.flatMap((collection) =>
    tablesOf(policy, collection).map((fields, n) => [
      `${collection.replaceAll('-', '_')}_${n}`,
      {
        ...{ collection, label: say(collection), rows: 'many', shown: shown[collection] },
        form: Object.fromEntries(fields.map((field) => [field, { kind: 'text', longest: 60 }])),
      },
    ]),
  );
  const words = { label: say('House'), about: say('Takes all that there is.') };
  const declaration = { name: 'house', ...words, policy, uses: [], serves, resources: Object.fromEntries(resources) };
  return serve(defineService(declaration as never), []);
}
