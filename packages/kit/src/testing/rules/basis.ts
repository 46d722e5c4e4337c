import { purposeOf } from '../../retention.ts';
import type { SignedIn } from '../../route.ts';
import { byClause, refusalOf } from '../look.ts';
import { actorFor, actorOf, canariesOf, purposesOf, setConsents } from '../sample.ts';
import type { Rule, Trial } from '../trial.ts';

export const basis: Rule = {
  name: 'nothing is collected or used without its basis, and nothing that its row does not declare',
  async faults(trial) {
    const faults: string[] = [];
    for (const resource of Object.keys(trial.service.tables)) {
      faults.push(...(await undeclared(trial, resource)));
      for (const purpose of purposesOf(trial, resource)) {
        const { consent } = trial.service.declaration.policy.purposes[purpose]!;
        faults.push(
          ...(await (consent === undefined
            ? stopped(trial, resource, purpose)
            : agreed(trial, resource, purpose, consent))),
        );
      }
    }
    return faults;
  },
};

async function collect(trial: Trial, person: SignedIn, resource: string, purpose: string) {
  const { stage, service } = trial;
  const { collection } = service.declaration.resources[resource]!;
  const own = canariesOf(trial, resource).filter(
    ([field]) => purposeOf(service.declaration.policy, { field, collection }) === purpose,
  );
  const values = Object.fromEntries(own.map(([field, { value }]) => [field, value]));
  const { resources } = stage.context.at(stage.region.id);
  return refusalOf(resources[resource]!.collect(actorOf(trial, resource), person.id, values));
}

/** Whether the policy refuses a use for this purpose, and whether the service then shows nothing. */
async function use(trial: Trial, person: SignedIn, resource: string, purpose: string) {
  const { stage, service } = trial;
  const { policy, name, resources } = service.declaration;
  const { collection, form } = resources[resource]!;
  const fields = Object.keys(form).filter((field) => purposeOf(policy, { field, collection }) === purpose);
  const actor = actorFor(policy, [purpose]);
  const ask = { action: 'use', actor, service: name, subject: person.id, purpose, fields } as const;
  const repository = stage.context.at(stage.region.id).resources[resource]!;
  const row = (await repository.rows(person.id))[0]?.id ?? person.id;
  const read = await refusalOf(repository.read(actor, person.id, row, purpose, fields));
  const silent = read.error !== undefined || Object.keys(read.ok ?? {}).length === 0;
  const verdict = await refusalOf(stage.region.gate.permit(ask));
  return { permitted: verdict.ok !== undefined, obeyed: verdict.ok !== undefined || (byClause(verdict) && silent) };
}

/** Before the yes, and after it was taken back. */
async function agreed(trial: Trial, resource: string, purpose: string, consent: string): Promise<string[]> {
  const { policy } = trial.service.declaration;
  const { sensitiveConsent } = policy.purposes[purpose]!;
  const all = [consent, ...(sensitiveConsent === undefined ? [] : [sensitiveConsent])];
  const person = await trial.stage.newPerson();
  const early = await collect(trial, person, resource, purpose);
  await setConsents(trial, person, all, true);
  const { error } = await collect(trial, person, resource, purpose);
  await setConsents(trial, person, [consent], false);
  const late = await collect(trial, person, resource, purpose);
  const used = await use(trial, person, resource, purpose);
  return [
    ...(byClause(early) ? [] : [`\`${resource}\` collects for \`${purpose}\` before \`${consent}\` is given`]),
    ...(error ? [`\`${resource}\` does not collect for \`${purpose}\` although it may: ${error.code}`] : []),
    ...(byClause(late) ? [] : [`\`${resource}\` collects for \`${purpose}\` after \`${consent}\` was withdrawn`]),
    ...(used.obeyed && !used.permitted
      ? []
      : [`\`${resource}\` is used for \`${purpose}\` after \`${consent}\` was withdrawn`]),
  ];
}

/** On another basis than consent: it ends with the account, but for what the policy still allows. */
async function stopped(trial: Trial, resource: string, purpose: string): Promise<string[]> {
  const person = await trial.stage.newPerson();
  const { error } = await collect(trial, person, resource, purpose);
  await trial.stage.region.subjects.setStatus(person.id, 'closing');
  const late = await collect(trial, person, resource, purpose);
  await trial.stage.region.subjects.setStatus(person.id, 'closed');
  const used = await use(trial, person, resource, purpose);
  return [
    ...(error ? [`\`${resource}\` does not collect for \`${purpose}\` although it may: ${error.code}`] : []),
    ...(byClause(late) ? [] : [`\`${resource}\` collects for \`${purpose}\` from an account that is being closed`]),
    ...(used.obeyed ? [] : [`\`${resource}\` is used for \`${purpose}\` of an account that is closed`]),
  ];
}

async function undeclared(trial: Trial, resource: string): Promise<string[]> {
  const { stage, service } = trial;
  const { policy, name, resources } = service.declaration;
  const { collection } = resources[resource]!;
  const row = policy.collections[collection]!;
  const stray = Object.keys(policy.fields).find((field) => ![...row.required, ...row.optional].includes(field));
  const person = await stage.newPerson();
  const repository = stage.context.at(stage.region.id).resources[resource]!;
  const by = actorOf(trial, resource);
  const [purpose = ''] = purposesOf(trial, resource);
  const ask = { action: 'collect', actor: by, service: name, subject: person.id, purpose, collection } as const;
  const taken = await refusalOf(repository.collect(by, person.id, { [stray ?? 'undeclared']: 'x' }));
  const permitted = await refusalOf(stage.region.gate.permit({ ...ask, fields: [stray ?? 'undeclared'] }));
  return [
    ...(taken.error ? [] : [`\`${resource}\` takes a field that its row does not declare`]),
    ...(byClause(permitted) ? [] : [`the policy lets \`${collection}\` take a field that it does not declare`]),
  ];
}
