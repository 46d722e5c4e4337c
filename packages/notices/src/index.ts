/**
 * Privacy notices, rendered from the program that decides.
 *
 * - **Notice**: all that a policy says, in one language, as plain data for a page, an API or a document.
 * - **Answer**: one of the six questions that are answered without scrolling, and the clauses behind it.
 * - **Section**: a heading with sentences, for what has no table: children, breach, changes.
 * - **Part**: whose concern a collection is, so that a person at home meets their own first.
 */
export { noticeMarkdown } from './markdown.ts';
export type {
  Answer,
  Named,
  Notice,
  NoticeClause,
  NoticeCollection,
  NoticeConsent,
  NoticeController,
  NoticeField,
  NoticePurpose,
  NoticeRecipient,
  NoticeRegion,
  NoticeRetention,
  NoticeRight,
  NoticeTransfer,
  Part,
  Question,
  Section,
  SectionId,
  Sentence,
} from './notice.ts';
export { renderNotice } from './render.ts';
