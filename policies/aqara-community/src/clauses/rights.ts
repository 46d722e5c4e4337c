import { say } from '@kept/policy';

/** Chapters 5 to 8: how long data is kept, what a member may ask for, and where it goes. */
export const rights = {
  '5': {
    title: say('存多久', '存多久', 'How long'),
    sentence: say(
      '**用得着才留**，法律要留的另算。用不着了，官司和约定也用不上了，凡是能连到某个人的，删掉。',
      '**用得到才留**，法律要留的另計。用不到了，訴訟和約定也用不上了，凡是能連到某個人的，刪掉。',
      'We keep it **while it is needed**, or while a law wants or allows it. Once neither that nor a dispute or agreement needs it, whatever can be tied to somebody is erased.',
    ),
  },
  '6': {
    title: say('查阅、更正、删除', '查閱、更正、刪除', 'See it, correct it, delete it'),
    sentence: say(
      '我们手里关于你的，你能看、能改、能删，先核实是你，在当地法律的期限里答复。一般不收钱，查阅可能收一点；有几种情形可以不给看，但**要说明白**。',
      '我們手上跟你有關的，你能看、能改、能刪，先核實是你，在當地法律的期限裡答覆。一般不收費，查閱可能收一點；有幾種情形可以不給看，但**要說明白**。',
      'What we hold about you, you may see, change and delete. We first see that it is you, then answer in the time that your law sets. Free as a rule, though seeing may cost a little; in some cases it may be kept back, **with the reason**.',
    ),
  },
  '7': {
    title: say('收回同意', '收回同意', 'Taking back a yes'),
    sentence: say(
      '答应过的，**写封信就能收回**：收集、使用、给别人，收回哪件停哪件。有的停了，社区可能就用不了。',
      '答應過的，**寫封信就能收回**：蒐集、使用、給別人，收回哪件停哪件。有的停了，社群可能就不能用。',
      'Whatever you agreed to, to collecting, using or sharing, **a letter takes it back**, and that much stops. Without some of it the community may not work.',
    ),
  },
  '8': {
    title: say('离开你住的国家', '離開你住的國家', 'Leaving where you live'),
    sentence: say(
      '信息可能去我们在**德国、印度、新加坡、俄罗斯、中国、美国**的机房，或者去别国的关联公司和帮手那里；那边的法律，护得未必和你当地一样。去之前照你当地的法律备好保障；去了哪里，答应你的都算数。',
      '資料可能去我們在**德國、印度、新加坡、俄羅斯、中國、美國**的機房，或者去別國的關係企業和幫手那裡；那邊的法律，保護得未必和你當地一樣。去之前照你當地的法律備好保障；去了哪裡，答應你的都算數。',
      'Data may go to our data centres in **Germany, India, Singapore, Russia, China and the United States**, or to affiliates and helpers abroad, where the law may protect you less; it goes with the safeguards that your own law asks for. Wherever it is, what we promised holds.',
    ),
  },
} as const;
