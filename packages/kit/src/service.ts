import type { CollectionOf, Manifest, PurposeOf, Text } from '@kept/policy';
import { ddl, type TableDef } from '@kept/vault';
import type { z } from 'zod';
import { DUE } from './bucket.ts';
import { BadService } from './errors.ts';
import type { Holding } from './holding.ts';
import { type Region, regionWith } from './region.ts';
import { openRepository, type Repository } from './repository.ts';
import { type FieldsOf, type ResourceDeclaration, tableOf } from './resource.ts';
import type { Route } from './route.ts';

/** Something that stands in the way of closing an account, with the clause that says so. */
export interface Obstacle {
  readonly reason: Text;
  readonly clause: string;
}

/** A resource of one collection or another: a form holds the fields of its own. */
type AnyResource<M extends Manifest> = { [C in CollectionOf<M>]: ResourceDeclaration<M, C> }[CollectionOf<M>];
type Resources<M extends Manifest> = Readonly<Record<string, AnyResource<M>>>;

/** What a service says of itself. One folder, one of these; nothing else has to be edited to add one. */
export interface ServiceDeclaration<M extends Manifest = Manifest, Rs extends Resources<M> = Resources<M>> {
  /** The name of its folder. */
  readonly name: string;
  readonly label: Text;
  /** One sentence, shown to people. */
  readonly about: Text;
  readonly policy: M;
  /**
   * What the business declares for it as `NAME.json` in the folder `KEPT_SERVICES`, and what holds without: configuration,
   * never of a person.
   */
  readonly settings?: { readonly schema: z.ZodType; readonly otherwise: unknown };
  /** Other services whose index it may import. */
  readonly uses: readonly string[];
  /** Collection rows of the policy that it serves. */
  readonly serves: readonly CollectionOf<M>[];
  /** Purposes that no row collects for, under which it shows what it keeps: people are asked about these too. */
  readonly publishes?: readonly PurposeOf<M>[];
  readonly resources: Rs;
  /** Fields of its rows that are in none of its resources, and where they are: in a library's tables, or never kept. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** What a library keeps for it, as every right walks it. */
  readonly holdings?: (region: Region) => readonly Holding[];
  /** Why this person's account cannot be closed now; empty where nothing stands in the way. */
  readonly obstacles?: (region: Region, owner: string) => Promise<readonly Obstacle[]>;
}

/** A service at work in one region. */
export interface Place<M extends Manifest, Rs extends Resources<M>> extends Region {
  readonly service: string;
  readonly resources: { readonly [R in keyof Rs]: Repository<FieldsOf<Rs[R]>, M> };
  /** Of the schema that its declaration names. */
  readonly settings: unknown;
}

/** What the handlers of a service are given. */
export interface ServiceContext<M extends Manifest = Manifest, Rs extends Resources<M> = Resources<M>> {
  at(region: string): Place<M, Rs>;
  /** Regions by id, for those who come before a person's region is known. */
  readonly regions: readonly string[];
}

/** What the routes of a declared service are given: its repositories, typed by its declaration, in every region. */
export type ContextOf<S> = S extends ServiceDeclaration<infer M, infer Rs> ? ServiceContext<M, Rs> : never;

/** Returns the declaration with its literal type; `serve` adds the routes. */
export const defineService = <const M extends Manifest, const Rs extends Resources<M>>(
  declaration: ServiceDeclaration<M, Rs>,
): ServiceDeclaration<M, Rs> => declaration;

/** A service as the server, the rights and the conformance suite walk it. */
export interface Service {
  readonly declaration: ServiceDeclaration;
  readonly tables: Readonly<Record<string, TableDef>>;
  readonly routes: readonly Route<ServiceContext>[];
  /** Statements that make its tables, in order. */
  readonly ddl: readonly string[];
  /** What it does by itself, once everything is open, by its settings; answers how that ends. */
  readonly begin?: (region: Region, settings: unknown) => Promise<() => Promise<void>>;
  /** Removes what its purpose is over for, once an hour in each region; answers how many rows. Harmless when repeated. */
  readonly over?: (region: Region) => Promise<number>;
}

/** Throws KIT_BAD_SERVICE where the declaration and the policy differ. */
export function serve<M extends Manifest, Rs extends Resources<M>>(
  declaration: ServiceDeclaration<M, Rs>,
  routes: readonly Route<ServiceContext<M, Rs>>[],
): Service {
  const erased = declaration as unknown as ServiceDeclaration;
  const { name, policy } = erased;
  const unknown = erased.serves.find((id) => !(id in policy.collections));
  if (unknown) throw new BadService(name, `the policy has no collection \`${unknown}\``);
  const stray = Object.values(erased.resources).find(({ collection }) => !erased.serves.includes(collection));
  if (stray) throw new BadService(name, `it takes \`${stray.collection}\` without serving that row`);
  const tables = Object.fromEntries(
    Object.entries(erased.resources).map(([id, resource]) => [id, tableOf(name, id, policy, resource)]),
  );
  return {
    declaration: erased,
    tables,
    routes: routes as unknown as readonly Route<ServiceContext>[],
    ddl: Object.values(tables).map((table) => ddl(table) + dueIndex(table.name)),
  };
}

/** The service with its routes, where they are made of what `serve` made. */
export const withRoutes = <M extends Manifest, Rs extends Resources<M>>(
  service: Service,
  routes: readonly Route<ServiceContext<M, Rs>>[],
): Service => ({ ...service, routes: routes as unknown as readonly Route<ServiceContext>[] });

/** By which what has ended is found among all rows; what ends with an event is not in it. */
const dueIndex = (table: string): string =>
  `create index ${table}_due on ${table} (bucket collate "C") where ${DUE};\n`;

/** The service at work in `region`: its repositories over the vault's tables, and everything it holds about people. */
export function openService(
  service: Service,
  region: Region,
  settings: unknown = service.declaration.settings?.otherwise,
): { place: Place<Manifest, Resources<Manifest>>; holdings: readonly Holding[] } {
  const { declaration, tables } = service;
  const repositories = Object.entries(tables).map(
    ([id, table]) =>
      [
        id,
        openRepository({
          region,
          service: declaration.name,
          resource: id,
          declaration: declaration.resources[id]!,
          table,
        }),
      ] as const,
  );
  return {
    place: regionWith(region, {
      ...{ service: declaration.name, settings },
      resources: Object.fromEntries(repositories) as never,
    }),
    holdings: [...repositories.map(([, repository]) => repository.holding), ...(declaration.holdings?.(region) ?? [])],
  };
}
