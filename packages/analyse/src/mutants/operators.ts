import type { SeededRandom } from '@kept/base';
import type { Manifest } from '@kept/policy';
import { ACTIONS, ACTORS } from '@kept/policy';
import { at, type Place, placesOf, put } from './edit.ts';

/** A manifest with one thing changed. */
export interface Mutant {
  /** What was done: `a field dropped`. */
  readonly operator: string;
  /** Where: `/purposes/marketing/fields/3`. */
  readonly at: string;
  readonly make: () => Manifest;
}

type Operator = (manifest: Manifest) => Iterable<{ readonly place: Place; readonly make: () => Manifest }>;

/** Something is taken away: an item, a member, a name of a list. */
const dropped =
  (...patterns: readonly string[]): Operator =>
  (manifest) =>
    patterns.flatMap((pattern) =>
      placesOf(manifest, pattern).map((place) => ({ place, make: () => put(manifest, place, undefined) })),
    );

/** A number is one more, or one less. */
const movedByOne =
  (...patterns: readonly string[]): Operator =>
  (manifest) =>
    patterns.flatMap((pattern) =>
      placesOf(manifest, pattern).flatMap((place) =>
        [1, -1]
          .map((step) => Number(at(manifest, place)) + step)
          .filter((number) => number >= 0)
          .map((number) => ({ place, make: () => put(manifest, place, number) })),
      ),
    );

/** A value becomes another one that it could be. */
const replaced =
  (pattern: string, others: (manifest: Manifest, value: unknown, place: Place) => readonly unknown[]): Operator =>
  (manifest) =>
    placesOf(manifest, pattern).flatMap((place) =>
      others(manifest, at(manifest, place), place)
        .filter((other) => other !== at(manifest, place))
        .map((other) => ({ place, make: () => put(manifest, place, other) })),
    );

/** A list gets one name more. */
const extended =
  (pattern: string, names: (manifest: Manifest, place: Place) => readonly string[]): Operator =>
  (manifest) =>
    placesOf(manifest, pattern).flatMap((place) => {
      const list = at(manifest, place) as readonly string[];
      return names(manifest, place)
        .filter((name) => !list.includes(name))
        .map((name) => ({ place: [...place, name], make: () => put(manifest, place, [...list, name]) }));
    });

const keys = (part: object): string[] => Object.keys(part);
const ownerOf = <T>(manifest: Manifest, place: Place): T => at(manifest, place.slice(0, -1)) as T;

/** A field leaves every list it stands in. */
const fieldGone: Operator = (manifest) =>
  keys(manifest.fields).map((field) => ({ place: ['fields', field], make: () => without(manifest, field) }));

function without(manifest: Manifest, field: string): Manifest {
  const lists = ['purposes.*.fields.*', 'purposes.*.redact.*', 'collections.*.required.*', 'collections.*.optional.*'];
  const more = ['recipients.*.fields.*', 'recipients.*.redact.*', 'retention.*.fields.*', 'figures.*.fields.*'];
  const rest = ['collections.*.oneOf.*.*', 'separations.*.fields.*', 'separations.*.from.*', 'prohibitions.*.fields.*'];
  const places = [...lists, ...more, ...rest]
    .flatMap((pattern) => placesOf(manifest, pattern))
    .filter((place) => at(manifest, place) === field)
    // From the end of each list, so that the places that are left stay where they are.
    .toReversed();
  return put(
    places.reduce((left, place) => put(left, place, undefined), manifest),
    ['fields', field],
    undefined,
  );
}

/** A required field may be left out, or an optional one may not. */
const demanded: Operator = (manifest) =>
  (['required', 'optional'] as const).flatMap((from) =>
    placesOf(manifest, `collections.*.${from}.*`).map((place) => {
      const to = from === 'required' ? 'optional' : 'required';
      const row = place.slice(0, 2);
      const list = at(manifest, [...row, to]) as readonly string[];
      const make = () => put(put(manifest, place, undefined), [...row, to], [...list, at(manifest, place)]);
      return { place, make };
    }),
  );

/** Somebody gets data for one purpose more, or one less. */
const shared: Operator = (manifest) =>
  keys(manifest.recipients).flatMap((recipient) =>
    keys(manifest.purposes).map((purpose) => {
      const [has, is] = [manifest.recipients[recipient]!.purposes, manifest.purposes[purpose]!.recipients];
      const toggled = (list: readonly string[], name: string) =>
        list.includes(name) ? list.filter((each) => each !== name) : [...list, name];
      const make = () =>
        put(
          put(manifest, ['recipients', recipient, 'purposes'], toggled(has, purpose)),
          ['purposes', purpose, 'recipients'],
          toggled(is, recipient),
        );
      return { place: ['recipients', recipient, 'purposes', purpose], make };
    }),
  );

/** A purpose asks no more: it rests on a contract instead. */
const unasked: Operator = (manifest) =>
  placesOf(manifest, 'purposes.*.consent').map((place) => ({
    place,
    make: () => put(put(manifest, place, undefined), [...place.slice(0, 2), 'basis'], 'contract'),
  }));

