import type { Example, Topic } from '@kept/analyse';
import type { Lang } from '@kept/policy';

/** What changes from one version to the next, in one language, as plain data. */
export interface ChangeNotice {
  readonly lang: Lang;
  readonly before: ChangedPolicy;
  readonly after: ChangedPolicy;
  /** All of it in a few sentences. */
  readonly summary: readonly string[];
  /** Only those that have something in them. */
  readonly sections: readonly ChangeSection[];
}

/** One of the two. */
export interface ChangedPolicy {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly title: string;
}

/** What a section is about. */
export type ChangeSectionId =
  | 'allowed'
  | 'refused'
  | 'duties'
  | 'rights'
  | 'deadlines'
  | 'recipients'
  | 'regions'
  | 'retention'
  | 'ages'
  | 'consents'
  | 'data'
  | 'other';

/** Changes of one kind. */
export interface ChangeSection {
  readonly id: ChangeSectionId;
  readonly title: string;
  readonly lines: readonly ChangeLine[];
}

/** One change, or several that are told in one breath. */
export interface ChangeLine {
  /** An anchor, unique in the notice. */
  readonly id: string;
  /** What it is about: a purpose, a right, a recipient. */
  readonly label: string;
  readonly text: string;
  readonly effect: 'better' | 'worse' | 'other';
  /** What it waits for, where it waits. */
  readonly waits?: string;
  readonly reducesRights: boolean;
  readonly clauses: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Of what is decided otherwise: the purpose, what it is about, in how many situations, and the smallest example. */
  readonly decided?: {
    readonly purpose: string;
    readonly topic: Topic;
    /** Whether all of it waits for a yes, or some of it, and for which: in every case, and in some. */
    readonly needs: 'nothing' | 'consent' | 'sometimes';
    readonly consents: readonly string[];
    readonly sometimes: readonly string[];
    readonly situations: number;
    readonly example: { readonly before: Example; readonly after: Example };
  };
}
