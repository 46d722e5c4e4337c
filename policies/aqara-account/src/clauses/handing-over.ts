import { say } from '@kept/policy';

/** Chapters 3 and 4: cookies, and every way in which data leaves us. */
export const handingOver = {
  '3': {
    title: say('Cookie', 'Cookie', 'Cookies'),
    sentence: say(
      'Cookie只用来记住你的偏好、看看哪里好用哪里不好用，**不拿去做广告**。你随时能清掉、能拦住。',
      'Cookie只用來記住你的偏好、看看哪裡好用哪裡不好用，**不拿去做廣告**。你隨時能清掉、能擋下。',
      'Cookies remember your preferences and show us what works and what does not, **never for adverts**. Clear them or block them whenever you like.',
    ),
  },
  '4.1': {
    title: say('委托处理', '委託處理', 'Working on our behalf'),
    sentence: say(
      '请别家代办，只给办事用得着的那一点，能不露出是谁就不露，也**不许挪作他用**。',
      '請別家代辦，只給辦事用得著的那一點，能不露出是誰就不露，也**不准挪作他用**。',
      'Whoever works for us gets only what the job takes, without showing who you are wherever that can be, and may use it **for nothing else**.',
    ),
  },
  '4.2': {
    title: say('共享', '共享', 'Sharing'),
    sentence: say(
      '你的信息**不给外人**，除了下面八种情形。真接进来的外家，名字、拿什么、做什么，都列出来。',
      '你的資料**不給外人**，除了下面八種情形。真接進來的外家，名字、拿什麼、做什麼，都列出來。',
      'Your data goes **to nobody outside**, save in eight situations. Every outside company is named, with what it gets and what for.',
    ),
  },
  '4.2.1': {
    title: say('你先答应了', '你先答應了', 'You agreed first'),
    sentence: say(
      '给谁、给什么，先问清楚你，**你点了头**。',
      '給誰、給什麼，先問清楚你，**你點了頭**。',
      'We told you who and what, and **you said yes**.',
    ),
  },
  '4.2.2': {
    title: say('依法必须给', '依法必須給', 'The law compels us'),
    sentence: say(
      '法律、政府或法院强制要，我们不给不行。',
      '法律、政府或法院強制要，我們不給不行。',
      'A law, an authority or a court compels us.',
    ),
  },
  '4.2.3': {
    title: say('防止有人受害', '防止有人受害', 'To keep somebody from harm'),
    sentence: say(
      '不给，就有人的钱财或安全要吃亏，法律也准许。',
      '不給，就有人的財產或安全要受害，法律也准許。',
      'Somebody’s property or safety would suffer otherwise, and the law allows it.',
    ),
  },
  '4.2.4': {
    title: say('不给就办不成', '不給就辦不成', 'It cannot be done otherwise'),
    sentence: say(
      '你要的功能，不经过那一家就做不出来，比如发短信。',
      '你要的功能，不經過那一家就做不出來，例如發簡訊。',
      'What you asked for cannot be done without them: sending a text message, for one.',
    ),
  },
  '4.2.5': {
    title: say('你托我们调解', '你請我們調解', 'You asked us to settle something'),
    sentence: say(
      '你跟别人有争执，要我们出面处理。',
      '你跟別人有爭執，要我們出面處理。',
      'You have a dispute with somebody and want us to deal with it.',
    ),
  },
  '4.2.6': {
    title: say('合同里约好的', '契約裡約好的', 'Agreed in a contract'),
    sentence: say(
      '你跟我们签的协议里写好了要给。',
      '你跟我們簽的契約裡寫好了要給。',
      'A contract that you signed with us says so.',
    ),
  },
  '4.2.7': {
    title: say('学术研究', '學術研究', 'Research'),
    sentence: say(
      '拿去做学问。法律没有单给这一条开门，所以我们照样先问你。',
      '拿去做學問。法律沒有單為這一條開門，所以我們照樣先問你。',
      'For scholarly work. The law opens no door for this alone, so we ask you all the same.',
    ),
  },
  '4.2.8': {
    title: say('公共利益和疫情', '公共利益與疫情', 'The common good, an epidemic'),
    sentence: say(
      '合法的公共利益，或者突发的公共卫生事件。',
      '合法的公共利益，或者突發的公共衛生事件。',
      'A lawful common interest, or a sudden emergency of public health.',
    ),
  },
  '4.3': {
    title: say('转让', '轉讓', 'Handing over for good'),
    sentence: say(
      '你的信息不转给别家接手，除了下面两种情形。',
      '你的資料不轉給別家接手，除了下面兩種情形。',
      'Your data is not handed over to another company, save in two situations.',
    ),
  },
  '4.3.1': {
    title: say('你明说可以', '你明說可以', 'You clearly said yes'),
    sentence: say(
      '接手的是谁说清楚了，**你明明白白说了可以**。',
      '接手的是誰說清楚了，**你明明白白說了可以**。',
      'You were told who takes over and **you clearly said yes**.',
    ),
  },
  '4.3.2': {
    title: say('公司合并或关门', '公司合併或結束營業', 'A merger or a closing'),
    sentence: say(
      '公司并了、卖了、关了，会告诉你谁接手、怎么找；接手的照样守这份约定，要换用法，**得重新问你**。',
      '公司合併、出售、結束營業，會告訴你誰接手、怎麼找；接手的照樣守這份約定，要換用法，**得重新問你**。',
      'If the company merges, is sold or closes, we tell you who takes over and how to reach them. They keep to these rules, and a new use **has to ask you again**.',
    ),
  },
  '4.4': {
    title: say('公开披露', '公開揭露', 'Making public'),
    sentence: say(
      '你的信息不摆到大家面前，除了下面两种情形，摆出去也要护好。',
      '你的資料不攤在大家面前，除了下面兩種情形，攤出去也要護好。',
      'Nothing of yours is put before the public, save in two situations, and then with care.',
    ),
  },
  '4.4.1': {
    title: say('你单独答应了', '你單獨答應了', 'You separately said yes'),
    sentence: say(
      '要公开哪一样，**单独问你**；你答应到哪里，就公开到哪里。',
      '要公開哪一項，**單獨問你**；你答應到哪裡，就公開到哪裡。',
      'We **ask you separately** about each thing, and go exactly as far as you said.',
    ),
  },
  '4.4.2': {
    title: say('公布违规', '公布違規', 'Publishing a violation'),
    sentence: say(
      '严重违规可能被公布的，是事情和处理，不是人：**没有你的单独同意**，认得出你的信息不放出去。',
      '嚴重違規可能被公布的，是事情和處理，不是人：**沒有你的單獨同意**，認得出你的資料不放出去。',
      'What may be published about a grave violation is the deed and what we did, not the person: nothing that shows who you are goes out **without your separate consent**.',
    ),
  },
} as const;
