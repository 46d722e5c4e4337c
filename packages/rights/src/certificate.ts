/** The certificate of a closure: what was erased, what stays, where the log stood; signed, without a personal value. */
import { createHash } from 'node:crypto';
import type { Certificate } from '@kept/api';
import { canonicalJson } from '@kept/base';
import type { Lang } from '@kept/policy';
import type { Named, RightsRegion } from './context.ts';
import { counted, policyVersion } from './names.ts';
import { removedByCollection, requestNumber } from './request-view.ts';
import type { KeptRequest } from './requests.ts';
import { say, WORDS } from './words.ts';

/** Signs the hash of a certificate; the key is the region's ledger key. */
export type Sign = (bytes: Buffer) => Promise<Buffer> | Buffer;

export async function certificateOf(
  context: Named,
  region: RightsRegion,
  request: KeptRequest,
  sign: Sign,
): Promise<Certificate> {
  const lang = request.language;
  const size = region.ledger.size;
  const right = region.program.manifest.rights['closure'];
  const clause = right?.clause ?? region.program.manifest.otherwise;
  const content: Omit<Certificate, 'hash' | 'signature'> = {
    code: request.code,
    number: requestNumber(request),
    title: say(WORDS.certificate.title, lang),
    right: { id: 'closure', label: right?.label[lang] ?? say(WORDS.closureWord, lang) },
    issuedAt: region.clock.now(),
    controller: region.program.manifest.controller.name,
    statement: say(WORDS.certificate.statement, lang),
    ...(request.unreadableAt !== null && { unreadableAt: request.unreadableAt }),
    facts: [
      { label: say(WORDS.certificate.erased, lang), lines: erasedLines(context, region, request, lang, clause) },
      {
        label: say(WORDS.certificate.kept, lang),
        lines: [WORDS.stays.ledger, WORDS.stays.suppression].map((text) => ({ text: say(text, lang), clause })),
      },
    ],
    policy: policyVersion(region.program, lang),
    ledger: {
      origin: region.ledger.origin,
      first: Math.min(request.firstEntry, Math.max(size - 1, 0)),
      last: Math.max(size - 1, 0),
      checkpoint: (await region.ledger.checkpoint()) ?? '',
      publicKey: region.ledger.publicKey,
    },
  };
  const hash = createHash('sha256').update(canonicalJson(content)).digest();
  return { ...content, hash: hash.toString('hex'), signature: (await sign(hash)).toString('hex') };
}

function erasedLines(
  context: Named,
  region: RightsRegion,
  request: KeptRequest,
  lang: Lang,
  clause: string,
): { text: string; clause: string }[] {
  return removedByCollection(context, region, request, lang).map(({ service, label, count }) => ({
    text: `${service} · ${label} · ${counted(count, say(WORDS.certificate.rows, lang), lang)}`,
    clause,
  }));
}
