import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  ClauseId,
  ConsentKind,
  Count,
  Country,
  Day,
  Label,
  Language,
  LegalBasis,
  MarkedSentence,
  Name,
  Named,
  PolicyVersion,
  RecipientRole,
  Sentence,
  Years,
} from './words.ts';

/** A sentence of the notice: our own words, which the chip opens. */
export const Clause = z.object({ id: ClauseId, title: Label, sentence: MarkedSentence });
export type Clause = z.infer<typeof Clause>;

/** The six questions, answered without scrolling. */
export const NoticeAnswer = z.object({
  question: z.enum(['what', 'why', 'who', 'where', 'how-long', 'rights']),
  text: MarkedSentence,
  clause: ClauseId,
});

export const NoticeField = z.object({
  id: Name,
  label: Label,
  needed: z.boolean(),
  sensitive: z.boolean(),
});

/** A row of the collection table: when, what, why, what happens on no, how long. */
export const NoticeCollection = z.object({
  id: Name,
  label: Label,
  /** When it is collected: "the first time you use it". */
  moment: Label,
  /** Which part of the business the row belongs to; rows of `person` and `home` are shown first. */
  part: z.enum(['person', 'home', 'business', 'developer']),
  fields: z.array(NoticeField).max(100),
  purposes: z.array(Named).max(40),
  bases: z.array(LegalBasis).min(1).max(6),
  /** Set where one of the purposes needs a consent. */
  consent: ConsentKind.optional(),
  refusal: Label,
  kept: Label,
  clause: ClauseId,
});
export type NoticeCollection = z.infer<typeof NoticeCollection>;

export const NoticeRecipient = z.object({
  id: Name,
  name: Label,
  role: RecipientRole,
  /** API, SDK, file. */
  method: Label,
  fields: z.array(Named).max(60),
  purposes: z.array(Named).max(40),
  scenario: Label,
  /** `*` where the policy does not say; `own`: whichever country the data is in. */
  country: z.union([Country, z.enum(['*', 'own'])]),
  countryLabel: Label,
  /** The party's own rules, `https:` only. */
  url: z
    .url({ protocol: /^https$/ })
    .max(400)
    .optional(),
  consent: ConsentKind.optional(),
  clause: ClauseId,
});
export type NoticeRecipient = z.infer<typeof NoticeRecipient>;

export const NoticeRegion = z.object({
  id: Name,
  label: Label,
  country: Country,
  /** Who lives here: "people in mainland China", "everybody else". */
  residents: Label,
  clause: ClauseId,
});

/** Whether data may go from one region to another; `*` is any. */
export const NoticeTransfer = z.object({
  from: z.union([Name, z.literal('*')]),
  /** A region, or the country of a recipient. */
  to: z.union([Name, Country, z.literal('*')]),
  rule: z.enum(['never', 'desensitised', 'separate-consent', 'safeguards', 'standard-clauses', 'free']),
  label: Label,
  clause: ClauseId,
});

export const NoticeRight = z.object({
  id: Name,
  label: Label,
  how: Sentence,
  /** One a jurisdiction, in the order of `Notice.jurisdictions`. */
  deadlines: z
    .array(
      z.object({
        jurisdiction: Name,
        /** "15 days", "at once", "does not apply". */
        label: Label,
        /** Longest in calendar days, for drawing to scale: 0 at once; absent where it does not apply. */
        days: z.int().min(0).max(3_660).optional(),
      }),
    )
    .max(40),
  fee: Label.optional(),
  clause: ClauseId,
});

/** Children, breach, changes, cookies and the rest: a heading with sentences. */
export const NoticeSection = z.object({
  id: z.enum([
    'scope',
    'children',
    'security',
    'breach',
    'changes',
    'cookies',
    'exemptions',
    'transfers',
    'figures',
    'readings',
    'other',
  ]),
  title: Label,
  paragraphs: z.array(z.object({ text: MarkedSentence, clause: ClauseId.optional() })).max(60),
});

/** Something stored on, or read from, the visitor's own machine. */
export const NoticeCookie = z.object({
  id: Name,
  label: Label,
  use: z.enum(['necessary', 'preferences', 'statistics', 'advertising']),
  party: z.enum(['first', 'third']),
  why: Sentence,
  /** Without this consent it is not set; absent where it is not asked about. */
  consent: Name.optional(),
  clause: ClauseId,
});
export type NoticeCookie = z.infer<typeof NoticeCookie>;

export const Notice = z.object({
  policy: PolicyVersion,
  /** Language of what follows. */
  language: Language,
  /** Who speaks: name of the controller as people know it, for the head of the page. */
  brand: Label,
  counts: z.object({
    fields: Count,
    sensitive: Count,
    purposes: Count,
    recipients: Count,
    regions: Count,
    minutes: Count,
  }),
  answers: z.array(NoticeAnswer).length(6),
  /** That no is an answer, and what works all the same. */
  refusal: z.object({ text: MarkedSentence, clause: ClauseId }),
  /** The ages of those who may have an account of their own and are treated alike; the youngest first, the last open. */
  ages: z
    .array(z.object({ from: Years, to: Years.optional() }))
    .min(1)
    .max(20),
  collections: z.array(NoticeCollection).max(200),
  recipients: z.array(NoticeRecipient).max(200),
  regions: z.array(NoticeRegion).max(40),
  transfers: z.array(NoticeTransfer).max(200),
  jurisdictions: z.array(Named).max(40),
  rights: z.array(NoticeRight).max(40),
  sections: z.array(NoticeSection).max(20),
  /** Empty where the policy names none: then none is set but the one that keeps a person signed in. */
  cookies: z.array(NoticeCookie).max(100),
  /** Every clause in the order of the text. */
  clauses: z.array(Clause).max(1_000),
  controller: z.object({
    name: Label,
    address: Label.optional(),
    contacts: z
      .array(
        z.object({
          channel: z.enum(['email', 'post', 'phone', 'fax', 'web']),
          value: z.string().max(400),
          reply: Label,
        }),
      )
      .max(20),
    complaints: z.array(Label).max(20),
  }),
  /** The oldest first; the last is in force. */
  versions: z
    .array(
      z.object({
        version: z.string().max(40),
        effective: Day.nullable(),
        summary: Label,
        /** What it changed, in plain words; nothing for the first. */
        changes: z.array(MarkedSentence).max(1_000),
      }),
    )
    .max(1_000),
});
export type Notice = z.infer<typeof Notice>;

export const readNotice = endpoint({
  method: 'GET',
  path: '/api/notice',
  who: 'anyone',
  summary: 'The privacy notice in force, in one of three languages.',
  query: z.strictObject({ lang: Language.optional(), policy: Name.optional() }),
  answers: { 200: Notice },
});

export const readNoticeText = endpoint({
  method: 'GET',
  path: '/api/notice/text',
  who: 'anyone',
  summary: 'The whole notice in force as plain text (CommonMark), to keep.',
  query: z.strictObject({ lang: Language.optional() }),
  answers: { 200: null },
  produces: 'text/plain',
});
