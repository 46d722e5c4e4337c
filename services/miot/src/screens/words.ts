/** Sentences of these pages. */
const zhHans = {
  title: '加一台小米或智米设备',
  lead: '在家里的网络里直接连，不经过他们的云。要有设备的地址和令牌。',
  closed: '这台服务器不连任何家庭网络。由运行它的人在 `miot.json` 里写明自家的网络后才能用。',
  name: '叫什么',
  nameMissing: '给它起个名字，最多 60 个字。',
  address: '地址',
  addressHint: '例如 192.168.1.9，路由器里看得到。',
  addressWrong: '要写成 192.168.1.9 这样。',
  token: '令牌',
  tokenHint: '32 位的 0–9、a–f。加密保存，只在你自己的资料里看得到。',
  tokenWrong: '令牌是 32 位的 0–9、a–f。',
  go: '加进来',
  added: (model: string) => `已加进来：${model}`,
  see: '看这台设备',
  known: (count: number) => `认识的型号（${count}）`,
  source: (name: string) => `型号资料来自 ${name}`,
};

type Sentences = typeof zhHans;

const zhHant: Sentences = {
  title: '加一台小米或智米裝置',
  lead: '在家裡的網路裡直接連，不經過他們的雲端。要有裝置的位址和權杖。',
  closed: '這台伺服器不連任何家庭網路。由執行它的人在 `miot.json` 裡寫明自家的網路後才能用。',
  name: '叫什麼',
  nameMissing: '給它取個名字，最多 60 個字。',
  address: '位址',
  addressHint: '例如 192.168.1.9，路由器裡看得到。',
  addressWrong: '要寫成 192.168.1.9 這樣。',
  token: '權杖',
  tokenHint: '32 位的 0–9、a–f。加密保存，只在你自己的資料裡看得到。',
  tokenWrong: '權杖是 32 位的 0–9、a–f。',
  go: '加進來',
  added: (model) => `已加進來：${model}`,
  see: '看這台裝置',
  known: (count) => `認識的型號（${count}）`,
  source: (name) => `型號資料來自 ${name}`,
};

const en: Sentences = {
  title: 'Add a Xiaomi or Smartmi device',
  lead: 'Reached in your own network, not through their cloud. You need its address and its token.',
  closed: 'This server reaches no network of a home. Whoever runs it has to name its networks in `miot.json` first.',
  name: 'What is it called',
  nameMissing: 'Give it a name, of 60 characters at most.',
  address: 'Address',
  addressHint: 'Such as 192.168.1.9; your router shows it.',
  addressWrong: 'Write it like 192.168.1.9.',
  token: 'Token',
  tokenHint: '32 digits of 0–9 and a–f. Kept sealed; it is in your own data and in nobody else’s.',
  tokenWrong: 'A token is 32 digits of 0–9 and a–f.',
  go: 'Add it',
  added: (model) => `It is there: ${model}`,
  see: 'See the device',
  known: (count) => `Models that are known (${count})`,
  source: (name) => `What is known of them comes from ${name}`,
};

export const words = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
