import { say } from '@kept/policy';

/** Headings 8 to 12. */
export const rightsNotes = [
  {
    kind: 'blank',
    clause: '8.2',
    text: say(
      '多久答复，原文交给法律。加州四十五天；别处取各地法律里最短的，十个工作日。怎么核实是你也没说：登录着就算，否则验证码或书面请求。',
      '多久答覆，原文交給法律。加州四十五天；別處取各地法律裡最短的，十個工作天。怎麼核實是你也沒說：登入著就算，否則驗證碼或書面請求。',
      'By when you get an answer is left to the law. In California it is forty-five days; elsewhere the shortest of the laws, ten working days. Nor is it said how we tell that it is you: being signed in, else a code or a written request.',
    ),
  },
  {
    kind: 'blank',
    clause: '8.2',
    text: say(
      '看、改、删，原文没说可以向谁投诉；法律给的门路照样在。',
      '看、改、刪，原文沒說可以向誰申訴；法律給的管道照樣在。',
      'The text names no authority to complain to; what the law offers is there all the same.',
    ),
  },
  {
    kind: 'stricter',
    clause: '8.2',
    text: say(
      '备份一时删不掉的，原文说先隔开。这里先毁掉你的钥匙，备份当场就读不出来。',
      '備份一時刪不掉的，原文說先隔開。這裡先銷毀你的鑰匙，備份當場就讀不出來。',
      'What cannot leave a backup at once the text sets apart. Here your key is destroyed first, so that backups cannot be read from that moment.',
    ),
  },
  {
    kind: 'stricter',
    clause: '8.3',
    text: say(
      '收回同意，原文叫你发邮件，再等“合理的时间”。这里在“我的选择”里按一下，当场停。',
      '撤回同意，原文請你寄電子郵件，再等「合理的時間」。這裡在「我的選擇」裡按一下，當場停。',
      'To take consent back the text wants an e-mail and “a reasonable time”. Here it is one press under Choices, and it stops at once.',
    ),
  },
  {
    kind: 'stricter',
    clause: '8.4',
    text: say(
      '原文说注销有时会被挡住或拖延，没说什么时候。没说的不算：这里不挡，也不拖。',
      '原文說註銷有時會被阻止或延遲，沒說什麼時候。沒說的不算：這裡不擋，也不拖。',
      'The text says that closing is sometimes prevented or delayed, not when. What is not said does not count: here it is neither.',
    ),
  },
  {
    kind: 'blank',
    clause: '9',
    text: say(
      '“欧洲”是哪个国家，原文没说；这里是德国，管欧洲经济区、英国和瑞士。其余没有机房的地方，都放在新加坡。',
      '「歐洲」是哪個國家，原文沒說；這裡是德國，管歐洲經濟區、英國和瑞士。其餘沒有機房的地方，都放在新加坡。',
      'Which country “Europe” is the text does not say; here Germany, for the European Economic Area, the United Kingdom and Switzerland. Whoever lives where there is no data centre has theirs in Singapore.',
    ),
  },
  {
    kind: 'stricter',
    clause: '9',
    text: say(
      '原文说，给了信息就算同意存在那里。这里不算。中国大陆和俄罗斯的，原文只说法律准许才出境；出中国大陆，这里还要单独问你。',
      '原文說，給了資料就算同意存在那裡。這裡不算。中國大陸和俄羅斯的，原文只說法律准許才出境；出中國大陸，這裡還要單獨問你。',
      'The text takes giving data for agreeing to where it is kept. Not here. From mainland China and Russia it lets data go where the law allows; out of mainland China you are asked separately as well.',
    ),
  },
  {
    kind: 'besides',
    clause: '9',
    text: say(
      '你所在的地方和存放信息的地方，执法部门都可能依法要求看。',
      '你所在的地方和存放資料的地方，執法部門都可能依法要求看。',
      'The authorities of where you are, and of where data is kept, may lawfully ask to see it.',
    ),
  },
  {
    kind: 'conflict',
    clause: '9',
    text: say(
      '原文说欧洲经济区另有一份政策，接着又写了给区外第三方的条件。那一份不在这里，在它写进来之前，照这一份，出区要标准合同条款。',
      '原文說歐洲經濟區另有一份政策，接著又寫了給區外第三方的條件。那一份不在這裡，在它寫進來之前，照這一份，出區要標準契約條款。',
      'The text says that a policy of its own holds in the European Economic Area, and then writes what holds for leaving it. That policy is not here; until it is, this one holds, and leaving takes standard clauses.',
    ),
  },
  {
    kind: 'blank',
    clause: '10.1',
    text: say(
      '几岁以下算孩子，原文没说。这里照所在地的法律：中国大陆十四岁，美国十三岁，别处十六岁，不能有账号；到十八岁之前，要监护人答应。',
      '幾歲以下算孩子，原文沒說。這裡照所在地的法律：中國大陸十四歲，美國十三歲，別處十六歲，不能有帳戶；到十八歲之前，要監護人答應。',
      'Below which age one is a child the text does not say. Here it is the law of the place: fourteen in mainland China, thirteen in the United States, sixteen elsewhere, with no account; until eighteen a guardian has to agree.',
    ),
  },
  {
    kind: 'conflict',
    clause: '10.1',
    text: say(
      '原文说不向未成年人要任何信息，附录里却有不满十八岁的注册用户。当作：监护人答应了的可以用。',
      '原文說不向未成年人要任何資料，附錄裡卻有未滿十八歲的註冊使用者。當作：監護人答應了的可以用。',
      'The text asks minors for nothing, yet its appendix has registered users under eighteen. Read as: with a guardian’s yes they may be.',
    ),
  },
  {
    kind: 'blank',
    clause: '10.1',
    text: say(
      '孩子的信息多久删掉，原文没写。这里发现当天就封存：不能有账号的，两个人看过马上删，最晚三天；要监护人答应的，等一周，材料已经交来的等审完。',
      '孩子的資料多久刪掉，原文沒寫。這裡發現當天就封存：不能有帳戶的，兩個人看過馬上刪，最晚三天；要監護人答應的，等一週，文件已經交來的等審完。',
      'By when a child’s data is deleted the text does not say. Here what is found is withheld at once: where there can be no account it goes when two people have looked, within three days; where a guardian may agree, a week is given, and papers that have come by then are looked at first.',
    ),
  },
  {
    kind: 'stricter',
    clause: '10.2',
    text: say(
      '原文说，改了以后接着用就算接受。这里不算：新收的、新用法，要等你答应。',
      '原文說，改了以後接著用就算接受。這裡不算：新蒐集的、新用法，要等你答應。',
      'The text takes going on for accepting a change. Not here: new data and new uses wait for your yes.',
    ),
  },
  {
    kind: 'besides',
    clause: '10.2',
    text: say(
      '这份政策会定期再看一遍；你也不妨隔一阵来看看。',
      '這份政策會定期再看一遍；你也不妨隔一陣子來看看。',
      'The policy is reviewed from time to time; look in now and then.',
    ),
  },
  {
    kind: 'besides',
    clause: '10.3',
    text: say(
      '别家的产品和网站也可能收你的信息，我们管不到，先看看人家怎么说。',
      '別家的產品和網站也可能蒐集你的資料，我們管不到，先看看對方怎麼說。',
      'Other companies’ products and sites may take your data too, beyond our say; read what they say first.',
    ),
  },
  {
    kind: 'blank',
    clause: '11',
    text: say(
      '写信来多久回，原文没说。',
      '寫信來多久回，原文沒說。',
      'By when a letter is answered the text does not say.',
    ),
  },
  {
    kind: 'besides',
    clause: '12',
    text: say(
      '加州这些权利不是绝对的，法律有例外；收集、使用、披露和保存，跟上面写的一样。',
      '加州這些權利不是絕對的，法律有例外；蒐集、使用、揭露和保存，跟上面寫的一樣。',
      'California’s rights are not absolute and have exceptions in the law; data is collected, used, disclosed and kept there as is written above.',
    ),
  },
  {
    kind: 'blank',
    clause: '12.1',
    text: say(
      '四十五天从哪天算起，原文没说。从严：从收到那天算。',
      '四十五天從哪天算起，原文沒說。從嚴：從收到那天算。',
      'From when the forty-five days run the text does not say. The stricter holds: from the day a request arrives.',
    ),
  },
  {
    kind: 'conflict',
    clause: '12.2',
    text: say(
      '附录叫人登录“Aqara Home”的账号，别处都是智米的账号。当作笔误，照智米账号办。',
      '附錄叫人登入「Aqara Home」的帳戶，別處都是智米的帳戶。當作筆誤，照智米帳戶辦。',
      'The appendix has you sign in to an “Aqara Home” account; all else speaks of Smartmi’s. Read as a slip for the Smartmi account.',
    ),
  },
  {
    kind: 'stricter',
    clause: '12.2',
    text: say(
      '公开发出来的，原文没说要不要单独答应；这里要，不答应就只有你看得见。撤下，别处的人也能在自己的账号里删。',
      '公開發出來的，原文沒說要不要單獨答應；這裡要，不答應就只有你看得到。撤下，別處的人也能在自己的帳戶裡刪。',
      'Whether posting in public takes a separate yes the text does not say; here it does, and until then only you see it. Elsewhere too people delete their posts in their account.',
    ),
  },
] as const;
