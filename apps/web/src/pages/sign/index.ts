export { RegisterPage } from './register-page.tsx';
export { ResetPage } from './reset-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
