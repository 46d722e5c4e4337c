/** What a certificate says. */
import { text } from './text.ts';

export const certificate = {
  /** Title and statement, by right. */
  of: {
    closure: {
      title: text('注销凭证', '註銷憑證', 'Certificate of closure'),
      statement: text(
        '此账号的个人信息已**不可读取**：它的密钥已销毁，数据库、日志和此前的备份都无法再打开它。',
        '此帳戶的個人資料已**無法讀取**：它的金鑰已銷毀，資料庫、日誌和先前的備份都無法再打開它。',
        'The personal data of this account is **unreadable**: its key is destroyed, and neither database, log nor any earlier backup can open it.',
      ),
    },
    erasure: {
      title: text('删除凭证', '刪除憑證', 'Certificate of erasure'),
      statement: text(
        '下面列出的信息**已删除**。账号还用得到的留着，注销时一起删。',
        '下面列出的資料**已刪除**。帳戶還用得到的留著，註銷時一起刪。',
        'What is listed below **was deleted**. What the open account needs stays until it is closed.',
      ),
    },
    'content-removal': {
      title: text('撤下凭证', '撤下憑證', 'Certificate of removal'),
      statement: text(
        '你公开发过的**已撤下**，别人看不到了，图片和缩略图也删了。别人另存、转走的，我们收不回来。',
        '你公開發過的**已撤下**，別人看不到了，圖片和縮圖也刪了。別人另存、轉走的，我們收不回來。',
        'What you had made public **was taken down**, pictures and thumbnails too. What others copied or passed on is out of our reach.',
      ),
    },
    restriction: {
      title: text('限制处理凭证', '限制處理憑證', 'Certificate of restriction'),
      statement: text(
        '从现在起，这些处理**停下**了，只有法律要求的除外。',
        '從現在起，這些處理**停下**了，只有法律要求的除外。',
        'From now on this processing **is stopped**, but for what the law demands.',
      ),
    },
    objection: {
      title: text('拒绝处理凭证', '拒絕處理憑證', 'Certificate of objection'),
      statement: text(
        '从现在起，**不再这样用**你的信息。',
        '從現在起，**不再這樣用**你的資料。',
        'From now on your data is **no longer used** so.',
      ),
    },
    age: {
      title: text('封存与删除凭证', '封存與刪除憑證', 'Certificate of an age found later'),
      statement: text(
        '此账号的主人年龄不到。账号**当时就已封存**，没有监护人答应，里面的信息已经删除。',
        '此帳戶的主人年齡不到。帳戶**當時就已封存**，沒有監護人答應，裡面的資料已經刪除。',
        'The person of this account was too young for it. It was **withheld at once**, and without a guardian’s yes what was in it was deleted.',
      ),
    },
    other: {
      title: text('办理凭证', '辦理憑證', 'Certificate of a request'),
      statement: text('你的申请**已办完**。', '你的申請**已辦完**。', 'What you asked for **is done**.'),
    },
  },
  reason: text('申请的理由', '申請的理由', 'Reason for asking'),
  refused: {
    title: text('答复凭证', '答覆憑證', 'Certificate of an answer'),
    statement: text(
      '这件申请**没有办**，理由如下。',
      '這件申請**沒有辦**，理由如下。',
      'This request was **not done**, on the ground below.',
    ),
  },
  ground: text('理由', '理由', 'Ground'),
  complain: text('不同意可以找', '不同意可以找', 'Where to complain'),
  stopped: text('停了什么', '停了什麼', 'What was stopped'),
  inWords: text(
    '答复写在申请里，只有提出的人看得到',
    '答覆寫在申請裡，只有提出的人看得到',
    'Answered in words, for whoever asked alone',
  ),
  fee: text('费用', '費用', 'Fee'),
  fees: {
    accepted: text('已接受', '已接受', 'accepted'),
    waived: text('已免除', '已免除', 'waived'),
    declined: text('未接受', '未接受', 'declined'),
  },
  answered: text('依据', '依據', 'What the answer rests on'),
  items: text('项', '項', 'items'),
  erased: text('删除了什么', '刪除了什麼', 'What was erased'),
  closed: text('删除凭证的编号', '刪除憑證的編號', 'Code of the certificate of erasure'),
  kept: text('还留着什么', '還留著什麼', 'What stays'),
  rows: text('条记录', '筆紀錄', 'rows'),
} as const;
