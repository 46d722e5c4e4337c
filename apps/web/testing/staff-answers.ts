import * as api from '@kept/api';
import { type Answering, answering } from './answers.ts';
import { colleagues, STAFF_OWNER } from './fixtures/staff.ts';
import { say } from './say.ts';

const path = '/console?token=one-time-token-for-tests';
const session = {
  role: 'operator' as const,
  operator: { name: '顾言', id: STAFF_OWNER, role: 'owner' as const, enrolled: true },
};

const became = { received: 4, done: 2, denied: 1, withdrawn: 0, open: 1, late: 0, medianDays: 3.25, meanDays: 4.5 };

/** Accounts of staff, and what an auditor reads. */
export const staffAnswers: readonly Answering[] = [
  answering(api.readMetrics, ({ world }) => ({
    ...{ year: 2026, from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1), of: 'all-individuals' as const },
    rights: world.empty
      ? []
      : [
          {
            right: { id: 'erasure' as const, label: say('删除', '刪除', 'Erase') },
            ccpa: 'delete' as const,
            ...became,
          },
        ],
    all: became,
  })),
  answering(api.listStaff, () => ({ staff: colleagues })),
  answering(api.readActs, () => ({
    acts: [{ index: 12, at: Date.now() - 60_000, act: 'sign-in', about: 'link' }],
  })),
  answering(api.inviteStaff, () => ({ member: colleagues[2]!, path })),
  answering(api.reinviteStaff, () => ({ path })),
  answering(api.removeStaff, () => undefined),
  answering(api.startEnrolment, () => ({
    secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    uri: 'otpauth://totp/Kept:owner?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Kept',
  })),
  answering(api.enrol, () => colleagues[0]!),
  answering(api.signInStaff, ({ world }) => {
    world.who = 'operator';
    return { ...session, expiresAt: Date.now() + 3_600_000 };
  }),
];
