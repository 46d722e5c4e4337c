/** Somebody of whom the account desk holds all that it can hold: both contacts, a session, every second step. */
import { Seconds } from '@kept/base';
import { Authenticator, PASSWORD, totp } from '@kept/identity/testing';
import type { Sample, Stage } from '@kept/kit/testing';

let people = 0;

/** Comes in as people do, by the desk. */
export async function signedUp({ desks, region }: Stage): Promise<Sample> {
  const tag = `${++people}`.padStart(4, '0');
  const email = `wen.${tag}.of.the.harbour@post.example`;
  const phone = `+861007700${tag}`;
  const device = `KeptAgent/9.7 (marker-${tag}-7781)`;
  const { id, browser } = await desks.newPerson({ kind: 'email', value: email });
  const { identity } = region;
  const visitor = desks.newBrowser(device);
  await visitor.keep(
    desks.front.signIn(visitor.caller, { contact: { kind: 'email', value: email }, password: PASSWORD }),
  );
  await identity.sendContactCode(visitor.caller, { contact: { kind: 'phone', value: phone } });
  await visitor.keep(
    identity.changeContact(visitor.caller, {
      contact: { kind: 'phone', value: phone },
      code: await desks.codeTo(phone),
    }),
  );
  await identity.signOut(browser.caller);
  const { body: setup } = await visitor.keep(identity.startTotp(visitor.caller, { password: PASSWORD }));
  await visitor.keep(identity.confirmTotp(visitor.caller, { code: totp(setup.secret, Date.now() - Seconds(30)) }));
  const passkey = `lighthouse-${tag}-key`;
  const { body: challenge } = await visitor.keep(identity.passkeyOptions(visitor.caller));
  const response = new Authenticator(visitor.origin).attestation(challenge as { challenge: string });
  await visitor.keep(identity.addPasskey(visitor.caller, { name: passkey, response } as never));
  return {
    person: { id, region: region.id, session: 'conformance', fresh: true },
    held: {
      'account-phone': phone,
      'account-email': email,
      'account-password': null,
      'session-address': visitor.ip,
      'session-device': device,
      'second-step-secret': null,
      'second-step-backup-codes': null,
      'second-step-passkey': passkey,
    },
    secrets: { password: PASSWORD, device, address: visitor.ip, secret: setup.secret, backup: setup.backupCodes[0]! },
    async over() {
      const { passkeys } = await identity.secondSteps(visitor.caller);
      for (const { id: own } of passkeys) await identity.removePasskey(visitor.caller, own);
      await visitor.keep(identity.endTotp(visitor.caller, { password: PASSWORD }));
      await identity.signOut(visitor.caller);
    },
  };
}