/** What is done to a manifest, one place at a time. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  'a field dropped': fieldGone,
  'a field dropped from a list': dropped(
    'purposes.*.fields.*',
    'collections.*.required.*',
    'collections.*.optional.*',
    'recipients.*.fields.*',
  ),
  'a field shown that was not': dropped('purposes.*.redact.*', 'recipients.*.redact.*'),
  'a field demanded or not': demanded,
  'a recipient given one field more': extended('recipients.*.fields', (manifest, place) => [
    ...new Set(
      ownerOf<{ purposes: string[] }>(manifest, place).purposes.flatMap((id) => manifest.purposes[id]!.fields),
    ),
  ]),
  'a purpose given one field more': extended('purposes.*.fields', ({ collections }, place) => [
    ...new Set(
      Object.values(collections)
        .filter((row) => row.purposes.includes(String(place[1])))
        .flatMap(({ required, optional }) => [...required, ...optional]),
    ),
  ]),
  'a recipient for one purpose more or less': shared,
  'a recipient elsewhere': replaced('recipients.*.country', () => ['CN', 'US', '*', 'own']),
  'a region added': extended('purposes.*.regions', ({ regions }) => keys(regions)),
  'a region dropped': dropped('purposes.*.regions.*'),
  'people kept elsewhere': replaced('residency.*.region', ({ regions }) => keys(regions)),
  'a transfer rule dropped': dropped('transfers.*'),
  'a transfer rule loosened': replaced('transfers.*.rule', () => ['free', 'desensitised']),
  'an age moved by one': movedByOne('ages.*.below', 'purposes.*.minAge', 'rights.*.below'),
  'an age rule dropped': dropped('ages.*', 'purposes.*.minAge', 'rights.*.below'),
  'an age rule of another kind': replaced('ages.*.rule', () => ['no-account', 'advice']),
  'a place dropped from a rule': dropped('ages.*.jurisdictions.*', 'rights.*.jurisdictions.*'),
  'a consent no longer asked': unasked,
  'a consent dropped': dropped('purposes.*.sensitiveConsent', 'exceptions.*.consent', 'cookies.*.consent'),
  'a consent of another kind': replaced('consents.*.kind', () => ['consent', 'explicit']),
  'a consent by somebody else': dropped('consents.*.by'),
  'a consent exemption dropped': dropped('purposes.*.exemption', 'exemptions.*'),
  'another basis': replaced('purposes.*.basis', () => ['contract', 'legal-obligation', 'legitimate-interest']),
  'an action more': extended('purposes.*.actions', () => ACTIONS.filter((action) => action !== 'disclose')),
  'an action less': dropped('purposes.*.actions.*'),
  'an actor more': extended('purposes.*.actors', () => ACTORS),
  'an actor less': dropped('purposes.*.actors.*'),
  'anybody may ask': dropped('purposes.*.actors', 'purposes.*.actions'),
  'an account needed or not': replaced('purposes.*.beforeAccount', (_, value) => [value !== true]),
  'an exception without its duty': dropped('exceptions.*.duties.*', 'recipients.*.exception'),
  'sensitive or not': replaced('fields.*.sensitive', (_, value) => [value !== true]),
  'for the person alone no more': dropped('fields.*.readableBy'),
  'a deadline one more or less': movedByOne(
    ...['rights.*.deadline.count', 'rights.*.deadline.extension.count', 'rights.*.confirmWithin.count'],
    ...[
      'controller.contacts.*.replyWithin.count',
      'breach.within.count',
      'breach.authority.count',
      'ages.*.eraseWithin.count',
    ],
  ),
  'a deadline without its extension': dropped('rights.*.deadline.extension', 'rights.*.confirmWithin'),
  'retention one more or less': movedByOne('retention.*.until.count'),
  'retention until something else': replaced('retention.*.until.event', () => ['closure', 'purpose-end', 'withdrawal']),
  'a retention rule dropped': dropped('retention.*'),
  'a retention rule for one less': dropped(
    'retention.*.fields.*',
    'retention.*.purposes.*',
    'retention.*.collections.*',
  ),
  'kept without a name': replaced('retention.*.end', () => ['erase', 'anonymise']),
  'a right dropped': dropped('rights.*'),
  'a way to a right dropped': dropped('rights.*.channels.*', 'rights.*.identity.*'),
  'a ground for refusal dropped': dropped('rights.*.refusalGrounds.*', 'rights.*.conditions.*', 'rights.*.grounds.*'),
  'a promise dropped': dropped(
    ...['prohibitions.*', 'separations.*', 'optOuts.*', 'measures.*', 'optOuts.*.purposes.*', 'breach.parts.*'],
    ...['breach.channels.*', 'changes.askAgain.*', 'changes.channels.*', 'cookies.*', 'collections.*.oneOf.*'],
  ),
};

/** Every mutant of a manifest, operator by operator; a manifest is made when it is asked for. Deterministic. */
export function mutantsOf(manifest: Manifest): Mutant[] {
  return Object.entries(OPERATORS).flatMap(([operator, operate]) =>
    [...operate(manifest)].map(({ place, make }) => ({ operator, at: `/${place.join('/')}`, make })),
  );
}

/** Some of the mutants, at random and each once; the operators take turns, so that none is left out. */
export function sampleOf(mutants: readonly Mutant[], count: number, dice: SeededRandom): Mutant[] {
  const left = [...Map.groupBy(mutants, ({ operator }) => operator).values()].map((some) => [...some]);
  const picked: Mutant[] = [];
  while (picked.length < Math.min(count, mutants.length))
    for (const some of left) if (some.length > 0) picked.push(...some.splice(dice.below(some.length), 1));
  return picked.slice(0, count);
}
