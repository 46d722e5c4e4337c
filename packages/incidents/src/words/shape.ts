import type { BreachPart } from '@kept/policy';

/** Facts that a sentence is made of, as they are read out. */
export interface Facts {
  /** Null where it is everything that was held by then. */
  readonly from: string | null;
  readonly to: string;
  /** Names of the fields, in a list. */
  readonly fields: string;
  readonly people: number;
  /** How the controller is reached. */
  readonly contact: string;
}

export interface Words {
  readonly parts: Readonly<Record<BreachPart, string>>;
  /** A first draft of each part; whoever knows what happened rewrites it. */
  readonly drafts: Readonly<Record<BreachPart, (facts: Facts) => string>>;
  readonly authorities: Readonly<Record<string, string>>;
  readonly subject: (brand: string) => string;
  /** For a text message. */
  readonly short: (brand: string, url: string) => string;
  /** What stands below the parts. */
  readonly more: (url: string) => string;
  readonly report: {
    readonly title: (authority: string) => string;
    readonly drill: string;
    readonly noticed: string;
    readonly due: string;
    readonly period: string;
    readonly ever: (to: string) => string;
    readonly people: string;
    readonly unreadable: (entries: number) => string;
    readonly fields: string;
    readonly told: (told: number, people: number) => string;
    readonly contact: string;
    readonly lessons: string;
    readonly none: string;
    readonly law: string;
  };
}
