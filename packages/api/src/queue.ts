/** The console's queue of requests: what is due, what waits for somebody; of the person nothing but what is asked for. */
import { z } from 'zod';
import { GivenDocument } from './documents.ts';
import { endpoint, STAFF } from './endpoint.ts';
import { BehalfWants, RequestStep, RightId, RightRequest } from './requests.ts';
import { ClauseId, Count, Instant, Label, Name, Named, Sentence, Uuid } from './words.ts';

/** A request as staff see it. Says neither who asked nor what was written. */
export const QueuedRequest = z.object({
  id: Uuid,
  region: Named,
  /** What a person reads out. */
  number: z.string().max(40),
  right: z.object({ id: RightId, label: Label }),
  title: Label,
  clause: ClauseId,
  state: RightRequest.shape.state,
  madeAt: Instant,
  doneAt: Instant.optional(),
  due: RightRequest.shape.due,
  /** For what it waits; null while it goes on by itself. */
  waits: z.enum(['decision', 'second', 'fee']).nullable(),
  /** A reminder is due, or somebody above is to know. */
  reminded: z.enum(['remind', 'escalate']).nullable(),
  reason: RightRequest.shape.reason,
  young: RightRequest.shape.young,
  /** What is proposed or decided, and whether by whoever looks. */
  decision: z.object({ outcome: z.enum(['granted', 'refused']), byPolicy: z.boolean(), mine: z.boolean() }).optional(),
});
export type QueuedRequest = z.infer<typeof QueuedRequest>;

/** Counts as 11 CCR 7102 asks for them, of the last twelve months, and of now. */
export const QueueFigures = z.object({
  open: Count,
  waiting: Count,
  overdue: Count,
  received: Count,
  done: Count,
  refused: Count,
  /** Days from asking to answer; absent while nothing was answered. */
  medianDays: z.number().min(0).optional(),
  meanDays: z.number().min(0).optional(),
});

export type QueueFigures = z.infer<typeof QueueFigures>;

export const listQueue = endpoint({
  method: 'GET',
  path: '/api/console/requests',
  who: 'operator',
  staff: STAFF.all,
  summary: 'Requests under way, whoever is due first coming first; or those that have ended, the newest first.',
  query: z.strictObject({ ended: z.enum(['1']).optional() }),
  answers: { 200: z.object({ requests: z.array(QueuedRequest).max(500), figures: QueueFigures }) },
});

/** One request with what is needed to decide about it. */
export const QueuedDetail = QueuedRequest.extend({
  steps: z.array(RequestStep).max(40),
  jurisdiction: Named.optional(),
  /** What has to be done by when, under which laws. */
  duties: z
    .array(
      z.object({
        kind: z.enum(['confirm', 'answer', 'extension-notice', 'tell-recipients']),
        at: Instant,
        label: Label,
        rules: z.array(Label).max(20),
      }),
    )
    .max(20),
  conditions: z.array(Label).max(40),
  fee: Label.optional(),
  /** Grounds on which the policy lets it be refused. */
  grounds: z.array(Label).max(40),
  /** Clauses that an answer may rest on; empty where the right needs no answer. */
  clauses: z.array(z.object({ id: ClauseId, title: Label })).max(1_000),
  chosen: z.object({ ground: Label.optional(), clauses: z.array(ClauseId).max(20) }),
  /** How often the same was done for the same person of late. */
  repeats: Count,
  /** The policy lets a fee be asked for it, once it is asked for over and over. */
  chargeable: z.boolean(),
  /** The fee that was asked for. */
  asked: RightRequest.shape.fee,
  /** The decision is said in words too. */
  answered: z.boolean(),
  letter: z.boolean(),
  /** Somebody asks for another: whether anything is held of them, and what they had laid down. */
  behalf: z
    .object({
      as: z.enum(['relative', 'guardian']),
      wants: BehalfWants,
      held: z.boolean(),
      wished: z.enum(['nothing', 'allows', 'forbids']),
    })
    .optional(),
  /** What proves who asks, or whose relative they are; opened one by one. */
  documents: z.array(GivenDocument).max(20),
  extendable: z.boolean(),
});
export type QueuedDetail = z.infer<typeof QueuedDetail>;

const params = z.strictObject({ region: Name, id: Uuid });
const answers = { 200: z.object({ request: QueuedDetail }) };

export const readQueued = endpoint({
  method: 'GET',
  path: '/api/console/requests/:region/:id',
  who: 'operator',
  staff: STAFF.all,
  summary: 'One request, without what was written and without its person.',
  params,
  answers,
});

export const decideQueued = endpoint({
  method: 'POST',
  path: '/api/console/requests/:region/:id/decision',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Grants or refuses a request that waits. A refusal names its ground and waits for a second person.',
  params,
  body: z.strictObject({
    outcome: z.enum(['granted', 'refused']),
    /** Place among `grounds`. */
    ground: z.int().min(0).max(39).optional(),
    clauses: z.array(ClauseId).max(20).optional(),
    /** In words, for whoever asked alone; it may stand in for clauses. */
    answer: z.string().trim().min(1).max(2_000).optional(),
  }),
  answers,
});

export const agreeQueued = endpoint({
  method: 'POST',
  path: '/api/console/requests/:region/:id/agreement',
  who: 'operator',
  staff: STAFF.decide,
  summary: 'A second person agrees with a decision, or sends it back.',
  params,
  body: z.strictObject({ agrees: z.boolean() }),
  answers,
});

export const extendQueued = endpoint({
  method: 'POST',
  path: '/api/console/requests/:region/:id/extension',
  who: 'operator',
  staff: STAFF.work,
  summary:
    'Extends the deadline once, before it ends, where the rule that holds allows it; the person sees it at once.',
  params,
  answers,
});

export const openLetter = endpoint({
  method: 'POST',
  path: '/api/console/requests/:region/:id/letter',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Opens what the person has written; the opening is an entry in their activity.',
  params,
  answers: { 200: z.object({ text: Sentence }) },
});

export const openProposedAnswer = endpoint({
  method: 'POST',
  path: '/api/console/requests/:region/:id/answer',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Opens what was answered in words, while a second person looks; the opening is an entry in their activity.',
  params,
  answers: { 200: z.object({ text: Sentence }) },
});

export const askFee = endpoint({
  method: 'POST',
  path: '/api/console/requests/:region/:id/fee',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Asks for a fee where the policy lets one be asked for the same over and over; the person answers it.',
  params,
  body: z.strictObject({
    /** In hundredths. */
    amount: z.int().min(1).max(1_000_000),
    currency: z.enum(['CNY', 'EUR', 'USD', 'RUB', 'SGD', 'TWD']),
  }),
  answers,
});

export const waiveFee = endpoint({
  method: 'DELETE',
  path: '/api/console/requests/:region/:id/fee',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Takes it back: it is decided without one.',
  params,
  answers,
});
