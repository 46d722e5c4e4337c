/**
 * Privacy notices, rendered from the program that decides.
 *
 * - **Notice**: all that a policy says, in one language, as plain data for a page, an API or a document.
 * - **Answer**: one of the six questions that are answered without scrolling, and the clauses behind it.
 * - **Section**: a heading with sentences, for what has no table: children, breach, changes.
 * - **Change notice**: what two policies say otherwise, in plain words: lines in sections, each with the clauses of both.
 * - **Part**: whose concern a collection is, so that a person at home meets their own first.
 */
export { changesMarkdown } from './changes/markdown.ts';
export type {
  ChangedPolicy,
  ChangeLine,
  ChangeNotice,
  ChangeSection,
  ChangeSectionId,
} from './changes/notice.ts';
export { renderChanges } from './changes.ts';
export { keptWords } from './kept.ts';
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
