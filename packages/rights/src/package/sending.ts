/** Everything held, sent straight to another controller (GDPR 20(2), PIPL 45): sealed to a key that the person brings along. */
import { createHash, randomUUID } from 'node:crypto';
import { ARRIVAL_PIECE } from '@kept/api';
import type { Lang } from '@kept/policy';
import { mayBeCalledBack, type Receiver, sendOut } from '@kept/recipients';
import { makeZip } from 'client-zip';
import type { RightsContext, RightsRegion } from '../context.ts';
import { NoReceiver, NotTakenWhole } from '../errors.ts';
import { grantFor } from '../preview.ts';
import { filesOf } from './archive.ts';
import { sealedTo } from './sealed.ts';

const ANSWER = 2_000;

/** Where it may go, an operator has declared: never to an address inside. Throws RIGHTS_NO_RECEIVER. */
function receiverOf({ outward }: RightsContext, address: string): Receiver {
  const found = [...(outward?.parties.receivers.values() ?? [])].find(({ hosts }) => mayBeCalledBack(address, hosts));
  if (!found) throw new NoReceiver();
  return found;
}

/** What the other controller acknowledged. */
export interface SentOn {
  readonly receiver: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly index: number;
}

/**
 * In pieces, as it is made; memory holds one of them. That it begins is on record before a byte leaves, and that it was
 * taken, with its checksum, after. Throws RIGHTS_NO_RECEIVER, RIGHTS_NOT_GRANTED, RIGHTS_NOT_TAKEN_WHOLE, RECIPIENTS_NOT_TAKEN.
 */
export async function sendOn(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  to: string,
  lang: Lang,
): Promise<SentOn> {
  const [address, recipient] = to.split('#') as [string, string];
  const receiver = receiverOf(context, address);
  const { right } = await grantFor(region, owner, 'portability');
  const told = { right: 'portability', transfer: randomUUID(), receiver: receiver.id, clause: right.clause };
  await region.gate.record(owner, 'right', { ...told, stage: 'sending-on' });
  const files = filesOf(context, region, owner, lang);
  try {
    const zip = makeZip(files, { buffersAreUTF8: true });
    const hash = createHash('sha256');
    let [offset, answer] = [0, ''];
    for await (const { piece, end } of inPieces(await sealedTo({ recipient }, zip))) {
      hash.update(piece);
      answer = await sendOut(`${address}?offset=${offset}&end=${end ? 1 : 0}`, piece, {
        ...{ hosts: receiver.hosts, method: 'PATCH', most: ANSWER },
        headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      });
      offset += piece.length;
    }
    const sha256 = hash.digest('hex');
    if (checksumIn(answer) !== sha256) throw new NotTakenWhole();
    const index = await region.gate.record(owner, 'right', { ...told, stage: 'sent-on', bytes: offset, sha256 });
    return { receiver: receiver.label, bytes: offset, sha256, index };
  } finally {
    await files.return(undefined);
  }
}

function checksumIn(answer: string): unknown {
  try {
    return (JSON.parse(answer) as { sha256?: unknown }).sha256;
  } catch {
    return null;
  }
}

/** As long as one call takes; the last is known as such. */
async function* inPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<{ piece: Buffer; end: boolean }> {
  let held = Buffer.alloc(0);
  for await (const bytes of stream) {
    held = Buffer.concat([held, bytes]);
    for (; held.length > ARRIVAL_PIECE; held = held.subarray(ARRIVAL_PIECE))
      yield { piece: held.subarray(0, ARRIVAL_PIECE), end: false };
  }
  yield { piece: held, end: true };
}
