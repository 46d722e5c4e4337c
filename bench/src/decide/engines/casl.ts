import { AbilityBuilder, createMongoAbility, subject } from '@casl/ability';
import type { Engine } from '../engine.ts';
import {
  type Answer,
  answer,
  banned,
  type Clause,
  fieldOf,
  goesOn,
  mayUseSpecial,
  personOf,
  purposes,
  recipientOf,
} from '../world.ts';

/** One ability shared by everybody; the person's state comes with the subject. Later rules win, so the first check is last. */
export async function load(): Promise<Engine<Clause[]>> {
  const { can, cannot, build } = new AbilityBuilder(createMongoAbility);
  for (const purpose of purposes) {
    const allow = (clause: Clause, fields: readonly string[], conditions?: object) => {
      if (fields.length > 0) can(purpose.id, 'Use', [...fields], conditions as never).because(clause);
    };
    const deny = (clause: Clause, conditions: object) => cannot(purpose.id, 'Use', conditions as never).because(clause);
    allow('allow', purpose.fields);
    allow(
      'redact',
      purpose.fields.filter((id) => fieldOf.get(id)!.identifier),
      { thirdParty: true },
    );
    allow('redact', purpose.redact);
    const special = purpose.fields.filter((id) => fieldOf.get(id)!.special);
    if (!mayUseSpecial(purpose.basis) && special.length > 0) cannot(purpose.id, 'Use', special).because('special');
    deny('transfer', { route: { $in: [...banned] } });
    deny('region', { region: { $nin: purpose.regions } });
    deny('recipient', { recipient: { $nin: purpose.recipients } });
    if (purpose.basis === 'legitimate-interest') deny('objection', { objected: true });
    if (purpose.basis === 'consent') deny('consent', { consents: { $nin: [purpose.id] } });
    if (purpose.minAge > 0) deny('age', { age: { $lt: purpose.minAge } });
    if (!goesOn(purpose.basis)) deny('restriction', { restricted: true });
  }
  const ability = build();
  return {
    form: `one shared ability, ${ability.rules.length} rules`,
    ask: (q) => {
      const person = personOf.get(q.person)!;
      const use = subject('Use', {
        recipient: q.recipient,
        region: q.region,
        age: q.age,
        route: `${q.recipient}>${q.region}`,
        thirdParty: recipientOf.get(q.recipient)!.thirdParty,
        consents: person.consents,
        restricted: person.restricted,
        objected: person.objected,
      });
      return q.fields.map((field) => {
        const rule = ability.relevantRuleFor(q.purpose, use as never, field);
        // A field outside the purpose has no rule of its own: no rule is a no.
        return rule === null ? 'minimisation' : (rule.reason as Clause);
      });
    },
    read: (clauses): Answer[] => clauses.map(answer),
  };
}
