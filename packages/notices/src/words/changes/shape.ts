import type { FactPart, Topic } from '@kept/analyse';
import type { Action, ActorRole, Duty, Status } from '@kept/policy';
import type { ChangeSectionId } from '../../changes/notice.ts';

/** What stands around the words of two policies when it is told what changes between them. */
export interface ChangeWords {
  readonly title: string;
  readonly same: string;
  /** Lines of the notice: newly allowed and refused, waiting for a yes, taking from rights. */
  readonly counted: (allowed: number, refused: number) => string;
  readonly waiting: (count: number) => string;
  readonly reduced: (count: number) => string;
  readonly sections: Readonly<Record<ChangeSectionId, string>>;
  /** What is new, or gone, about a purpose. */
  readonly allowed: Readonly<Record<Topic, string>>;
  readonly refused: Readonly<Record<Topic, string>>;
  readonly rights: string;
  /** What a line is about in detail: heads of pairs. */
  readonly heads: Readonly<
    Record<'data' | 'recipients' | 'from' | 'to' | 'ages' | 'places' | 'actions' | 'actors' | 'statuses', string>
  >;
  readonly everything: string;
  readonly more: (count: number) => string;
  readonly actions: Readonly<Record<Action, string>>;
  readonly actors: Readonly<Record<ActorRole, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly duties: Readonly<Record<Duty['kind'], string>>;
  readonly dutyAdded: (duties: string) => string;
  readonly dutyDropped: (duties: string) => string;
  /** `to` null: and older; `from` undefined: nobody knows. */
  readonly age: (from: number | undefined, to: number | null) => string;
  readonly quoted: (label: string) => string;
  readonly waitsFor: (consents: string) => string;
  readonly waitsAlso: (consents: string) => string;
  /** Empty: to the change itself. */
  readonly waitsSometimes: (consents: string) => string;
  readonly waitsForYes: string;
  readonly under: (consents: string) => string;
  readonly without: string;
  /** From one value to another. */
  readonly became: (before: string, after: string) => string;
  readonly added: (items: string) => string;
  readonly dropped: (items: string) => string;
  /** Of something as a whole. */
  readonly come: string;
  readonly gone: string;
  readonly nothing: string;
  readonly changed: string;
  readonly takes: string;
  /** Members of facts, as heads of pairs; one that is not here is only said to have changed. */
  readonly members: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<FactPart, string>>;
  readonly only: (places: string) => string;
  readonly example: string;
  readonly effects: Readonly<Record<'better' | 'worse', string>>;
}
