import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Person } from './person.ts';

/** What a service says of its routes to the tests of who may call what: `services/NAME/src/routes.harness.ts`. */
export interface ServiceRoutes {
  /** Of the console: roles by route, written by hand. */
  readonly may?: Readonly<Record<string, string>>;
  /** Routes whose ids are nobody's. */
  readonly notPersonal?: readonly string[];
  /** Something to send to each route of a person's that takes a body. */
  readonly bodies?: Readonly<Record<string, () => object>>;
  /** What is to be asked for with each route that takes it. */
  readonly queries?: Readonly<Record<string, string>>;
  /** Ids that are this person's, by route. */
  readonly belongings?: (person: Person) => Promise<Readonly<Record<string, string>>>;
}

const SERVICES = fileURLToPath(new URL('../../../../services/', import.meta.url));

/** Of every service that says so. */
export async function serviceRoutes(): Promise<readonly ServiceRoutes[]> {
  const files = readdirSync(SERVICES).map((name) => join(SERVICES, name, 'src/routes.harness.ts'));
  const found = files.filter((file) => existsSync(file)).map((file) => import(pathToFileURL(file).href));
  return (await Promise.all(found)).map(({ routes }: { routes: ServiceRoutes }) => routes);
}
