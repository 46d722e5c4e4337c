/** Recipients that were told by OpenDSR say by themselves how far they are (section 8.5 and 8.8 of its specification). */
import { type DeclaredParty, readCallback } from '@kept/recipients';
import type { RightsContext } from '../context.ts';
import { callbackUrl, hear } from '../told/telling.ts';
import { stepOf } from '../told/telling-routes.ts';
import type { Telling } from '../told/tellings.ts';
import { json, type PartnerCall, type PartnerReply, type PartnerRoute } from './call.ts';

/** OpenDSR's error object (section 7.6). */
export const dsrFault = (code: number, message: string): PartnerReply => json(code, { error: { code, message } });

/** Headers have an older name too (section 10.1). */
export const dsrHeader = ({ header }: PartnerCall, name: string): string =>
  header(`x-opendsr-${name}`) || header(`x-opengdpr-${name}`);

async function heardBack(call: PartnerCall, context: RightsContext): Promise<PartnerReply> {
  const domain = dsrHeader(call, 'processor-domain');
  const party = partyOf(context, domain);
  const key = party?.opendsr?.key;
  const now = context.at(context.regions[0]!).clock.now();
  const proof = { domain, body: call.body, signature: dsrHeader(call, 'signature') };
  const said = key ? readCallback(proof, { key, url: callbackUrl(context.origin), now }) : null;
  // Whether it is another's key, another's address or nobody's: a stranger learns nothing of which.
  if (!said) return dsrFault(403, 'this is not signed by a recipient that we told something');
  const at = await foundIn(context, said.id);
  if (!at || at.telling.recipient !== party!.recipient) return dsrFault(404, 'we have told you nothing under this id');
  if (at.telling.state === 'told') {
    await hear(await stepOf(context, at.region, said.id), at.telling, said);
    await context.workflows.wake(said.id, said.state);
  }
  return { status: 202 };
}

const partyOf = ({ outward }: RightsContext, domain: string): DeclaredParty | undefined =>
  [...(outward?.parties.recipients.values() ?? [])].find(({ opendsr }) => opendsr?.domain === domain);

async function foundIn(context: RightsContext, id: string): Promise<{ region: string; telling: Telling } | null> {
  for (const region of context.regions) {
    const telling = await context.requests(region).tellings.find(id);
    if (telling) return { region, telling };
  }
  return null;
}

export const callbackRoutes: readonly PartnerRoute[] = [
  { method: 'POST', path: '/opendsr/callbacks', handle: heardBack, fault: dsrFault },
];
