import { MEASURES, PLACES, SUBJECTS } from '../dpv.ts';
import { extend } from '../term.ts';

/** Who the data is about, in a home and in the trades that serve it. */
export const LOCAL_SUBJECTS = extend(SUBJECTS, {
  'kept:BusinessContact': ['Business contact', 'dpv:HumanSubject'],
  'kept:DeceasedPerson': ['Person who died', 'dpv:HumanSubject'],
  'kept:DeveloperUser': ['Developer', 'dpv:HumanSubject'],
  'kept:HomeGuest': ['Guest of a home', 'dpv:HumanSubject'],
  'kept:HotelGuest': ['Hotel guest', 'dpv:HumanSubject'],
  'kept:HouseholdMember': ['Member of a household', 'dpv:HumanSubject'],
  'kept:Installer': ['Installer', 'dpv:HumanSubject'],
  'kept:InvoiceRecipient': ['Recipient of an invoice', 'dpv:HumanSubject'],
  'kept:LegalRepresentative': ['Legal representative', 'dpv:HumanSubject'],
  'kept:MentionedPerson': ['Person who is mentioned', 'dpv:HumanSubject'],
  'kept:ParcelRecipient': ['Recipient of a parcel', 'dpv:HumanSubject'],
  'kept:RelativeOfDeceased': ['Relative of a person who died', 'dpv:HumanSubject'],
  'kept:Under13': ['Child under 13', 'dpv:Child'],
  'kept:Under14': ['Child under 14', 'dpv:Child'],
  'kept:Under16': ['Child under 16', 'dpv:Child'],
  'kept:Under18': ['Child under 18', 'dpv:Child'],
});

/** Measures that the published texts promise and DPV names only by something broader. */
export const LOCAL_MEASURES = extend(MEASURES, {
  'kept:BackupIsolation': ['Deleted data in backups set apart', 'dpv:DataSecurityManagement'],
  'kept:CaliforniaNotice': ['Notice for California', 'dpv:PrivacyNotice'],
  'kept:CookieNotice': ['Cookie notice', 'dpv:PrivacyNotice'],
  'kept:DataClassification': ['Data classed by importance and sensitivity', 'dpv:DataSecurityManagement'],
  'kept:Desensitisation': ['Desensitisation', 'dpv:DataSanitisationTechnique'],
  'kept:DisciplinaryConsequence': ['Disciplinary consequence', 'dpv:GovernanceProcedures'],
  'kept:MaterialChangeNotice': ['Notice of a material change', 'dpv:PrivacyNotice'],
  'kept:MinorsNotice': ['Notice for minors', 'dpv:PrivacyNotice'],
  'kept:PersonHeldKeyEncryption': ['Encryption under a key that the person holds', 'dpv:Encryption'],
  'kept:RecipientList': ['List of recipients', 'dpv:PrivacyNotice'],
  'kept:RemedyOffered': ['Remedy offered', 'dpv:OrganisationalMeasure'],
  'kept:SeparateConsentNotice': ['Notice of separate consent', 'dpv:ConsentNotice'],
});

/** Places that DPV has no term for. */
export const LOCAL_PLACES = extend(PLACES, {
  'kept:Europe': ['Europe', 'dpv:Location'],
  'kept:MainlandChina': ['Mainland China', 'loc:CN'],
});
