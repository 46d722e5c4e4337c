import { type Jurisdictions, type Regions, type Roles, say } from '@kept/policy';

/** Who answers for the processing. Names, addresses and periods are the published text's own. */
export const controller = {
  name: '深圳绿米联创科技有限公司',
  brand: 'Aqara',
  address: '深圳市南山区桃源街道福光社区留仙大道 3370 号南山智园崇文园区 1 号楼 801-804',
  affiliates: ['深圳安卡萨软件服务有限公司'],
  officer: say('个人信息保护专职部门', '個人資料保護專責部門', 'Department for the protection of personal data'),
  contacts: [
    { channel: 'email', value: 'privacy@lumiunited.com', replyWithin: { count: 15, unit: 'working-day' } },
    {
      channel: 'post',
      value: '深圳市南山区桃源街道福光社区留仙大道 3370 号南山智园崇文园区 1 号楼 801-804',
      replyWithin: { count: 15, unit: 'working-day' },
    },
  ],
  complaints: [
    {
      authority: say(
        '国家网信部门等监管部门',
        '國家網信部門等主管機關',
        'The cyberspace administration and other authorities',
      ),
    },
  ],
  mention: 'Aqara 用户账号 隐私政策',
  clause: '10',
} as const;

/** What the text covers. Services that need a telecom licence are run by the affiliate. */
export const scope = [
  { label: say('Aqara官网', 'Aqara官網', 'The Aqara site'), url: 'https://www.aqara.cn/', clause: '1' },
  { label: say('Aqara社区', 'Aqara社群', 'The Aqara community'), url: 'https://ankasa.cn/pc#/post', clause: '1' },
  {
    label: say('智装大狮', '智裝大獅', 'Aqara Master (Zhizhuang Dashi)'),
    url: 'https://www.aqaramaster.com/',
    clause: '2.2',
  },
  {
    label: say('Aqara+服务平台', 'Aqara+服務平台', 'The Aqara+ platform'),
    url: 'https://saas.aqara.cn/',
    clause: '2.2',
  },
  {
    label: say('Aqara物联行业平台', 'Aqara物聯產業平台', 'The Aqara IoT industry platform'),
    url: 'https://iiap.aqara.cn/',
    clause: '2.2',
  },
  {
    label: say('绿米联创微信公众号', '綠米聯創微信公眾號', 'The Lumi WeChat account'),
    clause: '1',
  },
  {
    label: say('Aqara智慧生活服务号', 'Aqara智慧生活服務號', 'The Aqara smart living WeChat service'),
    clause: '1',
  },
] as const;

export const jurisdictions = {
  'mainland-china': {
    label: say('中国大陆', '中國大陸', 'Mainland China'),
    residences: ['CN'],
    laws: ['pipl:PIPL'],
    clause: '6.2',
  },
  elsewhere: { label: say('海外', '海外', 'Elsewhere'), residences: ['*'], clause: '5.2' },
} as const satisfies Jurisdictions;

/** Who the data is about. Most of chapter 2 (2) is about people who never signed up themselves. */
export const roles = {
  holder: { label: say('你自己', '你自己', 'You'), dpv: 'dpv:User' },
  visitor: { label: say('访客', '訪客', 'A visitor'), dpv: 'dpv:Visitor' },
  customer: { label: say('客户', '客戶', 'A customer'), dpv: 'dpv:Customer' },
  applicant: { label: say('申请人', '申請人', 'An applicant'), dpv: 'dpv:Applicant' },
  household: { label: say('家里的人', '家裡的人', 'Somebody at home'), dpv: 'kept:HouseholdMember' },
  'business-contact': { label: say('企业联系人', '公司聯絡人', 'A business contact'), dpv: 'kept:BusinessContact' },
  representative: { label: say('法人代表', '法定代表人', 'A legal representative'), dpv: 'kept:LegalRepresentative' },
  'invoice-recipient': { label: say('收票人', '收發票的人', 'Who gets invoices'), dpv: 'kept:InvoiceRecipient' },
  staff: { label: say('员工', '員工', 'Staff'), dpv: 'dpv:Employee' },
  installer: { label: say('安装师傅', '安裝師傅', 'An installer'), dpv: 'kept:Installer' },
  'parcel-recipient': { label: say('收件人', '收件人', 'Who gets the parcel'), dpv: 'kept:ParcelRecipient' },
  'hotel-guest': { label: say('酒店客人', '飯店房客', 'A hotel guest'), dpv: 'kept:HotelGuest' },
} as const satisfies Roles;

export const regions = {
  cn: { label: say('中国大陆', '中國大陸', 'Mainland China'), country: 'CN', clause: '6.2' },
  sg: { label: say('新加坡', '新加坡', 'Singapore'), country: 'SG', clause: '5.2' },
} as const satisfies Regions;

export const residency = [
  { residence: 'CN', region: 'cn', clause: '6.2' },
  { residence: '*', region: 'sg', clause: '5.2' },
] as const;

export const transfers = [
  { from: 'cn', to: '*', rule: 'separate-consent', consent: 'transfer-abroad', clause: '6.2' },
  { from: 'sg', to: 'cn', rule: 'desensitised', clause: '5.2' },
] as const;
