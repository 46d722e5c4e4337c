/** The certificate of a request: what was done or refused, where the log stood; signed, without a personal value. */
import { createHash } from 'node:crypto';
import type { Certificate } from '@kept/api';
import { canonicalJson } from '@kept/base';
import type { Lang, Text } from '@kept/policy';
import { answeredBy, complainTo, refusalOf } from './answers.ts';
import type { Named, RightsRegion } from './context.ts';
import { sumOf } from './fee-view.ts';
import { clauseOf, rightOf } from './granted.ts';
import type { KeptRequest } from './kept-request.ts';
import { idOf, isRequested } from './kinds.ts';
import { counted, policyVersion, purposeNamed, recipientNamed, serviceNamed } from './names.ts';
import { reasonOf } from './reasons.ts';
import { removedByCollection, requestNumber } from './request-view.ts';
import { say, WORDS } from './words.ts';
import { youngTitle, youngWhy } from './young/young-view.ts';

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
  const right = rightOf(region, request);
  const { title, statement } = wordsOf(request);
  const content: Omit<Certificate, 'hash' | 'signature'> = {
    code: request.code,
    number: requestNumber(request),
    title: say(title, lang),
    right: {
      id: isRequested(request.kind) ? idOf(request.kind) : 'closure',
      label: right?.label[lang] ?? say(WORDS.closureWord, lang),
    },
    issuedAt: region.clock.now(),
    controller: region.program.manifest.controller.name,
    statement: say(statement, lang),
    ...(request.unreadableAt !== null && { unreadableAt: request.unreadableAt }),
    facts: factsOf(context, region, request, lang),
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

function wordsOf({ kind, decision }: KeptRequest) {
  const { certificate } = WORDS;
  if (decision?.outcome === 'refused') return certificate.refused;
  return certificate.of[kind as keyof typeof certificate.of] ?? certificate.of.other;
}

type Facts = Certificate['facts'];

function factsOf(context: Named, region: RightsRegion, request: KeptRequest, lang: Lang): Facts {
  const { certificate, stays } = WORDS;
  const clause = clauseOf(region, request);
  const fact = (label: Text, lines: Facts[number]['lines']): Facts =>
    lines.length === 0 ? [] : [{ label: say(label, lang), lines: lines.slice(0, 60) }];
  const stamp = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'long', timeZone: request.dueZone });
  const systems = fact(
    WORDS.elsewhere.systems,
    request.elsewhere.flatMap(({ connector, doneAt }) =>
      doneAt === null ? [] : [{ text: `${serviceNamed(context, connector, lang).label} · ${stamp.format(doneAt)}` }],
    ),
  );
  const told = fact(
    WORDS.told.fact,
    request.told.map(({ recipient }) => ({ text: recipientNamed(region.program, recipient, lang).label })),
  );
  if (request.kind === 'closure')
    return [
      { label: say(certificate.erased, lang), lines: erasedLines(context, region, request, lang, clause) },
      ...fact(
        certificate.kept,
        [stays.ledger, stays.suppression].map((text) => ({ text: say(text, lang), clause })),
      ),
      ...systems,
      ...told,
    ];
  const { young } = request.about;
  if (young)
    return [
      ...fact(certificate.reason, [{ text: `${youngTitle(young, lang)} · ${youngWhy(young, lang)}`, clause }]),
      ...fact(certificate.closed, request.carries ? [{ text: request.carries.code }] : []),
    ];
  const named = reasonOf(region, request, lang);
  const reason = fact(certificate.reason, named ? [{ text: named.label, clause: named.clause }] : []);
  const refusal = refusalOf(region, request, lang);
  if (refusal)
    return [
      ...reason,
      ...fact(certificate.ground, [{ text: refusal.ground, clause: refusal.clause }]),
      ...inWords(request, lang),
      ...fact(
        certificate.complain,
        complainTo(region, lang).map((text) => ({ text })),
      ),
    ];
  const purposes = (request.about.purposes ?? []).map((id) => ({
    text: purposeNamed(region.program, id, lang).label,
    clause: region.program.manifest.purposes[id]?.clause ?? clause,
  }));
  return [
    ...reason,
    ...fact(certificate.erased, erasedLines(context, region, request, lang, clause)),
    ...systems,
    ...fact(certificate.closed, request.carries ? [{ text: request.carries.code }] : []),
    ...fact(certificate.stopped, purposes),
    ...fact(certificate.answered, answeredBy(region, request, lang)),
    ...inWords(request, lang),
    ...told,
  ];
}

/** That there was an answer, and what became of a fee; never what was said. */
function inWords({ decision, fee }: KeptRequest, lang: Lang): Facts {
  const { certificate } = WORDS;
  const told = fee?.answer && `${sumOf(fee, lang)} · ${say(certificate.fees[fee.answer], lang)}`;
  return [
    ...(decision?.answered
      ? [{ label: say(certificate.answered, lang), lines: [{ text: say(certificate.inWords, lang) }] }]
      : []),
    ...(told ? [{ label: say(certificate.fee, lang), lines: [{ text: told }] }] : []),
  ];
}

function erasedLines(
  context: Named,
  region: RightsRegion,
  request: KeptRequest,
  lang: Lang,
  clause: string,
): { text: string; clause: string }[] {
  const unit = say(request.kind === 'closure' ? WORDS.certificate.rows : WORDS.certificate.items, lang);
  return removedByCollection(context, region, request, lang).map(({ service, label, count }) => ({
    text: `${service} · ${label} · ${counted(count, unit, lang)}`,
    clause,
  }));
}
