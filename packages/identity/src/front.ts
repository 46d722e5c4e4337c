/** One front for all regions: a person signs in anywhere and is served at home. */
import type { Answer, Caller } from './calls.ts';
import { type Contact, normaliseContact } from './contact.ts';
import { UnknownRegion } from './errors.ts';
import type { Identity } from './identity.ts';
import { PASSKEY } from './personal.ts';
import type { Claims } from './ports.ts';
import type { Registered, Started, StartOptions } from './registration.ts';
import { blindOf, claimOf } from './registration.ts';
import type { Session } from './sessions.ts';
import type { SignedIn } from './sign-in.ts';

export interface FrontOptions {
  /** By region. */
  readonly regions: Readonly<Record<string, Identity>>;
  readonly claims: Claims;
  /** Region of somebody who lives in a country (ISO 3166-1 alpha-2), by the policy in force. */
  readonly regionOf: (residence: string) => string;
  /** Region that answers for contacts that nobody has. */
  readonly home: string;
}

/** The account desks of all regions as one. Each function does what that of `Identity` does, in the right region. */
export interface Front {
  /** Of the session, in every region. */
  readonly cookieName: string;
  /** The region that serves the holder of a contact; undefined if nobody has it. */
  locate(contact: Contact): Promise<string | undefined>;
  /** Throws `IDENTITY_REGION`. */
  region(region: string): Identity;
  /** Whose a contact is, written as it is where they live. Throws `IDENTITY_CONTACT_INVALID`. */
  whose(contact: Contact, residence: string): Promise<{ readonly person: string; readonly region: string } | null>;
  /** Who is signed in, in whichever region; see `Identity.session`. */
  session(cookie: string | undefined): Promise<Session | undefined>;
  /** The region of whoever is signed in; the home region if nobody is, which then refuses. */
  at(cookie: string | undefined): Identity;

  startRegistration(caller: Caller, body: StartOptions): Promise<Answer<Started>>;
  resendCode(caller: Caller, body: { readonly registration: string }): Promise<Answer<Started>>;
  confirmRegistration: Identity['confirmRegistration'];
  signIn: Identity['signIn'];
  sendSignInCode: Identity['sendSignInCode'];
  signInByCode: Identity['signInByCode'];
  signInByTotp: Identity['signInByTotp'];
  signInByBackupCode: Identity['signInByBackupCode'];
  passkeySignInOptions: Identity['passkeySignInOptions'];
  signInByPasskey: Identity['signInByPasskey'];
  /** In the region of the residence that is named. */
  startContactProof: Identity['startContactProof'];
  resendProofCode: Identity['resendProofCode'];
  proveContact: Identity['proveContact'];
  pendingProof: Identity['pendingProof'];
  sendResetCode: Identity['sendResetCode'];
  resetPassword: Identity['resetPassword'];
}

const CHALLENGE_COOKIE = 'kept.two_factor';

/** Throws `IDENTITY_REGION` if `home` is none of the regions. */
export function openFront({ regions, claims, regionOf, home }: FrontOptions): Front {
  const all = Object.values(regions);
  const region = (name: string): Identity => {
    const found = Object.hasOwn(regions, name) ? regions[name] : undefined;
    if (!found) throw new UnknownRegion(name);
    return found;
  };
  const prefix = region(home).cookieName.replace(/kept\.session$/, '');
  /** By signature: each region signs with a secret of its own. */
  const signer = (cookie: string | undefined, name: string): Identity =>
    all.find((each) => each.signed(cookie, name)) ?? region(home);
  const at = (cookie: string | undefined): Identity => signer(cookie, region(home).cookieName);

  const locate = async (contact: Contact): Promise<string | undefined> => {
    const normal = normaliseContact(contact);
    return (await claims.locate(claimOf(normal), blindOf({ claims }, normal)))?.region;
  };
  const holderOf = async (contact: Contact): Promise<Identity> => region((await locate(contact)) ?? home);
  /** A registration that nobody began is refused where all are counted by address. */
  const registrar = async (id: string): Promise<Identity> => {
    for (const each of all) if (await each.hasRegistration(id)) return each;
    return region(home);
  };
  const passkeyHome = async (id: string, otherwise: Identity): Promise<Identity> => {
    const holder = await claims.locate(PASSKEY, claims.blind(PASSKEY, id));
    return holder ? region(holder.region) : otherwise;
  };

  return {
    cookieName: region(home).cookieName,
    locate,
    async whose(contact, residence) {
      const normal = normaliseContact(contact, residence);
      const found = await claims.locate(claimOf(normal), blindOf({ claims }, normal));
      return found && { person: found.owner, region: found.region };
    },
    region,
    at,
    session: (cookie) => at(cookie).session(cookie),
    startRegistration: (caller, body) => region(regionOf(body.residence)).startRegistration(caller, body),
    resendCode: async (caller, body) => (await registrar(body.registration)).resendCode(caller, body),
    confirmRegistration: async (caller, body): Promise<Answer<Registered>> =>
      (await registrar(body.registration)).confirmRegistration(caller, body),
    signIn: async (caller, body): Promise<Answer<SignedIn>> => (await holderOf(body.contact)).signIn(caller, body),
    sendSignInCode: async (caller, body) => (await holderOf(body.contact)).sendSignInCode(caller, body),
    signInByCode: async (caller, body) => (await holderOf(body.contact)).signInByCode(caller, body),
    signInByTotp: (caller, body) => signer(caller.cookie, prefix + CHALLENGE_COOKIE).signInByTotp(caller, body),
    signInByBackupCode: (caller, body) =>
      signer(caller.cookie, prefix + CHALLENGE_COOKIE).signInByBackupCode(caller, body),
    passkeySignInOptions: (caller) => region(home).passkeySignInOptions(caller),
    async signInByPasskey(caller, body) {
      const asked = region(home);
      const holds = await passkeyHome(body.response.id, asked);
      const bearer = holds === asked ? caller : await holds.giveChallenge(caller, await asked.takeChallenge(caller));
      return holds.signInByPasskey(bearer, body);
    },
    startContactProof: (caller, body) => region(regionOf(body.residence)).startContactProof(caller, body),
    resendProofCode: async (caller, body) => (await registrar(body.proof)).resendProofCode(caller, body),
    proveContact: async (caller, body) => (await registrar(body.proof)).proveContact(caller, body),
    pendingProof: async (proof) => (await registrar(proof)).pendingProof(proof),
    sendResetCode: async (caller, body) => (await holderOf(body.contact)).sendResetCode(caller, body),
    resetPassword: async (caller, body) => (await holderOf(body.contact)).resetPassword(caller, body),
  };
}
