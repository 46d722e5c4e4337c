import type { Audience, Endpoint } from '@kept/api';
import { pathParameters, unboundedParts } from '@kept/api/testing';
import type { z } from 'zod';
import type { Rule } from '../trial.ts';

export const routes: Rule = {
  name: 'every route says who may call it, and takes nothing without a name or a bound',
  faults: ({ service, unbounded }) => {
    const allowed = Object.keys(unbounded);
    const used = new Set<string>();
    const excused = (part: string): boolean => {
      const reason = allowed.find((each) => part.includes(each));
      if (reason !== undefined) used.add(reason);
      return reason !== undefined;
    };
    const faults = service.routes.flatMap(({ endpoint }) =>
      [
        ...audience(endpoint),
        ...parameters(endpoint),
        ...unboundedParts(endpoint).filter((part) => !excused(part)),
      ].map((fault) => `${endpoint.method} ${endpoint.path}: ${fault}`),
    );
    const idle = allowed.filter((each) => !used.has(each)).map((each) => `\`${each}\` is excused for nothing`);
    return [...faults, ...idle];
  },
};

const AUDIENCES: readonly Audience[] = ['anyone', 'person', 'operator'];

const audience = ({ who }: Endpoint): string[] =>
  AUDIENCES.includes(who) ? [] : [`it is for \`${String(who)}\`, which is nobody`];

function parameters(endpoint: Endpoint): string[] {
  const named = pathParameters(endpoint);
  const parsed = Object.keys((endpoint.params as z.ZodObject | undefined)?.shape ?? {});
  return named.every((name) => parsed.includes(name)) && parsed.length === named.length
    ? []
    : ['the parameters of its path are not those of its schema'];
}
