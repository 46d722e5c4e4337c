/**
 * The account service's part of the HTTP API: how a person comes in, stays safe, and fills in a profile.
 *
 * - **Registration**: begun with a contact, confirmed with the code sent there; nothing else is collected before that.
 * - **Second step**: what is asked for after the password: an app's code, a passkey, or a backup code.
 * - **Proof**: the password once more, for what cannot be taken back.
 */
export { BackupCode, Code, Contact, Nickname, Password } from './contact.ts';
export { PasskeyAssertion, PasskeyAttestation, PasskeyCreation, PasskeyRequest } from './passkey.ts';
export { changeProfile, Profile, ProfileChange, ProfileField, readProfile } from './profile.ts';
export {
  confirmRegistration,
  Registration,
  RegistrationConfirmation,
  RegistrationStart,
  resendRegistrationCode,
  startRegistration,
} from './registration.ts';
export {
  AccountSession,
  addPasskey,
  changePassword,
  confirmTotp,
  endOneSession,
  endOtherSessions,
  listSecondSteps,
  listSessions,
  Passkey,
  passkeyOptions,
  removePasskey,
  removeTotp,
  SecondSteps,
  startTotp,
} from './safety.ts';
export {
  CodeSent,
  finishWithBackupCode,
  finishWithTotp,
  passkeySignInOptions,
  proveSession,
  resetPassword,
  SecondStep,
  SignIn,
  sendPasswordReset,
  sendSignInCode,
  signIn,
  signInWithCode,
  signInWithPasskey,
} from './sign-in.ts';
