import { say } from '@kept/policy';

/** Chapters 1 to 3 (special tips, our promise, data we may collect). Ids count the headings of the published text. */
export const collecting = {
  '1': {
    title: say('先看完，再决定', '先看完，再決定', 'Read, then choose'),
    sentence: say(
      '绿米和它的关联公司都照这份约定办。先看完、看明白，**用不用由你定**；你所在地方的法律，我们都守。',
      '綠米和它的關係企業都照這份約定走。先看完、看明白，**用不用由你決定**；你所在地方的法律，我們都遵守。',
      'Lumi and its affiliates go by these rules, and by the law of wherever you are. Read them through, then **choose whether to use the platform**.',
    ),
  },
  '2': {
    title: say('管到哪里，谁说了算', '管到哪裡，誰說了算', 'What this covers, and who decides'),
    sentence: say(
      '你在开发者平台上给我们的，都归这份约定管，核实身份时也一样。你的信息，**最后由你说了算**；在这里做事的人，个个都得守。',
      '你在開發者平台上給我們的，都歸這份約定管，核實身分時也一樣。你的資料，**最後由你決定**；在這裡工作的人，每個都得遵守。',
      'These rules hold for all that you give us through the developer platform, also when we check who you are. **The last word on your data is yours**, and everybody who works here is bound by them.',
    ),
  },
  '3': {
    title: say('要什么，为了什么服务', '要什麼，為了什麼服務', 'What a service takes'),
    sentence: say(
      '一项服务离不开的，才向你或你的公司要；**不给，那项服务就给不了**。',
      '一項服務少不了的，才向你或你的公司要；**不給，那項服務就提供不了**。',
      'We ask you, or your company, for what a service cannot do without. **Without it that service cannot be given**.',
    ),
  },
  '3.1.1': {
    title: say('注册', '註冊', 'Registering'),
    sentence: say(
      '开一个开发者账号，要手机号、邮箱，和本人的真名或公司的名称。',
      '開一個開發者帳戶，要手機號碼、電子郵件，和本人的真名或公司的名稱。',
      'A developer account takes a phone number, an e-mail address, and your real name or your company’s.',
    ),
  },
  '3.1.2': {
    title: say('用出来的数据', '使用時產生的資料', 'What using it leaves behind'),
    sentence: say(
      '你申请了哪些资源、接口怎么用的，会记下来。',
      '你申請了哪些資源、介面怎麼用的，會記下來。',
      'The resources you apply for, and what concerns your interfaces, are noted.',
    ),
  },
  '3.2.1': {
    title: say('设备', '裝置', 'Devices'),
    sentence: say(
      '你的设备，记版本、型号和设备自己的记录。',
      '你的裝置，記版本、型號和裝置本身的紀錄。',
      'Of your devices we keep the version, the model and their own records.',
    ),
  },
  '3.2.2': {
    title: say('日志', '紀錄檔', 'Logs'),
    sentence: say(
      '你用的时候，服务器**自己记下**：用了什么、从哪个IP来、访问了哪个网址、下载和装了什么、什么时候。',
      '你使用的時候，伺服器**自動記下**：用了什麼、從哪個IP來、造訪了哪個網址、下載和安裝了什麼、什麼時候。',
      'While you use it, our servers **write down by themselves** what you used, from which IP address, which URL, what you downloaded and installed, and when.',
    ),
  },
} as const;
