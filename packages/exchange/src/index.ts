/**
 * A policy and its records as others read them.
 *
 * - **Document**: JSON-LD 1.1 in the words of the W3C Data Privacy Vocabulary (DPV 2.3), its context inside.
 * - **Record of processing**: what is collected, row by row (GDPR Art. 30; PIPL Art. 55, 56).
 * - **Consent record**, **consent receipt**: ISO/IEC TS 27560:2023, in the profile of DPV's guide.
 */

export { type ConsentHolder, consentReceipt, consentRecord } from './consent.ts';
export type { Document, Node } from './document.ts';
export { type InventoryField, type InventoryRow, inventory } from './inventory.ts';
export { policyDocument } from './policy.ts';
