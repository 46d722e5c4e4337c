export { AddPage } from './add-page.tsx';
export { AlertsPage } from './alerts-page.tsx';
export { DevicePage } from './device-page.tsx';
export { DevicesPage } from './devices-page.tsx';
export { PeoplePage } from './people-page.tsx';
