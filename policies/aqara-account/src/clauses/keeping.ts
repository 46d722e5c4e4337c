import { say } from '@kept/policy';

/** Chapters 5 and 6: how data is protected, where it lives and for how long. */
export const keeping = {
  '5.1': {
    title: say('怎么保护', '怎麼保護', 'How we protect it'),
    sentence: say(
      '防着不该看的人看、不该改的人改，也防着弄丢。技术、机房和规矩一起上。',
      '防著不該看的人看、不該改的人改，也防著弄丟。技術、機房和規矩一起來。',
      'We guard it against being seen or changed by the wrong people, and against loss: technology, buildings and rules together.',
    ),
  },
  '5.2': {
    title: say('加密，海外的不回传', '加密，海外的不回傳', 'Sealed, and kept abroad if it was born abroad'),
    sentence: say(
      '路上加密，柜里上锁，登录可以多一道验证。存在海外的信息，去掉认得出你的部分之前，**不回中国大陆**。',
      '傳輸加密，存放上鎖，登入可以多一道驗證。存在海外的資料，去掉認得出你的部分之前，**不回中國大陸**。',
      'Encrypted on the way, locked where it rests, with a second step at sign-in if you like. Data stored abroad **does not come to mainland China** until whatever shows who you are has been taken out.',
    ),
  },
  '5.3': {
    title: say('你也搭把手', '你也出一份力', 'Your part, and ours'),
    sentence: say(
      '网上没有万无一失。密码设得难猜些，别告诉人；觉得泄露了，马上找我们。**是我们的错，我们担**。',
      '網路上沒有萬無一失。密碼設得難猜些，別告訴人；覺得外洩了，馬上找我們。**是我們的錯，我們負責**。',
      'Nothing online is perfectly safe. Choose a password that is hard to guess and tell nobody; if you think it is out, call us at once. **If it was our fault, we answer for it**.',
    ),
  },
  '5.4': {
    title: say('出了事怎么说', '出了事怎麼說', 'If something goes wrong'),
    sentence: say(
      '信息出了事，**尽快告诉你**：出了什么事、会怎样、我们做了什么、你能做什么、怎么补救。也报给主管部门。',
      '資料出了事，**盡快告訴你**：出了什麼事、會怎樣、我們做了什麼、你能做什麼、怎麼補救。也通報主管機關。',
      'If data is hit **we tell you soon**: what happened, what may come of it, what we did, what you can do and how we make good. The authority hears it too.',
    ),
  },
  '6.1': {
    title: say('存多久', '存多久', 'How long'),
    sentence: say(
      '**用得着才留**，留到够用为止。你删了、销了户，我们就跟着删掉；法律要多留的，只留那一点。',
      '**用得到才留**，留到夠用為止。你刪了、註銷了帳戶，我們就跟著刪掉；法律要多留的，只留那一點。',
      'We keep it **while it is needed and no longer**. When you delete it or close the account, it goes; what a law wants kept is all that stays.',
    ),
  },
  '6.2': {
    title: say('存在哪里', '存在哪裡', 'Where it lives'),
    sentence: say(
      '在中国大陆收的，就**放在中国大陆**。哪天要送出境，先告诉你，再单独问你。',
      '在中國大陸蒐集的，就**放在中國大陸**。哪天要送出境，先告訴你，再單獨問你。',
      'What is collected in mainland China **stays in mainland China**. If it is ever to go abroad we tell you first and ask you separately.',
    ),
  },
} as const;
