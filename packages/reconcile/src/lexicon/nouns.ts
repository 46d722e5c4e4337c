import type { Lang } from '@kept/policy';

/** Words that name a datum wherever they stand. Longer ones go first where one begins with another. */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * Nouns by which policies name personal data, in each language: what a text says with one of them is either in the
 * manifest or set aside with a reason. Taken from the categories of the vocabulary, not from any one text.
 */
export const NOUNS: Readonly<Record<Lang, readonly string[]>> = {
  'zh-Hans': list(`
    姓名 昵称 用户名 头像 手机号 电话号码 邮箱地址 电子邮箱 电邮地址 通讯地址 收件地址 收货地址 送货地址 详细地址 ip地址 mac地址
    地理位置 位置信息 定位 经纬度 密码 验证码 身份证 证件 护照 驾照 营业执照 识别号 序列号 设备型号 设备id 设备标识 设备名称 固件版本
    软件版本 操作系统 imei imsi oaid android_id idfa ssid rssi 通讯录 联系人姓名 性别 年龄 生日 出生日期 民族 职业 学历 收入 婚姻
    银行账户 银行卡 信用卡 信用记录 账单 订单信息 支付信息 交易记录 税号 人脸 指纹 声纹 虹膜 基因 病历 健康 心率 血压 体重 身高
    录音 录像 音频 视频 图片 截图 照片 相册 浏览记录 搜索记录 聊天记录 通话记录 操作日志 系统日志 设备日志 草稿 评论 点赞 收藏
    关注记录 粉丝 私信 帖子 能耗 户型 楼层 时区 浏览器类型 运营商 像素标签 网站信标 兴趣 偏好 行踪 轨迹
  `),
  'zh-Hant': list(`
    姓名 暱稱 用戶名 使用者名稱 頭像 大頭貼 電話號碼 電子郵箱地址 電郵地址 通訊地址 送貨地址 收件地址 ip地址 mac地址 地理位置 位置資料
    定位 經緯度 密碼 驗證碼 身分證 證件 護照 執照 識別號 序列號 裝置id 型號名稱 裝置名稱 固件版本 韌體版本 硬體版本 軟體系統版本
    作業系統 imei imsi oaid android_id idfa ssid rssi 信號強度 通訊錄 性別 年齡 生日 出生日期 職業 學歷 收入 銀行帳戶 信用卡 信用紀錄
    帳單 訂單 支付 交易紀錄 人臉 指紋 聲紋 虹膜 基因 病歷 健康 錄音 錄影 音訊 影片 圖片 截圖 照片 相簿 瀏覽紀錄 造訪記錄 搜尋紀錄
    聊天紀錄 消息歷史記錄 系統日誌 執行日誌 故障資料 錯誤代碼 回饋意見 時區 語言 字體 瀏覽器類型 網路營運商 網路服務提供商 點擊量
    時間戳 標籤 腳本 共用帳戶 帳戶id 連絡方式 人口統計資料 效能資料 興趣
  `),
  en: list(`
    name nickname username e-mail email telephone phone mobile\\s(?:phone|number) fax postcode address addresses password passcode passport
    identifier identification imei imsi oaid idfa ssid rssi ip mac gps location geolocation positioning latitude
    longitude picture photo photograph avatar video audio recording voice fingerprint face biometric iris genetic health
    gender sex age birthday birthdate ethnicity nationality religion profession occupation education income marital
    bank card credit billing payment invoice tax salary order(?!\\sto) purchase delivery transaction browsing browser clickstream
    cookie pixel beacon url referral timestamp crash crashes download zip language timezone time\\szone firmware model serial
    contact\\s(?:list|details) friend family message chat comment posts follower feedback survey preference hobby habit
    log(?!\\s(?:in|out|on))
  `),
};

/** Words for data as such: what stands before one of them says which. */
export const GENERIC: Readonly<Record<Lang, readonly string[]>> = {
  'zh-Hans': ['信息(?!保护)', '资料', '数据(?!中心|保护)', '记录'],
  'zh-Hant': ['資料(?!保護)', '數據(?!中心|保護|保護法)', '資訊', '記錄', '紀錄'],
  en: [
    'information',
    'data(?! (?:protection|cent(?:er|re)s?|storage|processing|collection|security))',
    'details',
    'records',
    'statistics',
  ],
};

/**
 * What may stand before a generic word without making it the name of anything: whose it is, which was meant before,
 * what is done with it. Chinese: how the run of signs before it ends; English: the word before it.
 */
export const PLAIN_BEFORE: Readonly<Record<Lang, RegExp>> = {
  'zh-Hans':
    /(?:^|[的了您你我其他她它该此这那何些述有关应样类等多部切者份人主体与和或及将对把在以从向于到由为按经会需能可要种]|敏感个人|防止|保障|导致|详细|各项|提供|收集|使用|处理|存储|储存|保护|删除|共享|获取|传输|发送|填写|更新|披露|保存|公开|转让|查阅|访问|更改|更正|管理|合法|定制|分析|识别|储|传|发|收|送|关|回|取|改)$/,
  'zh-Hant':
    /(?:^|[的了您你我其他她它該此這那何些述有關應樣類等多部切者份人主體與和或及將對把在以從向於到由為按經會需能可要種]|敏感個人|防止|保障|導致|詳細|各項|提供|收集|使用|處理|儲存|保護|刪除|共用|獲取|傳輸|發送|填寫|更新|披露|保存|公開|轉讓|查閱|造訪|更改|更正|管理|合法|分析|識別|存取|刪|傳|發|收|送|回|取|改|份)$/,
  en: /^(?:|your|our|their|his|her|its|the|this|that|these|those|such|any|all|some|other|more|certain|personal|relevant|related|sensitive|aggregate|anonymous|same|additional|further|provide|provided|collect|collected|process|share|use|of|and|or|to|from|for|with|in|on|about|by|as|we|you|what|which|minors|children's|user|users|corporate|basic|specific|non-personal|non|necessary|corresponding|above|following|is|are|no|only|receive|transfer|disclose|access|update|delete|delicate|if|when|sharing|using|latest|sufficient|aforementioned|help|accurate|private|summarized|non personal)$/,
};
