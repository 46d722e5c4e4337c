import { fieldTable } from '@kept/policy';

/** 7, 9: what a request is made with, where it is not made from inside the account. */
export const requestFields = fieldTable(
  { clause: '7.9', subject: 'holder' },
  {
    'request-text': ['书面请求', '書面請求', 'Written request', 'kept:RightsRequestContent'],
    'request-identity-document': ['身份证明文件', '身分證明文件', 'Proof of identity', 'pd:OfficialID'],
  },
);
