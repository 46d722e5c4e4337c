import type { ProblemWords } from '@kept/web/screens';

/** What the refusals of this service mean. */
export const problems: ProblemWords = {
  'zh-Hans': { FIRMWARE_NO_UPDATE: '其中有设备还不知道新版，或正在升级。先问问有没有新版。' },
  'zh-Hant': { FIRMWARE_NO_UPDATE: '其中有裝置還不知道新版，或正在更新。先問問有沒有新版。' },
  en: {
    FIRMWARE_NO_UPDATE:
      'For one of these devices no newer version is known, or it is being updated. Ask for newer first.',
  },
};
