import { CONCEPTS, PROCESSING } from '../dpv.ts';
import { extend } from '../term.ts';

/** Kinds of recipients; DPV has no such list. */
export const LOCAL_RECIPIENTS = extend(CONCEPTS, {
  'kept:AdvertisingProvider': ['Advertising provider', 'dpv:Recipient'],
  'kept:Affiliate': ['Affiliate', 'dpv:Organisation'],
  'kept:AnalyticsProvider': ['Analytics provider', 'dpv:Recipient'],
  'kept:ChosenPerson': ['Person chosen by the person', 'dpv:Recipient'],
  'kept:CustomerServiceProvider': ['Customer service provider', 'dpv:Recipient'],
  'kept:CyberspaceAdministration': ['Cyberspace administration', 'dpv:DataProtectionAuthority'],
  'kept:DataCentre': ['Data centre', 'dpv:Recipient'],
  'kept:DataStorageProvider': ['Data storage provider', 'dpv:Recipient'],
  'kept:DeliveryProvider': ['Delivery provider', 'dpv:Recipient'],
  'kept:ECommercePlatform': ['E-commerce platform', 'dpv:Recipient'],
  'kept:ESignatureProvider': ['E-signature provider', 'dpv:Recipient'],
  'kept:LinkedPlatform': ['Platform that the person links', 'dpv:Recipient'],
  'kept:MailProvider': ['Mail provider', 'dpv:Recipient'],
  'kept:PublicAtLarge': ['The public', 'dpv:Recipient'],
  'kept:ResearchBody': ['Research body', 'dpv:Recipient'],
  'kept:SmsProvider': ['SMS provider', 'dpv:Recipient'],
  'kept:SocialNetworkPlatform': ['Social network platform', 'dpv:Recipient'],
  'kept:SuccessorEntity': ['Successor of the controller', 'dpv:Recipient'],
  'kept:TechnologyProvider': ['Technology provider', 'dpv:Recipient'],
  'kept:Telecom': ['Telecommunications provider', 'dpv:Recipient'],
});

/** Sale and sharing in the sense of California's law, both wider than DPV's words. */
export const LOCAL_PROCESSING = extend(PROCESSING, {
  'ccpa:Sale': ['Sale', 'dpv:Disclose'],
  'ccpa:Sharing': ['Sharing for cross-context adverts', 'dpv:Disclose'],
});
