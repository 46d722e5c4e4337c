import type { Deadline, Manifest, Period } from '@kept/policy';
import { linkValue } from './addresses.ts';
import type { Promised } from './facts.ts';
import { squeezed } from './stated.ts';

/** Every fact of a manifest that a text can state in figures or names. What `said` puts into words has no figure. */
export function promisedBy(manifest: Manifest): Promised[] {
  return [...periods(manifest), ...ages(manifest), ...dates(manifest), ...parties(manifest), ...links(manifest)];
}

const period = (path: string, { count, unit }: Period): Promised => ({
  path,
  kind: 'period',
  value: `${count} ${unit}`,
});

function deadline(path: string, due: Deadline | undefined): Promised[] {
  if (due === undefined) return [];
  return [
    ...(due.said === undefined ? [period(path, due)] : []),
    ...(due.extension ? [period(`${path}/extension`, due.extension)] : []),
  ];
}

function periods(manifest: Manifest): Promised[] {
  return [
    ...manifest.controller.contacts.flatMap(({ replyWithin }, i) =>
      replyWithin ? [period(`/controller/contacts/${i}/replyWithin`, replyWithin)] : [],
    ),
    ...manifest.retention.flatMap(({ until }, i) => ('event' in until ? [] : [period(`/retention/${i}`, until)])),
    ...Object.entries(manifest.rights).flatMap(([id, right]) => [
      ...deadline(`/rights/${id}/deadline`, right.deadline),
      ...(right.confirmWithin ? [period(`/rights/${id}/confirmWithin`, right.confirmWithin)] : []),
    ]),
    ...deadline('/breach/within', manifest.breach?.within),
    ...deadline('/breach/authority', manifest.breach?.authority),
  ];
}

function ages(manifest: Manifest): Promised[] {
  const age = (path: string, years: number | undefined): Promised[] =>
    years === undefined ? [] : [{ path, kind: 'age', value: String(years) }];
  return [
    ...manifest.ages.flatMap(({ below }, i) => age(`/ages/${i}`, below)),
    ...Object.entries(manifest.purposes).flatMap(([id, { minAge }]) => age(`/purposes/${id}/minAge`, minAge)),
    ...Object.entries(manifest.rights).flatMap(([id, { below }]) => age(`/rights/${id}/below`, below)),
  ];
}

const dates = ({ published, effective }: Manifest): Promised[] =>
  Object.entries({ published, effective }).flatMap(([name, value]) =>
    value === null ? [] : [{ path: `/${name}`, kind: 'date' as const, value }],
  );

function parties(manifest: Manifest): Promised[] {
  const { controller, recipients, regions } = manifest;
  const company = (path: string, name: string): Promised => ({ path, kind: 'company', value: squeezed(name) });
  return [
    company('/controller/name', controller.name),
    ...(controller.affiliates ?? []).map((name, i) => company(`/controller/affiliates/${i}`, name)),
    ...Object.entries(recipients).flatMap(([id, { name }]) => (name ? [company(`/recipients/${id}/name`, name)] : [])),
    ...(controller.address ? [company('/controller/address', controller.address)] : []),
    ...(controller.mention ? [company('/controller/mention', controller.mention)] : []),
    ...Object.entries(regions).map(([id, { country }]) => ({
      path: `/regions/${id}/country`,
      kind: 'country' as const,
      value: country,
    })),
    ...Object.entries(recipients).flatMap(([id, { country }]) =>
      country === '*' || country === 'own'
        ? []
        : [{ path: `/recipients/${id}/country`, kind: 'country' as const, value: country }],
    ),
  ];
}

/** A postal code at the end may stand apart from the address. */
function postal(path: string, value: string): Promised[] {
  const [, street = value, code] = /^(.+), (\d{4,})$/.exec(value) ?? [];
  const address: Promised = { path, kind: 'company', value: squeezed(street) };
  return code === undefined ? [address] : [address, { path, kind: 'number', value: code }];
}

function links(manifest: Manifest): Promised[] {
  const { controller, scope, recipients, cookieControl } = manifest;
  const link = (path: string, url: string | undefined): Promised[] =>
    url === undefined ? [] : [{ path, kind: 'link', value: linkValue(url) }];
  return [
    ...controller.contacts.flatMap(({ channel, value }, i): Promised[] => {
      const path = `/controller/contacts/${i}`;
      if (channel === 'email') return [{ path, kind: 'e-mail', value: value.toLowerCase() }];
      if (channel === 'web') return link(path, value);
      if (channel === 'post') return postal(path, value);
      return [{ path, kind: 'number', value: value.replace(/\D/g, '') }];
    }),
    ...controller.complaints.flatMap(({ url }, i) => link(`/controller/complaints/${i}`, url)),
    ...scope.flatMap(({ url }, i) => link(`/scope/${i}`, url)),
    ...Object.entries(recipients).flatMap(([id, { url }]) => link(`/recipients/${id}/url`, url)),
    ...link('/cookieControl/url', cookieControl?.url),
  ];
}
