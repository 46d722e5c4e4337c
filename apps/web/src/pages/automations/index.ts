export { AutomationPage, NewAutomationPage } from './edit-page.tsx';
export { ForeignPage } from './foreign-page.tsx';
export { AutomationsPage } from './list-page.tsx';
export { ScenesPage } from './scenes-page.tsx';
