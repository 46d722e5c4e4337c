import * as api from '@kept/api';
import * as account from '@kept/service-account/api';
import { type Answering, answering, Wrong } from './answers.ts';
import { profile, session, sessions } from './fixtures/account.ts';
import { cookies, notice } from './fixtures/notice.ts';
import { STAFF_OWNER } from './fixtures/staff.ts';
import { policy } from './fixtures/words.ts';
import { say } from './say.ts';
import type { World } from './world.ts';

const person = '0193a1f2-7c00-7000-8000-0000000000aa';
const soon = () => ({ expiresAt: Date.now() + 300_000, resendAt: Date.now() + 3_000, codeLength: 6 as const });

const started = () => ({
  ...soon(),
  registration: '0193a1f2-7c00-7000-8000-0000000000d1',
  maskedContact: '100 •••• 0042',
});

function needCode(world: World, code: string, field = '/code'): void {
  if (code !== world.code) throw new Wrong(401, 'IDENTITY_CODE_WRONG', 'this code does not work', { field });
}

function needPassword(world: World, password: string, field: string): void {
  if (password !== world.password) throw new Wrong(401, 'IDENTITY_PASSWORD_WRONG', 'the password is wrong', { field });
}

function enter(world: World): { person: string } {
  world.who = 'person';
  world.fresh = true;
  return { person };
}

const half = (world: World) =>
  world.secondStep ? { secondStep: ['totp', 'passkey', 'backup-code'] as const } : enter(world);

const owner = { id: STAFF_OWNER, role: 'owner' as const, enrolled: true };

/** Coming in and staying safe. */
export const accountAnswers: readonly Answering[] = [
  answering(api.readNotice, ({ language, world }) => ({ ...notice, language, ...(world.cookies && { cookies }) })),
  answering(api.readSession, ({ world }) => {
    if (world.who === 'nobody') throw new Wrong(401, api.ActedOn.sessionNone, '没有登录');
    if (world.who === 'operator' || world.who === 'invited')
      return {
        role: 'operator' as const,
        operator: { name: say('顾言', '顧言', 'Gu Yan'), ...owner, enrolled: world.who === 'operator' },
        expiresAt: Date.now() + 3_600_000,
      };
    return session(world.fresh);
  }),
  answering(api.endSession, ({ world }) => {
    world.who = 'nobody';
  }),
  answering(api.openOperatorSession, ({ body, world }) => {
    if (body.token !== 'one-time-token-for-tests')
      throw new Wrong(401, 'OPERATOR_INVALID_TOKEN', 'this link is used up or not one of ours');
    world.who = 'operator';
    return {
      role: 'operator' as const,
      operator: { name: say('顾言', '顧言', 'Gu Yan'), ...owner },
      expiresAt: Date.now() + 3_600_000,
    };
  }),
  answering(account.startRegistration, ({ body }) => {
    if (body.notice !== policy.hash) throw new Wrong(409, api.ActedOn.noticeChanged, '隐私政策更新了');
    return started();
  }),
  answering(account.resendRegistrationCode, started),
  answering(account.confirmRegistration, ({ body, world }) => {
    needCode(world, body.code);
    if (body.password === '1234567890')
      throw new Wrong(400, 'IDENTITY_PASSWORD_WEAK', 'this password cannot be used: guessable', {
        field: '/password',
        detail: 'guessable',
      });
    return { ...enter(world), region: 'cn' };
  }),
  answering(account.signIn, ({ body, world }) => {
    needPassword(world, body.password, '/password');
    return half(world);
  }),
  answering(account.sendSignInCode, soon),
  answering(account.signInWithCode, ({ body, world }) => {
    needCode(world, body.code);
    return half(world);
  }),
  answering(account.finishWithTotp, ({ body, world }) => {
    needCode(world, body.code);
    return enter(world);
  }),
  answering(account.finishWithBackupCode, ({ world }) => enter(world)),
  answering(account.proveSession, ({ body, world }) => {
    needPassword(world, body.password, '/password');
    if (world.totp && body.code !== world.code)
      throw new Wrong(401, 'IDENTITY_SECOND_STEP_WRONG', 'this code does not work', { field: '/code' });
    world.fresh = true;
    return { freshUntil: Date.now() + 600_000 };
  }),
  answering(account.sendPasswordReset, soon),
  answering(account.resetPassword, ({ body, world }) => {
    needCode(world, body.code);
    world.password = body.password;
  }),
  answering(account.listSessions, ({ world }) => ({
    sessions: sessions.filter(({ id }) => !world.endedSessions.has(id)),
  })),
  answering(account.endOneSession, ({ params, world }) => {
    world.endedSessions.add(params.id);
  }),
  answering(account.endOtherSessions, ({ world }) => {
    const others = sessions.filter(({ current, id }) => !current && !world.endedSessions.has(id));
    for (const { id } of others) world.endedSessions.add(id);
    return { ended: others.length };
  }),
  answering(account.changePassword, ({ body, world }) => {
    needPassword(world, body.current, '/current');
    world.password = body.next;
  }),
  answering(account.startTotp, ({ body, world }) => {
    needPassword(world, body.password, '/password');
    return {
      uri: 'otpauth://totp/Eaves:100%200000%200042?secret=JBSWY3DPEHPK3PXP&issuer=Eaves',
      secret: 'JBSWY3DPEHPK3PXP',
      backupCodes: ['4f7k-91xa', 'p0d2-77mm', 'zz3c-k8vq', '19ab-cc0e', 'u6t5-r4w3', 'm2n1-b0v9'],
    };
  }),
  answering(account.confirmTotp, ({ body, world }) => {
    needCode(world, body.code);
    world.totp = true;
  }),
  answering(account.removeTotp, ({ body, world }) => {
    needPassword(world, body.password, '/password');
    world.totp = false;
  }),
  answering(account.listSecondSteps, ({ world }) => ({ totp: world.totp, passkeys: world.passkeys })),
  answering(account.passkeyOptions, () => ({
    challenge: 'aGFybmVzcy1jaGFsbGVuZ2U',
    rp: { name: 'Eaves', id: 'localhost' },
    user: { id: 'bGlubGFu', name: '100 •••• 0042', displayName: '林岚' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    timeout: 5_000,
  })),
  answering(account.addPasskey, ({ body, world }) => {
    const passkey = { id: crypto.randomUUID(), name: body.name, createdAt: Date.now() };
    world.passkeys.push(passkey);
    return passkey;
  }),
  answering(account.removePasskey, ({ params, world }) => {
    world.passkeys = world.passkeys.filter(({ id }) => id !== params.id);
  }),
  answering(account.passkeySignInOptions, () => ({
    challenge: 'aGFybmVzcy1jaGFsbGVuZ2U',
    rpId: 'localhost',
    timeout: 5_000,
    userVerification: 'preferred',
  })),
  answering(account.signInWithPasskey, ({ world }) => enter(world)),
  answering(account.readProfile, ({ world }) => ({ ...profile, values: world.profile })),
  answering(account.changeProfile, ({ body, world }) => {
    for (const [id, value] of Object.entries(body.values)) {
      if (value === null) delete world.profile[id];
      else world.profile[id] = value;
    }
    return { ...profile, values: world.profile };
  }),
];
