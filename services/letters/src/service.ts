/**
 * What people write, and show, along with a request: read by whoever answers it, gone with the answer. What staff answer, and
 * what somebody lays down for after their death, stays until the account is closed.
 */
import { defineService } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

export const letters = defineService({
  name: 'letters',
  label: { 'zh-Hans': '申请里的话', 'zh-Hant': '申請裡的話', en: 'Letters' },
  about: {
    'zh-Hans': '你提申请时写的话，只给办这件事的人看，办完就删。',
    'zh-Hant': '你提申請時寫的話，只給辦這件事的人看，辦完就刪。',
    en: 'What you write along with a request: for those who deal with it, deleted once it is answered.',
  },
  policy: aqaraAccount,
  uses: [],
  serves: ['request'],
  resources: {
    letter: {
      collection: 'request',
      label: { 'zh-Hans': '书面请求', 'zh-Hant': '書面請求', en: 'Written request' },
      rows: 'many',
      form: { 'request-text': { kind: 'multiline', longest: 2_000 } },
      plain: {
        answers: { type: 'uuid', why: 'which request it answers: an opaque id', nullable: true },
      },
    },
    document: {
      collection: 'request',
      label: { 'zh-Hans': '证明文件', 'zh-Hant': '證明文件', en: 'Documents of proof' },
      rows: 'many',
      // Two MiB as a data URL.
      form: { 'request-identity-document': { kind: 'document', longest: 2_800_000 } },
      plain: {
        request: { type: 'uuid', why: 'which request: an opaque id', nullable: true },
        type: { type: 'text', why: 'one of four media types', nullable: true },
        bytes: { type: 'integer', why: 'a size', nullable: true },
      },
    },
  },
});
