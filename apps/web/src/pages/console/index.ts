export { LedgerPage } from './ledger-page.tsx';
export { OutboxPage } from './outbox-page.tsx';
export { OverviewPage } from './overview-page.tsx';
export { PoliciesPage } from './policies-page.tsx';
export { RecipientsPage } from './recipients-page.tsx';
export { ServicesPage } from './services-page.tsx';
