import { CONCEPTS, JUSTIFICATIONS, LAWS, LEGAL_BASES, RIGHTS } from '../dpv.ts';
import { extend } from '../term.ts';

/**
 * Grounds of the Personal Information Protection Law of China (`pipl:A13-1-2` is Art. 13 para. 1 item 2), which DPV has
 * no module for, and grounds that a published text claims without one in the law (`kept:Text…`).
 */
export const LOCAL_LEGAL_BASES = extend(LEGAL_BASES, {
  'kept:TextDisclosure-2': ['Publishing of serious violations', 'dpv:LegalBasis'],
  'kept:TextExemption-2': ['National security and defence', 'dpv:PublicInterest'],
  'kept:TextExemption-3': ['Public safety, public health, major public interest', 'dpv:PublicInterest'],
  'kept:TextExemption-4': ['Investigation, prosecution, trial, enforcement', 'dpv:LegalBasis'],
  'kept:TextExemption-9': ['Safe and stable operation', 'dpv:LegalBasis'],
  'kept:TextExemption-11': ['Study and statistics of a research body', 'dpv:PublicInterest'],
  'kept:TextSharing-3': ['Protection from harm', 'dpv:LegalBasis'],
  'kept:TextSharing-7': ['Academic research', 'dpv:LegalBasis'],
  'pipl:A13-1-1': ['Consent', 'dpv:ExpressedConsent'],
  'pipl:A13-1-2': ['Contract', 'dpv:Contract'],
  'pipl:A13-1-2-hr': ['Human resources under lawful labour rules', 'dpv:LegalBasis'],
  'pipl:A13-1-3': ['Statutory duty', 'dpv:LegalObligation'],
  'pipl:A13-1-4': ['Emergency', 'dpv:VitalInterest', 'dpv:PublicInterest'],
  'pipl:A13-1-5': ['News reporting and public oversight', 'dpv:PublicInterest'],
  'pipl:A13-1-6': ['Lawfully public data', 'dpv:LegalBasis'],
  'pipl:A13-1-7': ['Other laws', 'dpv:LegalBasis'],
  'pipl:A23': ['Separate consent: to another handler', 'pipl:SeparateConsent'],
  'pipl:A25': ['Separate consent: public disclosure', 'pipl:SeparateConsent'],
  'pipl:A26': ['Separate consent: images of public places beyond security', 'pipl:SeparateConsent'],
  'pipl:A29': ['Separate consent: sensitive data', 'pipl:SeparateConsent'],
  'pipl:A31': ["Guardian's consent", 'pipl:A29'],
  'pipl:A38-1-1': ['Abroad: security assessment', 'dpv:DataTransferLegalBasis'],
  'pipl:A38-1-2': ['Abroad: certification', 'dpv:DataTransferLegalBasis'],
  'pipl:A38-1-3': ['Abroad: standard contract', 'dpv:DataTransferLegalBasis'],
  'pipl:A38-1-4': ['Abroad: other laws', 'dpv:DataTransferLegalBasis'],
  'pipl:A39': ['Separate consent: abroad', 'pipl:SeparateConsent'],
  'pipl:SeparateConsent': ['Separate consent', 'dpv:ExplicitlyExpressedConsent'],
});

/** Rights of the person in China and California, and the closing of an account. */
export const LOCAL_RIGHTS = extend(RIGHTS, {
  'ccpa:MinorContentRemoval': ["Removal of a minor's posts", 'dpv:DataSubjectRight'],
  'ccpa:NonDiscrimination': ['No discrimination', 'dpv:DataSubjectRight'],
  'ccpa:RightToCorrect': ['Right to correct', 'dpv:DataSubjectRight'],
  'ccpa:RightToDelete': ['Right to delete', 'dpv:DataSubjectRight'],
  'ccpa:RightToKnow': ['Right to know', 'dpv:DataSubjectRight'],
  'ccpa:RightToLimitSensitive': ['Right to limit the use of sensitive data', 'dpv:DataSubjectRight'],
  'ccpa:RightToOptOutOfSaleSharing': ['Right to opt out of sale and sharing', 'dpv:DataSubjectRight'],
  'kept:AccountClosureRight': ['Account closure', 'dpv:DataSubjectRight'],
  'pipl:A15': ['Consent withdrawal', 'dpv:DataSubjectRight'],
  'pipl:A16': ['No refusal of service', 'dpv:DataSubjectRight'],
  'pipl:A17': ['Be informed', 'dpv:DataSubjectRight'],
  'pipl:A24': ['Automated decisions', 'dpv:DataSubjectRight'],
  'pipl:A44': ['Know and decide', 'dpv:DataSubjectRight'],
  'pipl:A44-restrict-refuse': ['Restrict or refuse processing', 'dpv:DataSubjectRight'],
  'pipl:A45-1': ['Access and copy', 'dpv:DataSubjectRight'],
  'pipl:A45-3': ['Portability', 'dpv:DataSubjectRight'],
  'pipl:A46': ['Rectification', 'dpv:DataSubjectRight'],
  'pipl:A47': ['Erasure', 'dpv:DataSubjectRight'],
  'pipl:A48': ['Explanation', 'dpv:DataSubjectRight'],
  'pipl:A49': ['Relatives of the deceased', 'dpv:DataSubjectRight'],
  'pipl:A50': ['Court', 'dpv:DataSubjectRight'],
  'pipl:A65': ['Complaint', 'dpv:DataSubjectRight'],
});

/** Why erasure is due where DPV has no word. */
export const LOCAL_JUSTIFICATIONS = extend(JUSTIFICATIONS, {
  'kept:RetentionLapsed': ['The period of storage is over', 'justifications:ExerciseJustification'],
});

/** Laws that DPV does not list. */
export const LOCAL_LAWS = extend(LAWS, {
  'kept:COPPA': ["Children's Online Privacy Protection Act", 'dpv:Law'],
  'kept:RU-152-FZ': ['Federal Law 152-FZ on Personal Data', 'dpv:Law'],
  'pipl:PIPL': ['Personal Information Protection Law', 'dpv:Law'],
});

/** Duties and operations of single laws. */
export const LOCAL_CONCEPTS = extend(CONCEPTS, {
  'pipl:A40': ['Storage inside the country', 'dpv:Obligation'],
});
