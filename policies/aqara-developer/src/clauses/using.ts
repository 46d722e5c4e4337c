import { say } from '@kept/policy';

/** Chapter 4: how the data is used. */
export const using = {
  '4.1': {
    title: say('开账号', '開帳戶', 'Your account'),
    sentence: say(
      '手机号、邮箱和你自己设的密码，用来开账号、认出是你。',
      '手機號碼、電子郵件和你自己設的密碼，用來開帳戶、認出是你。',
      'Phone number, e-mail address and a password of your own open the account and tell that it is you.',
    ),
  },
  '4.2': {
    title: say('开放服务', '開放服務', 'The open service'),
    sentence: say(
      '让开放服务跑起来、跑得住：答你的问题、给技术支持、管安装和维护。',
      '讓開放服務運作、穩定運作：回答你的問題、提供技術支援、負責安裝與維護。',
      'To run and maintain the open service: answers about solutions, technical support, installation and upkeep.',
    ),
  },
  '4.3': {
    title: say('改进', '改進', 'Making it better'),
    sentence: say(
      '分析产品和服务用下来的数据，好把它们做得更好；**先问你，不答应也能用**。',
      '分析產品與服務使用的資料，好把它們做得更好；**先問你，不答應也能用**。',
      'Studying how products and services are used makes them better. **We ask first, and you may say no and use them all the same**.',
    ),
  },
  '4.4': {
    title: say('安全、实名、存储', '安全、實名、儲存', 'Safety, real names, storage'),
    sentence: say(
      '名字是不是真的，注册时要核；另外还拿来保障安全、防范欺诈、做客服、存储和备份。证件一类的，**单独问你**，核完就删。',
      '名字是不是真的，註冊時要核對；另外還用來保障安全、防範詐騙、做客服、儲存與備份。證件一類的，**單獨問你**，核完就刪。',
      'Registering takes a check that your name is real; data also serves safety, watching for fraud, customer service, storage and backup. Identity papers are **asked for separately** and deleted once checked.',
    ),
  },
  '4.5': {
    title: say('反馈', '意見回饋', 'Feedback'),
    sentence: say(
      '你愿意提的反馈，记下来跟进，可能联系你。',
      '你願意提供的意見，記下來追蹤，可能聯絡你。',
      'Feedback that you choose to give is kept on record, and we may get in touch about it.',
    ),
  },
  '4.6': {
    title: say('消息', '訊息', 'Messages'),
    sentence: say(
      '只发要紧的：资源评审有了结果，政策或条款变了。',
      '只發要緊的：資源審核有了結果，政策或條款變了。',
      'Only what matters: what became of the resources you applied for, and changes of policies or terms.',
    ),
  },
  '4.7': {
    title: say('别的用法', '別的用法', 'Any other use'),
    sentence: say(
      '上面没写的用法，**没有你的许可就不用**。',
      '上面沒寫的用法，**沒有你的許可就不用**。',
      'A use that is not written above needs **your permission, or is not made**.',
    ),
  },
} as const;
