import type { Manifest } from '../manifest.ts';
import { actionsOf, actorsOf } from '../meaning/purposes.ts';
import { retentionOf } from '../meaning/retention.ts';
import type { Report } from '../problem.ts';

/** Fields that cannot be reached, kept or placed. */
export function checkFields(manifest: Manifest, report: Report): void {
  const purposes = Object.entries(manifest.purposes);
  const collections = Object.entries(manifest.collections);
  for (const [id, field] of Object.entries(manifest.fields)) {
    const path = ['fields', id];
    const wanted = purposes.filter(([, purpose]) => purpose.fields.includes(id));
    const taken = collections.filter(([, row]) => row.required.includes(id) || row.optional.includes(id));
    if (wanted.length === 0)
      report(path, 'POLICY_FIELD_UNUSED', 'belongs to no purpose', 'add it to a purpose, or remove the field');
    if (taken.length === 0)
      report(
        path,
        'POLICY_FIELD_NEVER_COLLECTED',
        'is in no collection',
        'add it to a collection, or remove the field',
      );
    if (wanted.length > 0 && wanted.every(([, purpose]) => purpose.regions.length === 0))
      report(path, 'POLICY_FIELD_NO_REGION', 'has no region', 'give one of its purposes a region');
    if (field.readableBy === 'person' && !wanted.some(([, purpose]) => actorsOf(purpose).includes('person')))
      report(
        path,
        'POLICY_UNREACHABLE',
        'is for the person alone, and no purpose lets the person ask',
        'add the actor',
      );
    const held = taken.flatMap(([collection, row]) =>
      row.purposes
        .filter((purpose) => manifest.purposes[purpose]!.fields.includes(id))
        .map((purpose) => ({ field: id, collection, purpose })),
    );
    for (const { collection, purpose } of held.filter((datum) => retentionOf(manifest, datum).length === 0))
      report(
        path,
        'POLICY_FIELD_NO_RETENTION',
        `has no retention when ${collection} takes it for ${purpose}`,
        'add a rule for it, or one for everything',
      );
  }
}

/** Collections that take what nothing needs, or serve what takes nothing. */
export function checkCollections(manifest: Manifest, report: Report): void {
  for (const [id, row] of Object.entries(manifest.collections)) {
    const path = ['collections', id];
    const fields = [...row.required, ...row.optional];
    const purposes = row.purposes.map((name) => manifest.purposes[name]!);
    if (fields.length === 0)
      report(path, 'POLICY_UNREACHABLE', 'takes no field', 'add a field, or remove the collection');
    for (const [i, field] of row.optional.entries())
      if (row.required.includes(field))
        report([...path, 'optional', i], 'POLICY_TWICE', 'is required as well', 'keep it in one of the two lists');
    for (const [i, set] of (row.oneOf ?? []).entries())
      if (set.length < 2 || set.some((field) => !row.optional.includes(field)))
        report([...path, 'oneOf', i], 'POLICY_UNDECIDABLE', 'is no choice', 'name two or more optional fields');
    for (const part of ['required', 'optional'] as const)
      for (const [i, field] of row[part].entries())
        if (!purposes.some((purpose) => purpose.fields.includes(field) && actionsOf(purpose).includes('collect')))
          report(
            [...path, part, i],
            'POLICY_COLLECTED_FOR_NOTHING',
            "is collected for none of the collection's purposes",
            'add the field to one of these purposes, or the purpose that needs it to the collection',
          );
    for (const [i, purpose] of purposes.entries()) {
      const at = [...path, 'purposes', i];
      if (!purpose.fields.some((field) => fields.includes(field)))
        report(at, 'POLICY_UNREACHABLE', 'needs none of the fields collected', 'remove the purpose here');
      if (!actionsOf(purpose).includes('collect'))
        report(at, 'POLICY_UNREACHABLE', 'may not collect', 'allow the action, or remove the purpose here');
    }
  }
}

/** Retention rules that end on what never happens, or are for nothing. */
export function checkRetention(manifest: Manifest, report: Report): void {
  for (const [i, rule] of manifest.retention.entries()) {
    const path = ['retention', i];
    for (const part of ['fields', 'collections', 'purposes'] as const)
      if (rule[part]?.length === 0)
        report([...path, part], 'POLICY_UNREACHABLE', 'names nothing', 'leave it out to mean everything');
    if ('after' in rule.until && rule.until.count === 0)
      report([...path, 'until', 'count'], 'POLICY_UNDECIDABLE', 'is a period of nothing', 'name the event instead');
    if (!('event' in rule.until) || rule.until.event !== 'withdrawal') continue;
    const purposes = rule.purposes ?? Object.keys(manifest.purposes);
    if (!purposes.some((purpose) => manifest.purposes[purpose]!.basis === 'consent'))
      report(
        [...path, 'until'],
        'POLICY_UNDECIDABLE',
        'waits for the withdrawal of a consent that nobody gives',
        'name another event',
      );
  }
}
