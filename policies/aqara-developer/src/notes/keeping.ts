import { say } from '@kept/policy';

/** The same for chapter 6: where data is, and how it is guarded. */
export const keepingNotes = [
  {
    kind: 'blank',
    clause: '6.1',
    text: say(
      '信息放在哪个国家，原文没写。这里放在公司所在的中国大陆，不送去别处。',
      '資料放在哪個國家，原文沒寫。這裡放在公司所在的中國大陸，不送去別處。',
      'In which country data lies the text does not say. Here it is mainland China, where the company is, and it goes nowhere else.',
    ),
  },
  {
    kind: 'conflict',
    clause: '6.1',
    text: say(
      '加密、去标识化、匿名化那几个字，原文还套着方括号，像是模板没改完。当作都答应了。',
      '加密、去識別化、匿名化那幾個字，原文還套著方括號，像是範本沒改完。當作都答應了。',
      'Encryption, de-identification and anonymisation still stand in square brackets, as in a form that was not filled in. They are read as promised, all three.',
    ),
  },
  {
    kind: 'blank',
    clause: '6.2',
    text: say(
      '原文只说“及时”。这里给自己定：知道以后七十二小时内告诉你；够大的事，四小时内先报主管部门。',
      '原文只說「及時」。這裡給自己訂：知道以後七十二小時內告訴你；夠大的事，四小時內先通報主管機關。',
      'The text says “promptly”. We set ourselves seventy-two hours from knowing to tell you, and four to tell the authority of anything large.',
    ),
  },
  {
    kind: 'besides',
    clause: '6.2',
    text: say(
      '因为我们害到你的正当权益，法律责任由我们担。',
      '因為我們害到你的正當權益，法律責任由我們負。',
      'Where what you are entitled to was harmed, the legal responsibility is ours.',
    ),
  },
  {
    kind: 'conflict',
    clause: '6.3',
    text: say(
      '原文有时叫“绿米”，有时叫“Aqara”。当作同一家公司。',
      '原文有時叫「綠米」，有時叫「Aqara」。當作同一家公司。',
      'The text says now Lumi, now Aqara. Both are read as the one company.',
    ),
  },
  {
    kind: 'besides',
    clause: '6.4',
    text: say(
      '账号、密码或信息漏了，马上打电话或写信来。',
      '帳號、密碼或資料外洩了，馬上打電話或寫信來。',
      'If your account, password or data is out, call or write at once.',
    ),
  },
] as const;
