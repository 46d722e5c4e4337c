export { AskPage } from './ask-page.tsx';
export { ConfirmPage } from './confirm-page.tsx';
export { StatusPage } from './status-page.tsx';
