import type { ConceptIri } from '@kept/vocab';
import type { Country } from '../country.ts';
import type { Names } from '../names.ts';
import type { Text } from '../text.ts';
import type { Basis } from './purposes.ts';
import type { Period } from './rights.ts';

/** Who decides about the processing, and where it can be reached. */
export interface Controller<N extends Names = Names> {
  readonly name: string;
  /** By which people know it, where that is another name. */
  readonly brand?: string;
  /** Absent where the text gives none. */
  readonly address?: string;
  /** Companies that the text counts as part of the controller. */
  readonly affiliates?: readonly string[];
  /** The department or officer in charge of personal data. */
  readonly officer?: Text;
  readonly contacts: readonly Contact[];
  /** Where somebody can complain who is not content with the answer. */
  readonly complaints: readonly { readonly authority: Text; readonly url?: string }[];
  /** What a letter should mention, in the text's own words. */
  readonly mention?: string;
  readonly clause: N['clause'];
}

/** A way to reach the controller or an authority. */
export interface Contact {
  readonly channel: 'email' | 'post' | 'phone' | 'fax' | 'web';
  readonly value: string;
  /** The controller answers within this. */
  readonly replyWithin?: Period;
}

/** What a party outside the controller is to the data. A processor acts for us; a third party for itself. */
export type RecipientRole = 'processor' | 'third-party' | 'affiliate' | 'authority' | 'successor' | 'public';

/** Somebody who receives data: a row of the list of recipients. */
export interface Recipient<N extends Names = Names> {
  /** The party's own name, as registered. Absent where the text names only a kind. */
  readonly name?: string;
  /** What the party is called in a sentence. */
  readonly party: Text;
  readonly role: RecipientRole;
  readonly dpv?: readonly ConceptIri[];
  /** How the data leaves; an adapter of `@kept/recipients`. `none`: declared, not connected. */
  readonly channel: 'sms' | 'email' | 'e-signature' | 'http' | 'none';
  /** All it may get, for whatever purpose. */
  readonly fields: readonly N['field'][];
  /** Of these, what it gets only in a form that does not show the value. */
  readonly redact?: readonly N['field'][];
  readonly purposes: readonly N['purpose'][];
  readonly scenario: Text;
  /** What the contract binds it to. */
  readonly contract?: Text;
  /** The party's own rules. */
  readonly url?: string;
  /**
   * Where it keeps what it gets. `*`: the text does not say, so that every rule on leaving a region holds. `own`: it is in
   * whichever country the data is in (a court, an authority of that place), so that nothing leaves.
   */
  readonly country: Country | '*' | 'own';
  /** How it gets it: an interface, a software kit, a file. */
  readonly method: Text;
  /** Which exception to "we share with nobody" the sharing rests on. */
  readonly exception?: N['exception'];
  readonly clause: N['clause'];
}

/** `notify`: tell the person beforehand who gets it. `same-terms`: bind whoever gets it to this policy. */
export type ExceptionDuty = 'notify' | 'same-terms' | 'ask-again-on-new-purpose';

/** An exception to "we share, hand over or publish nothing". */
export interface Exception<N extends Names = Names> {
  /** What it is an exception from: sharing, handing over to a new controller, publishing. */
  readonly from: 'share' | 'assign' | 'disclose';
  readonly label: Text;
  readonly basis: Basis;
  /** Without this consent the exception does not hold. */
  readonly consent?: N['consent'];
  /** What has to be done when it is used. */
  readonly duties?: readonly ExceptionDuty[];
  readonly clause: N['clause'];
}

/** A place where data is kept, with a database of its own. */
export interface Region<N extends Names = Names> {
  readonly label: Text;
  readonly country: Country;
  readonly clause: N['clause'];
}

/** People who live in `residence` have their data in `region`. Exactly one rule says `*`, the rest of the world. */
export interface Residency<N extends Names = Names> {
  readonly residence: Country | '*';
  readonly region: N['region'];
  readonly clause: N['clause'];
}

/**
 * A condition on data that leaves `from` for `to` (a region, or the country of a recipient; `*` is any other).
 * All rules that fit a path hold together; a path that no rule fits is refused, and `compile` refuses a manifest in
 * which such a path can be asked for. Within one region, or to a recipient in the region's country, nothing leaves.
 */
export interface Transfer<N extends Names = Names> {
  readonly from: N['region'] | '*';
  readonly to: N['region'] | Country | '*';
  /**
   * `free` adds no condition. `desensitised`: only in a form that shows nobody. `safeguards`: whatever the law of the
   * place it leaves asks for; `standard-clauses`: those of the European Union, or what its law takes for as good.
   */
  readonly rule: 'never' | 'desensitised' | 'separate-consent' | 'safeguards' | 'standard-clauses' | 'free';
  /** With `separate-consent`: which. */
  readonly consent?: N['consent'];
  readonly clause: N['clause'];
}

/** Figures about many people that leave, or are shown: never a datum about one, so that nobody is decided about. */
export interface Figure<N extends Names = Names> {
  readonly label: Text;
  /** What they are counted from, and for which purpose; it has to be allowed to use these fields. */
  readonly fields: readonly N['field'][];
  readonly purpose: N['purpose'];
  /** Who sees them. */
  readonly seenBy: Text;
  readonly clause: N['clause'];
}
