/** What the words of a manifest are called in DPV. */
import type { Action, Basis, Consent, Period, Recipient, Retention, Until } from '@kept/policy';
import type { Iri } from '@kept/vocab';
import type { Node } from './document.ts';

export const BASES: Readonly<Record<Basis, Iri>> = {
  consent: 'dpv:ExpressedConsent',
  contract: 'dpv:ContractPerformance',
  'legal-obligation': 'dpv:LegalObligation',
  'legitimate-interest': 'dpv:LegitimateInterestOfController',
  'vital-interest': 'dpv:VitalInterestOfNaturalPerson',
  'public-task': 'dpv:PublicInterest',
};

export const CONSENTS: Readonly<Record<Consent['kind'], Iri>> = {
  consent: 'dpv:ExpressedConsent',
  separate: 'pipl:SeparateConsent',
  explicit: 'dpv:ExplicitlyExpressedConsent',
};

export const PROCESSING: Readonly<Record<Action, Iri>> = {
  collect: 'dpv:Collect',
  use: 'dpv:Use',
  share: 'dpv:Share',
  transfer: 'dpv:CrossBorderTransfer',
  disclose: 'dpv:Disseminate',
  retain: 'dpv:Store',
};

export const PARTIES: Readonly<Record<Recipient['role'], Iri>> = {
  processor: 'dpv:DataProcessor',
  'third-party': 'dpv:ThirdParty',
  affiliate: 'kept:Affiliate',
  authority: 'dpv:Authority',
  successor: 'kept:SuccessorEntity',
  public: 'kept:PublicAtLarge',
};

export const SOURCES = {
  person: 'dpv:DataSubjectDataSource',
  device: 'dpv:DataSubjectDataSource',
  'third-party': 'dpv:ThirdPartyDataSource',
  'other-person': 'dpv:ThirdPartyDataSource',
} as const satisfies Readonly<Record<string, Iri>>;

const EVENTS = {
  closure: 'the account is closed',
  withdrawal: 'consent is withdrawn',
  'purpose-end': 'the purpose ends',
};
const AFTER = { ...EVENTS, collection: 'it was collected', 'last-use': 'it was last used' };
const UNITS = { hour: ['PT', 'H'], day: ['P', 'D'], month: ['P', 'M'], year: ['P', 'Y'] } as const;

/** How long, as `dpv:hasDuration` takes it: an event, or an ISO 8601 duration after one. */
export function durationOf(until: Until): Node {
  if ('event' in until) return { '@type': 'dpv:UntilEventDuration', 'rdf:value': EVENTS[until.event] };
  return {
    '@type': 'dpv:TemporalDuration',
    'rdf:value': lengthOf(until),
    'rdfs:comment': `after ${AFTER[until.after]}`,
  };
}

/** ISO 8601 has no working days: those stay words. */
function lengthOf({ count, unit }: Period): Node | string {
  if (unit === 'working-day') return `${count} working days`;
  const [before, after] = UNITS[unit];
  return { '@type': 'xsd:duration', '@value': `${before}${count}${after}` };
}

export const endOf = ({ end }: Retention): Iri => (end === 'erase' ? 'dpv:StorageDeletion' : 'dpv:Anonymisation');
