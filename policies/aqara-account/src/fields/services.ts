import { fieldTable } from '@kept/policy';

/** 2 (1) 3: a visit to the home, or a look for a store. */
const booking = fieldTable(
  { clause: '2.1.3', subject: 'customer' },
  {
    'booking-location-permission': ['位置权限', '位置權限', 'Location permission', 'kept:DevicePermission'],
    'booking-location': ['当前位置', '目前位置', 'Current location', 'pd:CurrentLocation'],
    'booking-store-area': [
      '查找的门店位置（省市区）',
      '查找的門市位置（縣市區）',
      'Area of the store looked for',
      'kept:StoreSearchArea',
    ],
    'booking-name': ['姓名', '姓名', 'Name', 'pd:Name'],
    'booking-phone': ['手机号码', '手機號碼', 'Mobile number', 'pd:TelephoneNumber', '手机号'],
    'booking-code': ['验证码', '驗證碼', 'Verification code', 'kept:OneTimeCode'],
    'booking-region': ['所在地区（省市区）', '所在地區（縣市區）', 'City and district', 'pd:City'],
    'booking-address': ['详细地址信息', '詳細地址', 'Street address', 'pd:PhysicalAddress'],
    'booking-need': ['需求描述信息', '需求說明', 'What you need', 'kept:RequirementStatement'],
  },
);

/** 2 (1) 4: somebody who wants to sell or install. */
const partner = fieldTable(
  { clause: '2.1.4', subject: 'applicant' },
  {
    'partner-name': ['姓名', '姓名', 'Name', 'pd:Name'],
    'partner-phone': ['手机号', '手機號碼', 'Mobile number', 'pd:TelephoneNumber'],
    'partner-code': ['验证码', '驗證碼', 'Verification code', 'kept:OneTimeCode'],
    'partner-region': ['地区', '地區', 'Area', 'pd:Region'],
    'partner-need': ['需求信息', '合作需求', 'Plans', 'kept:RequirementStatement'],
  },
);

/** 2 (1) 5: talk with support, marked as sensitive in the text. */
const support = fieldTable(
  { clause: '2.1.5', subject: 'customer', sensitive: true },
  {
    'support-text': [
      '文字信息',
      '文字訊息',
      'Messages',
      'pd:Communication',
      '文字',
      '您与客服沟通交流的记录和内容',
      '咨询内容',
      '交流记录',
      '客服沟通记录',
      '沟通内容',
    ],
    'support-picture': ['图片或截图', '圖片或螢幕截圖', 'Pictures and screenshots', 'pd:Picture', '图片'],
    'support-audio-video': ['音视频对话记录', '影音對話紀錄', 'Audio and video talks', 'kept:AudioVideoConversation'],
    'support-voice': ['语音消息', '語音訊息', 'Voice messages', 'pd:VoiceCommunicationRecording'],
    'support-call': ['通话录音', '通話錄音', 'Call recordings', 'pd:VoiceCommunicationRecording', '来电录音'],
  },
);

/** 2 (1) 6: reading, writing and meeting others, marked as sensitive in the text. */
const community = fieldTable(
  { clause: '2.1.6', subject: 'holder', sensitive: true },
  {
    'community-browsing': ['浏览记录', '瀏覽紀錄', 'Reading history', 'pd:BrowsingBehaviour'],
    'community-posting': ['发布记录', '發布紀錄', 'Posting history', 'kept:PostingHistory'],
    'community-favourites': ['收藏记录', '收藏紀錄', 'Favourites', 'pd:Favourite'],
    'community-comments': ['评论记录', '留言紀錄', 'Comments', 'kept:CommentHistory'],
    'community-likes': ['点赞记录', '按讚紀錄', 'Likes', 'pd:Like'],
    'community-drafts': ['草稿记录', '草稿紀錄', 'Drafts', 'kept:Draft'],
    'community-posts': ['发布的帖子', '發布的貼文', 'Posts', 'pd:PubliclyAvailableSocialMedia'],
    'community-videos': ['视频', '影片', 'Videos', 'pd:PubliclyAvailableSocialMedia'],
    'community-messages': ['私信记录', '私訊紀錄', 'Direct messages', 'kept:DirectMessage'],
    'community-follows': ['关注记录', '追蹤紀錄', 'People you follow', 'kept:Followee'],
    'community-followers': ['粉丝记录', '粉絲紀錄', 'Followers', 'kept:Follower'],
    'community-level': ['账号等级', '帳號等級', 'Account level', 'kept:AccountLevel'],
  },
);

/** 3: cookies and the like. */
const cookies = fieldTable(
  { clause: '3', subject: 'visitor' },
  {
    'cookie-identifier': [
      'Cookie标识',
      'Cookie識別碼',
      'Cookie identifier',
      'kept:CookieIdentifier',
      '像素标签',
      '网站信标',
    ],
    'cookie-preferences': ['偏好数据', '偏好設定', 'Preferences', 'pd:Preference'],
    'cookie-usage': [
      '浏览了哪些部分',
      '瀏覽了哪些部分',
      'Parts that were looked at',
      'pd:BrowsingBehaviour',
      '浏览了本服务的哪些部分',
    ],
  },
);

export const serviceFields = { ...booking, ...partner, ...support, ...community, ...cookies };
