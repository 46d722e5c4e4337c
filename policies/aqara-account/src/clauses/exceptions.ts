import { say } from '@kept/policy';

/** Chapter 2 (3): the eleven situations in which the text says that no consent is needed. */
export const exceptions = {
  '2.3': {
    title: say('不用问你的情形', '不必問你的情形', 'When we need not ask'),
    sentence: say(
      '只有下面十一种情形可以不问。哪一种都得说得出名目，留下记录。',
      '只有下面十一種情形可以不問。哪一種都要說得出名目，留下紀錄。',
      'There are eleven situations in which we need not ask. Each has to be named when it is used, and leaves a record.',
    ),
  },
  '2.3.1': {
    title: say('法律要我们做', '法律要我們做', 'The law requires it of us'),
    sentence: say(
      '法律给我们定了本分，不用这些信息就尽不到。',
      '法律給我們定了責任，不用這些資料就盡不到。',
      'The law gives us a duty that we cannot meet without the data.',
    ),
  },
  '2.3.2': {
    title: say('国家安全', '國家安全', 'National security'),
    sentence: say(
      '事情直接关系到国家安全和国防。',
      '事情直接關係到國家安全和國防。',
      'The matter bears directly on national security or defence.',
    ),
  },
  '2.3.3': {
    title: say('公共安全和公共卫生', '公共安全與公共衛生', 'Public safety and health'),
    sentence: say(
      '事情直接关系到大家的安全、健康或重大利益。',
      '事情直接關係到大家的安全、健康或重大利益。',
      'The matter bears directly on the safety, health or vital interest of everybody.',
    ),
  },
  '2.3.4': {
    title: say('办案', '辦案', 'Criminal proceedings'),
    sentence: say(
      '警察、检察院、法院在查案、审案或执行，直接要用到。',
      '警察、檢察官、法院在查案、審案或執行，直接要用到。',
      'Police, prosecutors or courts need it directly to investigate, try or carry out a sentence.',
    ),
  },
  '2.3.5': {
    title: say('救急', '救急', 'Emergencies'),
    sentence: say(
      '为了保住谁的命或要紧的财产，一时又问不到本人。',
      '為了保住誰的命或要緊的財產，一時又問不到本人。',
      'Somebody’s life or important property is at stake and the person cannot be asked in time.',
    ),
  },
  '2.3.6': {
    title: say('你自己公开的', '你自己公開的', 'What you made public'),
    sentence: say('那是你自己摆到大家面前的。', '那是你自己攤在大家面前的。', 'You put it before the public yourself.'),
  },
  '2.3.7': {
    title: say('履行合同', '履行契約', 'A contract you asked for'),
    sentence: say(
      '你要我们办的事，缺了它就签不成、办不到。',
      '你要我們辦的事，缺了它就簽不成、辦不到。',
      'Without it we could not conclude or keep a contract that you asked for.',
    ),
  },
  '2.3.8': {
    title: say('合法公开的来源', '合法公開的來源', 'Lawful public sources'),
    sentence: say(
      '从新闻、政府公告这类正当公开的地方看到的。',
      '從新聞、政府公告這類正當公開的地方看到的。',
      'It comes from a lawful public source such as the news or a government notice.',
    ),
  },
  '2.3.9': {
    title: say('让服务稳当', '讓服務穩定', 'Keeping the service up'),
    sentence: say(
      '不用它就守不住安全，也修不好毛病。',
      '少了它就守不住安全，也排除不了故障。',
      'Without it the service could not be kept safe or its faults put right.',
    ),
  },
  '2.3.10': {
    title: say('新闻报道', '新聞報導', 'News reporting'),
    sentence: say(
      '处理信息的是新闻单位，报道又正当。我们不是新闻单位，用不上这一条。',
      '處理資料的是新聞單位，報導又正當。我們不是新聞單位，用不上這一條。',
      'The one who uses it is a news organisation reporting lawfully. We are not one, so we cannot rely on this.',
    ),
  },
  '2.3.11': {
    title: say('学术研究', '學術研究', 'Research'),
    sentence: say(
      '研究机构为公益做统计或研究，拿出去的结果里认不出人。',
      '研究機構為公益做統計或研究，拿出去的結果裡認不出人。',
      'A research body works for the public good and nobody can be recognised in what it publishes.',
    ),
  },
} as const;
