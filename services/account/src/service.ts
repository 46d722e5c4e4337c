/** The account service: how a person comes in, stays safe, and fills in a profile. Read this first. */
import { type ContextOf, defineService, type FieldForm } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { accountHoldings } from './holdings.ts';

const personal = (kind: FieldForm['kind'], longest: number): FieldForm => ({ kind, longest, part: 'personal' });
const company = (kind: FieldForm['kind'], longest: number): FieldForm => ({ kind, longest, part: 'company' });

export const account = defineService({
  name: 'account',
  label: { 'zh-Hans': '账号', 'zh-Hant': '帳戶', en: 'Account' },
  about: {
    'zh-Hans': '用手机号或邮箱开一个账号，管好登录，想填再填个人资料。',
    'zh-Hant': '用手機號碼或電子郵件開一個帳戶，管好登入，想填再填個人資料。',
    en: 'Opens an account with a phone number or e-mail address, keeps sign-in safe, and holds the profile you choose to fill in.',
  },
  policy: aqaraAccount,
  uses: [],
  serves: ['registration', 'profile', 'session', 'second-step'],
  resources: {
    registration: {
      collection: 'registration',
      label: { 'zh-Hans': '昵称', 'zh-Hant': '暱稱', en: 'Nickname' },
      rows: 'one',
      form: { 'account-nickname': { kind: 'text', longest: 40 } },
    },
    profile: {
      collection: 'profile',
      label: { 'zh-Hans': '个人资料', 'zh-Hant': '個人資料', en: 'Profile' },
      rows: 'one',
      form: {
        'profile-name': personal('text', 80),
        'profile-phone': personal('phone', 32),
        'profile-email': personal('email', 254),
        // 90,000 bytes of picture, as a data URL.
        'profile-picture': personal('picture', 120_000),
        'profile-region': personal('text', 120),
        'profile-bio': personal('multiline', 500),
        'profile-company': company('text', 120),
        'profile-industry': company('text', 80),
        'profile-company-contact-address': company('text', 200),
        'profile-company-contact': company('text', 80),
        'profile-company-phone': company('phone', 32),
        'profile-company-address': company('text', 200),
        'profile-registered-at': company('date', 10),
        'profile-industry-role': company('text', 80),
        'profile-staff-role': company('text', 80),
      },
    },
  },
  elsewhere: {
    'account-phone': 'auth_user, sealed',
    'account-email': 'auth_user, sealed',
    'account-password': 'auth_account, an argon2id hash, sealed',
    'account-code': 'never kept: a keyed hash for five minutes',
    'session-address': 'auth_session, sealed',
    'session-device': 'auth_session, sealed',
    'second-step-secret': 'auth_two_factor, sealed',
    'second-step-backup-codes': 'auth_two_factor, sealed',
    'second-step-passkey': 'auth_passkey, sealed',
  },
  holdings: accountHoldings,
});

export type AccountContext = ContextOf<typeof account>;
