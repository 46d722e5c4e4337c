import { say } from '@kept/policy';

/** Chapter 6: the safety guarantee. */
export const keeping = {
  '6.1': {
    title: say('怎么保护', '怎麼保護', 'How we protect it'),
    sentence: say(
      '机房、技术、规矩一起上，防着不该看的人看；加密、遮住是谁，不比同行差。碰得到的人都签了保密，**失职的受处分或走人**。',
      '機房、技術、規矩一起來，防著不該看的人看；加密、遮住是誰，不比同業差。碰得到的人都簽了保密，**失職的受懲處或走人**。',
      'Buildings, technology and rules keep out whoever has no business there; encrypting and hiding who it is about is done no worse than elsewhere. Everybody who can reach data is sworn to secrecy, **and disciplined or dismissed for breaking it**.',
    ),
  },
  '6.2': {
    title: say('出了事怎么说', '出了事怎麼說', 'If something goes wrong'),
    sentence: say(
      '信息出了事，**尽快告诉你**：出了什么事、会怎样、做了什么、你能防什么、怎么补救。人太多就发公告，也报给主管部门；害到你的，我们担责。',
      '資料出了事，**盡快告訴你**：出了什麼事、會怎樣、做了什麼、你能防什麼、怎麼補救。人太多就發公告，也通報主管機關；害到你的，我們負責。',
      'If data is hit **we tell you soon**: what happened, what may come of it, what we did or will do, what you can do, how we make good. Where there are too many to tell, by announcement; the authority hears it too. If you were harmed, we answer for it.',
    ),
  },
  '6.3': {
    title: say('认证', '認證', 'Certified'),
    sentence: say(
      '安全制度参照国际标准，有**ISO/IEC 27001:2013**认证，第三方定期来审。',
      '安全制度參照國際標準，有**ISO/IEC 27001:2013**認證，第三方定期稽核。',
      'Security follows international standards: it is certified to **ISO/IEC 27001:2013** and audited by others regularly.',
    ),
  },
  '6.4': {
    title: say('网上没有万无一失', '網路上沒有萬無一失', 'Nothing online is perfectly safe'),
    sentence: say(
      '密码设得复杂些，别告诉人；发现漏了，马上找我们。**是我们的防护出了错，我们担**。',
      '密碼設得複雜些，別告訴人；發現外洩，馬上找我們。**是我們的防護出了錯，我們負責**。',
      'Choose a complex password and tell nobody; if it or your data is out, call us at once. **Where our own protection failed, we answer for it**.',
    ),
  },
} as const;
