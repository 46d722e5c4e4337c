import type { Basis, Consent, Contact, Country, Lang, RecipientRole, RightKind, Transfer } from '@kept/policy';

/** An id of the manifest with its label in the notice's language. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** A sentence, and the clause behind it. `**` stands around the words that decide; no other mark. */
export interface Sentence {
  readonly text: string;
  readonly clause?: string;
}

/** A question of the summary. */
export type Question = 'what' | 'why' | 'who' | 'where' | 'how-long' | 'rights';

/** One question answered. `clause` is the one that says most of it, `clauses` are all that it rests on. */
export interface Answer {
  readonly question: Question;
  readonly title: string;
  readonly text: string;
  readonly clause: string;
  readonly clauses: readonly string[];
}

/** One thing that is collected, or a choice of several of which one is enough. */
export interface NoticeField extends Named {
  /** The fields of the manifest that it stands for: one, or all of a choice. */
  readonly fields: readonly string[];
  readonly needed: boolean;
  readonly sensitive: boolean;
  /** The text does not call it personal as long as it stands alone. */
  readonly alone?: 'not-personal';
  /** Who it is about. */
  readonly about: string;
  readonly clause: string;
}

/** What data is processed for, and on which ground. */
export interface NoticePurpose extends Named {
  readonly basis: Basis;
  readonly basisLabel: string;
  /** The question that has to be answered with yes first. */
  readonly consent?: string;
  readonly fields: readonly Named[];
  readonly recipients: readonly Named[];
  readonly regions: readonly Named[];
  /** In years. */
  readonly minimumAge?: number;
  readonly clause: string;
}

/** How long some fields of a collection are kept. */
export interface NoticeRetention {
  readonly fields: readonly Named[];
  /** For which uses, where a field is kept longer for one than for another; else for all that it is used for. */
  readonly purposes?: readonly Named[];
  /** When they go, as a phrase: `1 hour after collection`. */
  readonly until: string;
  /** The same with its uses: `Security: 6 months after collection`. */
  readonly told: string;
  readonly end: 'erase' | 'anonymise';
  /** What may keep it longer, as a sentence. */
  readonly longer?: string;
  readonly clauses: readonly string[];
}

/** Whose concern a collection is, told from who its fields are about and who gives them. */
export type Part = 'person' | 'home' | 'business' | 'developer';

/** A moment at which data is collected. */
export interface NoticeCollection extends Named {
  readonly moment: string;
  readonly part: Part;
  /** Who or what it comes from. */
  readonly source: string;
  /** What is needed first, then what is optional. */
  readonly fields: readonly NoticeField[];
  readonly purposes: readonly Named[];
  readonly bases: readonly Basis[];
  /** The strongest kind of consent that one of its purposes asks for. */
  readonly consent?: Consent['kind'];
  /** What follows from saying no. */
  readonly refusal: string;
  readonly recipients: readonly Named[];
  readonly regions: readonly Named[];
  /** `retention` in one phrase. */
  readonly kept: string;
  readonly retention: readonly NoticeRetention[];
  readonly clause: string;
}

/** Somebody who receives data. */
export interface NoticeRecipient {
  readonly id: string;
  /** The registered name, or what the party is called where the policy has no name. */
  readonly name: string;
  readonly party: string;
  readonly role: RecipientRole;
  readonly roleLabel: string;
  readonly method: string;
  readonly fields: readonly Named[];
  readonly purposes: readonly Named[];
  readonly scenario: string;
  /** `*` where nobody says. */
  readonly country: Country | '*' | 'own';
  readonly countryLabel: string;
  readonly contract?: string;
  readonly url?: string;
  /** Set where it gets nothing without a consent. */
  readonly consent?: Consent['kind'];
  readonly clause: string;
}

/** A place where data lives, and who lives there with it. */
export interface NoticeRegion extends Named {
  readonly country: Country;
  readonly residents: string;
  readonly clause: string;
}

/** What holds when data leaves a place for another. */
export interface NoticeTransfer {
  readonly from: string;
  readonly to: string;
  readonly rule: Transfer['rule'];
  readonly label: string;
  readonly clause: string;
}

/** What a person may ask for. */
export interface NoticeRight extends Named {
  readonly kind: RightKind;
  readonly how: string;
  /** Ways to ask that the text names. */
  readonly channels: readonly string[];
  /** One a jurisdiction, in the order of `Notice.jurisdictions`. */
  readonly deadlines: readonly {
    readonly jurisdiction: string;
    readonly label: string;
    /** The longest it can be in calendar days, holidays left out: 0 at once; absent where the right is not granted. */
    readonly days?: number;
  }[];
  readonly fee: string;
  readonly refusalGrounds: readonly string[];
  readonly conditions: readonly string[];
  readonly consequence?: string;
  /** Any one is enough. */
  readonly identity: readonly string[];
  readonly clause: string;
}

/** A question that the person is asked. */
export interface NoticeConsent extends Named {
  readonly question: string;
  readonly consequence: string;
  readonly kind: Consent['kind'];
  readonly kindLabel: string;
  readonly byGuardian: boolean;
  readonly clause: string;
}

/** What a heading of the second half is about. */
export type SectionId =
  | 'scope'
  | 'children'
  | 'security'
  | 'breach'
  | 'changes'
  | 'cookies'
  | 'exemptions'
  | 'transfers'
  | 'figures'
  | 'readings'
  | 'other';

/** A heading with sentences; left out of the notice where there are none. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly paragraphs: readonly Sentence[];
}

/** A clause of the published text, in our own words. */
export interface NoticeClause {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
}

/** Who answers for the processing. */
export interface NoticeController {
  readonly name: string;
  readonly address?: string;
  readonly affiliates: readonly string[];
  readonly officer?: string;
  readonly contacts: readonly {
    readonly channel: Contact['channel'];
    readonly channelLabel: string;
    readonly value: string;
    /** Within what an answer comes; empty where the policy does not say. */
    readonly reply: string;
  }[];
  readonly complaints: readonly string[];
  /** What a letter should mention. */
  readonly mention?: string;
  readonly clause: string;
}

/** A privacy notice in one language: everything the program says, in words, for a page, an API or a document. */
export interface Notice {
  readonly policy: {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    readonly title: string;
    /** null where the text does not say. */
    readonly published: string | null;
    readonly effective: string | null;
  };
  readonly language: Lang;
  /** Of the published text. */
  readonly original: Lang;
  readonly controller: NoticeController;
  readonly counts: {
    readonly fields: number;
    readonly sensitive: number;
    readonly purposes: number;
    readonly recipients: number;
    readonly regions: number;
    /** To read it all at an easy pace. */
    readonly minutes: number;
  };
  /** What, why, who, where, how long, rights: in this order. */
  readonly answers: readonly Answer[];
  /** That no is an answer. */
  readonly refusal: { readonly title: string; readonly text: string; readonly clause: string };
  /** The ages, in years, of those who may have an account of their own and are treated alike; the youngest first. */
  readonly ages: readonly { readonly from: number; readonly to?: number }[];
  readonly collections: readonly NoticeCollection[];
  readonly purposes: readonly NoticePurpose[];
  readonly recipients: readonly NoticeRecipient[];
  readonly regions: readonly NoticeRegion[];
  readonly transfers: readonly NoticeTransfer[];
  readonly jurisdictions: readonly Named[];
  readonly rights: readonly NoticeRight[];
  readonly consents: readonly NoticeConsent[];
  /** How an answer is taken back. */
  readonly takingBack: string;
  readonly sections: readonly Section[];
  /** In the order of the text. */
  readonly clauses: readonly NoticeClause[];
}
