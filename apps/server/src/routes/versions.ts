/** Versions of the policy: the operator's way to publish one, and the person's answer to what it changes. */
import {
  answerChange,
  discardVersion,
  draftVersion,
  listVersions,
  listWaiting,
  publishVersion,
  readInventory,
  readMyChanges,
  readVersionDiff,
  reviewVersion,
  type WaitingMatter,
} from '@kept/api';
import { waitingFor } from '@kept/decide';
import { NothingHeld, type Route, routesOf } from '@kept/kit';
import type { Lang, Manifest } from '@kept/policy';
import { fieldNamed, policyVersion, purposeNamed, recipientNamed } from '@kept/rights';
import { VersionConflict } from '@kept/versions';
import type { House } from '../house.ts';
import { changesSaid, diffSaid, inventorySaid, versionSaid } from '../versions/said.ts';

const route = routesOf<House>();
const SOME = 20;

export const versionRoutes: readonly Route<House>[] = [
  route(listVersions, async ({ caller }, { versions, publication, program, regions }) => {
    const [all, told] = await Promise.all([versions.list(), publication.told()]);
    const counts = await Promise.all([...regions.values()].map(({ subjects }) => subjects.counts()));
    return {
      status: 200,
      body: {
        versions: all.map((each) => versionSaid(each, told, program, caller.lang)),
        people: counts.reduce((sum, { active, prospective, closing }) => sum + active + prospective + closing, 0),
      },
    };
  }),
  route(draftVersion, async ({ body, caller }, { versions, program }) => {
    // Whatever it is, it is checked whole before it is anything.
    const version = await versions.draft(body.manifest as unknown as Manifest);
    return { status: 201, body: versionSaid(version, new Map(), program, caller.lang) };
  }),
  route(reviewVersion, async ({ params, caller }, { versions, program }) => {
    const version = await versions.review(params.id);
    return { status: 200, body: versionSaid(version, new Map(), program, caller.lang) };
  }),
  route(publishVersion, async ({ params, body, caller }, { publication, program, clock }) => {
    const version = await publication.begin(params.id, body.effectiveAt ?? clock.now());
    return { status: 202, body: versionSaid(version, new Map(), program, caller.lang) };
  }),
  route(discardVersion, async ({ params }, { versions }) => {
    await versions.discard(params.id);
    return { status: 204 };
  }),
  route(readVersionDiff, async ({ params, query, caller }, { versions, program }) => {
    const { program: after } = await versions.version(params.id);
    const { program: before } = query.from === undefined ? { program } : await versions.version(query.from);
    if (before.hash === after.hash) throw new VersionConflict('a version does not differ from itself');
    return { status: 200, body: diffSaid(before, after, caller.lang) };
  }),
  route(readInventory, async ({ caller }, { program }) => ({
    status: 200,
    body: { policy: policyVersion(program, caller.lang), rows: inventorySaid(program, caller.lang) },
  })),
  route(listWaiting, async ({ caller }, house) => ({
    status: 200,
    body: { policy: policyVersion(house.program, caller.lang), ...(await waiting(house, caller.lang)) },
  })),
  route(readMyChanges, async ({ person, caller }, { versions, regions }) => ({
    status: 200,
    body: await changesSaid(versions, regions.get(person.region)!, person.id, caller.lang),
  })),
  route(answerChange, async ({ person, params: { matter }, body, caller }, { versions, regions }) => {
    const region = regions.get(person.region)!;
    const { asked, rights } = await changesSaid(versions, region, person.id, caller.lang);
    if (![...asked, ...rights].some((each) => each.matter === matter)) throw new NothingHeld();
    const evidence = { notice: body.notice, language: caller.lang, method: 'changes page, button' };
    const answer = body.agreed ? 'agree' : 'disagree';
    const record = await region.subjects[answer](person.id, matter, evidence);
    await region.gate.record(person.id, `consent-${record.event.state}`, {
      consent: record.consent,
      policy: body.notice,
    });
    return { status: 200, body: await changesSaid(versions, region, person.id, caller.lang) };
  }),
];

/** Of people who are alike one is asked about: what waits for one waits for all of them. */
async function waiting({ regions, program }: House, lang: Lang): Promise<{ people: number; matters: WaitingMatter[] }> {
  const matters = new Map<string, WaitingMatter>();
  let people = 0;
  for (const { subjects } of regions.values())
    for (const { state, count, ids } of await subjects.olderStates(SOME)) {
      const found = waitingFor(program, state);
      if (found.length > 0) people += count;
      for (const { matter, purpose, recipient, fields, clause } of found) {
        const known = matters.get(matter);
        matters.set(matter, {
          ...{ matter, purpose: purposeNamed(program, purpose, lang), clause },
          ...(recipient && { recipient: recipientNamed(program, recipient, lang) }),
          fields: fields.map((field) => fieldNamed(program, field, lang)),
          people: (known?.people ?? 0) + count,
          some: [...(known?.some ?? []), ...ids].slice(0, SOME),
        });
      }
    }
  return { people, matters: [...matters.values()].toSorted((a, b) => b.people - a.people) };
}
