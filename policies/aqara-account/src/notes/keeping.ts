import { say } from '@kept/policy';

/** The same for chapters 5 to 10. */
export const keepingNotes = [
  {
    kind: 'blank',
    clause: '5.2',
    text: say(
      '两步验证的密钥、备用码和通行密钥，清单里没有。原文说登录可以用验证码加一道锁，这几样就是那道锁：你打开才有，关上就清。',
      '兩步驟驗證的金鑰、備用碼和通行密鑰，清單裡沒有。原文說登入可以用驗證碼加一道鎖，這幾項就是那道鎖：你開啟才有，關閉就清。',
      'The list lacks what a second step needs: its key, backup codes, passkeys. The text offers a code for more safety at sign-in, and this is that lock: there once you turn it on, gone when you turn it off.',
    ),
  },
  {
    kind: 'blank',
    clause: '5.2',
    text: say(
      '原文没写海外的服务器在哪儿，这里放在新加坡。不住在中国大陆的人，都放那里。',
      '原文沒寫海外的伺服器在哪裡，這裡放在新加坡。不住在中國大陸的人，都放那裡。',
      'The text does not name the place abroad; here it is Singapore, for everybody who does not live in mainland China.',
    ),
  },
  {
    kind: 'besides',
    clause: '5.3',
    text: say(
      '密码外泄了，退出所有登录、改密码，再写信给我们。',
      '密碼外洩了，登出所有裝置、改密碼，再寫信給我們。',
      'If your password is out: end all sign-ins, change it, then write to us.',
    ),
  },
  {
    kind: 'blank',
    clause: '5.4',
    text: say(
      '原文只说“及时”。这里给自己定：知道以后七十二小时内告诉你；够大的事，四小时内先报主管部门。',
      '原文只說「及時」。這裡給自己訂：知道以後七十二小時內告訴你；夠大的事，四小時內先通報主管機關。',
      'The text says “in time”. We set ourselves seventy-two hours from knowing to tell you, and four to tell the authority of anything large.',
    ),
  },
  {
    kind: 'blank',
    clause: '6.1',
    text: say(
      '原文只说“最短”，没有数目。验证码一小时、登录记录三十天、设备安全记录六个月，是这里定的。原文许可匿名化，这里一律删掉。',
      '原文只說「最短」，沒有數目。驗證碼一小時、登入紀錄三十天、裝置安全紀錄六個月，是這裡訂的。原文允許匿名化，這裡一律刪掉。',
      'The text says “the shortest” without a number. One hour for codes, thirty days for sign-ins, six months for device security records are ours. Where it allows making anonymous, here it is always deleted.',
    ),
  },
  {
    kind: 'stricter',
    clause: '7.1',
    text: say(
      '原文说备份要等更新时才清。这里先毁掉你的钥匙，备份当场就读不出来。',
      '原文說備份要等更新時才清。這裡先銷毀你的鑰匙，備份當場就讀不出來。',
      'The text clears backups when they are renewed. Here your key is destroyed first, so that backups cannot be read from that moment.',
    ),
  },
  {
    kind: 'stricter',
    clause: '7.2',
    text: say(
      '原文叫你写信来撤回。这里在“我的选择”里按一下就行，和答应一样容易。',
      '原文請你寫信來撤回。這裡在「我的選擇」裡按一下就好，和答應一樣容易。',
      'The text asks for a letter to take consent back. Here it is one press under Choices, as easy as giving it.',
    ),
  },
  {
    kind: 'blank',
    clause: '7.3',
    text: say(
      '原文说要看情况才决定准不准注销，只举了欠款一例。从宽：只有欠着的没结清才等。',
      '原文說要看情況才決定准不准註銷，只舉了欠款一例。從寬：只有欠著的沒結清才等。',
      'The text wants to judge whether an account may close, and gives one example, debt. Read for the person: only something still owed makes it wait.',
    ),
  },
  {
    kind: 'conflict',
    clause: '7.9',
    text: say(
      '一处说核实后十五天，一处说十五个工作日。请求按十五天，一般来信按十五个工作日。',
      '一處說核實後十五天，一處說十五個工作天。請求按十五天，一般來信按十五個工作天。',
      'The text says fifteen days after we know it is you, and elsewhere fifteen working days. Requests go by the days, other letters by the working days.',
    ),
  },
  {
    kind: 'stricter',
    clause: '7.9',
    text: say(
      '身份证明只在你没登录、又核不出是你时才要，核完就删。',
      '身分證明只在你沒登入、又核不出是你時才要，核完就刪。',
      'Proof of identity is asked only when you are not signed in and nothing else tells it is you, and is deleted once checked.',
    ),
  },
  {
    kind: 'conflict',
    clause: '8.1',
    text: say(
      '原文说只给成人用，又把不满十四岁才叫儿童。十四到十七岁的人可以开账号，但做生意的功能和加盟不开。',
      '原文說只給成人用，又把未滿十四歲才叫兒童。十四到十七歲的人可以開帳戶，但做生意的功能和加盟不開。',
      'The text is for adults only, yet calls children only those under fourteen. From fourteen to seventeen one may have an account, but not the business functions or a partnership.',
    ),
  },
  {
    kind: 'blank',
    clause: '8.1',
    text: say(
      '原文只说“尽快”删，没写几天。这里发现当天就封存，两个人看过马上删，最晚三天；事后补的监护人同意，不能把账号留下。',
      '原文只說「盡快」刪，沒寫幾天。這裡發現當天就封存，兩個人看過馬上刪，最晚三天；事後補的監護人同意，不能把帳戶留下。',
      'The text deletes “as soon as possible” and has no number. Here what is found is withheld at once and deleted when two people have looked, within three days; a guardian’s yes that comes afterwards keeps no account.',
    ),
  },
  {
    kind: 'stricter',
    clause: '8.2',
    text: say(
      '原文说，改了以后接着用就算接受。这里不算：新收的、新用法，要等你答应。',
      '原文說，改了以後接著用就算接受。這裡不算：新蒐集的、新用法，要等你答應。',
      'The text takes going on for accepting a change. Not here: new data and new uses wait for your yes.',
    ),
  },
  {
    kind: 'besides',
    clause: '9',
    text: say(
      '从这里点出去的网站，各有各的规矩，我们管不到。',
      '從這裡點出去的網站，各有各的規矩，我們管不到。',
      'Sites you reach from here have rules of their own, beyond our say.',
    ),
  },
] as const;
