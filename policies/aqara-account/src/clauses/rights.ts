import { say } from '@kept/policy';

/** Chapter 7: what a person may do, and how we answer. */
export const rights = {
  '7.1': {
    title: say('查阅、更正、删除', '查閱、更正、刪除', 'See it, correct it, delete it'),
    sentence: say(
      '我们手里关于你的，**你能看、能改、能删**。该删的删了就不再用；备份里的，轮换时一起清掉。',
      '我們手上跟你有關的，**你能看、能改、能刪**。該刪的刪了就不再用；備份裡的，輪替時一併清掉。',
      'What we hold about you, **you may see, change and delete**. Once deleted it is used no more; copies in backups go as the backups are renewed.',
    ),
  },
  '7.2': {
    title: say('改主意、撤回同意', '改變主意、撤回同意', 'Changing your mind'),
    sentence: say(
      '答应过的，**随时能收回**。收回以后那项服务停下，之前做过的不算错，别的照旧。',
      '答應過的，**隨時能收回**。收回以後那項服務停下，之前做過的不算錯，其他照舊。',
      'Whatever you agreed to you can **take back at any time**. That service stops; what was done before stands, and all else goes on.',
    ),
  },
  '7.3': {
    title: say('注销账号', '註銷帳戶', 'Closing the account'),
    sentence: say(
      '账号**说销就销**。只有还欠着的没结清，才要等一等；欠什么，会告诉你。',
      '帳戶**說註銷就註銷**。只有還欠著的沒結清，才要等一等；欠什麼，會告訴你。',
      'The account **closes when you say so**. Only something still owed makes it wait, and we tell you what.',
    ),
  },
  '7.4': {
    title: say('要求解释', '要求解釋', 'Ask why'),
    sentence: say(
      '哪一条规矩看不明白，问我们，**我们讲给你听**。',
      '哪一條規矩看不明白，問我們，**我們講給你聽**。',
      'If any of these rules is not clear, ask and **we explain it**.',
    ),
  },
  '7.5': {
    title: say('转移', '資料可攜', 'Take it elsewhere'),
    sentence: say(
      '想把信息**转给别家**，合乎国家规定的，我们给你铺路。',
      '想把資料**轉給別家**，符合國家規定的，我們幫你鋪路。',
      'To **move your data to somebody else**, we open the way where the state’s rules allow it.',
    ),
  },
  '7.6': {
    title: say('拿一份副本', '拿一份副本', 'Get a copy'),
    sentence: say(
      '你的信息，你**随时能要一份**带走。',
      '你的資料，你**隨時能要一份**帶走。',
      'You may **have a copy** of your own data to keep.',
    ),
  },
  '7.7': {
    title: say('限制或拒绝', '限制或拒絕', 'Restrict or refuse'),
    sentence: say(
      '你可以叫我们**先停手**，或者干脆别用。停了的那部分服务，可能就用不了。',
      '你可以叫我們**先停手**，或者乾脆別用。停了的那部分服務，可能就不能用。',
      'You may tell us to **pause**, or to leave it alone. The part of the service that needs it may then not work.',
    ),
  },
  '7.8': {
    title: say('亲人过世以后', '親人過世以後', 'When someone has died'),
    sentence: say(
      '至亲有正当的缘由，可以**看、抄、改、删**故人的信息；他生前另有交代的，照他的意思办。',
      '至親有正當的理由，可以**看、抄、改、刪**往生者的資料；他生前另有交代的，照他的意思辦。',
      'Close family with a rightful reason may **see, copy, correct and delete** the data of someone who died, unless that person wished otherwise.',
    ),
  },
  '7.9': {
    title: say('怎么答复你', '怎麼答覆你', 'How we answer'),
    sentence: say(
      '核实是你，**十五天内答复**，不收钱。没完没了重复的，可能收点成本；实在做不到或会害到别人的，可以不办，但要说明白。',
      '核實是你，**十五天內答覆**，不收錢。一再重複的，可能收點成本；實在做不到或會害到別人的，可以不辦，但要說明白。',
      'Once we know it is you, an answer comes **within fifteen days**, free. Endless repeats may cost a little; what cannot be done, or would harm others, may be refused, with the reason.',
    ),
  },
} as const;
