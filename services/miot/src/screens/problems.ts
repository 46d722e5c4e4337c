import type { ProblemWords } from '@kept/web/screens';

/** What the refusals of this service mean. */
export const problems: ProblemWords = {
  'zh-Hans': {
    MIOT_NO_ANSWER: '设备没有回答。看看它有没有通电、地址和令牌对不对。',
    MIOT_NOT_REACHABLE: '这台服务器不连这个地址。要由运行它的人先写明自家的网络。',
    MIOT_UNKNOWN_MODEL: '这个型号还不认识。可以通过认识它的网关加进来。',
    MIOT_THERE_ALREADY: '这台设备已经在家里了。',
  },
  'zh-Hant': {
    MIOT_NO_ANSWER: '裝置沒有回答。看看它有沒有通電、位址和權杖對不對。',
    MIOT_NOT_REACHABLE: '這台伺服器不連這個位址。要由執行它的人先寫明自家的網路。',
    MIOT_UNKNOWN_MODEL: '這個型號還不認識。可以透過認識它的閘道加進來。',
    MIOT_THERE_ALREADY: '這台裝置已經在家裡了。',
  },
  en: {
    MIOT_NO_ANSWER: 'The device does not answer. See whether it is on, and whether address and token are right.',
    MIOT_NOT_REACHABLE: 'This server does not reach this address. Whoever runs it has to name its networks first.',
    MIOT_UNKNOWN_MODEL: 'This model is not known yet. It can come in through a gateway that knows it.',
    MIOT_THERE_ALREADY: 'This device is in the home already.',
  },
};
