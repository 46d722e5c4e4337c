export { Enrol } from './enrol.tsx';
export { StaffPage } from './staff-page.tsx';
export { StaffSignIn } from './staff-sign-in.tsx';
