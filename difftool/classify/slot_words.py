"""Words that tell what a number or a name beside them is, in tables: 年 a year, 公司 an organization.

Read by `slots`. Common words of official Chinese (Simplified: what is looked up is folded) and of English prose,
listed by hand. Knows no text.
"""

__all__ = ["FOLLOWING", "HEADINGS", "HEADS", "LABELS", "NO_UNITS", "WORDS_AFTER", "WORDS_BEFORE"]

# What follows a slot: reading, words, and words that begin alike and say nothing of it. The first row decides.
FOLLOWING = (
    (
        "amount",
        "元 美元 港元 欧元 日元 英镑",
        "元旦 元首 元素 元月 元帅 元老",
    ),
    (
        "anniversary",
        "周年",
        "周年轮",
    ),
    (
        "century",
        "世纪",
        "",
    ),
    (
        "phone",
        "热线 客服热线 服务热线 电话热线 举报电话 服务电话 咨询电话 监督电话 专线",
        "",
    ),
    (
        "document-number",
        "号文 号令 号公告 号通知 号决定 号判决 号裁定 号民事 号刑事 号行政",
        "号文化",
    ),
    (
        "ordinal",
        "届 年级 中全会 号楼 号线 号院 号馆 号机",
        "年级组",
    ),
    (
        "count",
        "年来 年间 年以上 年以下 年以内 年之久 年左右 年多 年有期徒刑 年经验 年期",
        "",
    ),
    (
        "year",
        "年度 年代 年",
        "年轻 年龄 年会 年报 年画 年糕 年货 年味",
    ),
    (
        "month",
        "月份 月",
        "月牌 月份牌 月饼 月光 月球 月亮 月嫂",
    ),
    (
        "day",
        "日",
        "日报 日本 日常 日益 日化 日程",
    ),
    (
        "percent",
        "% ％ ‰ 个百分点 百分点 成",
        "成立 成为 成员 成果 成都 成绩 成本 成功 成长 成就 成交 成年 成分 成品 成效 成熟 成型",
    ),
    (
        "organization",
        "分公司 分局 分行 支行 支队 支部 部队 人大 村委会 居委会 党委 党组 党支部 县委党校 门诊部",
        "",
    ),
    (
        "place",
        (
            "人民 各族 长治久安 同胞 籍 境内 全境 辖区 自治 地区 地方 方言 口岸 机场 火车站 车站 街道 小区 "
            "社区 广场 大道 山脉 半岛 省 市 县 区 州 盟 旗 镇 乡 村 路 街 弄 巷"
        ),
        (
            "籍贯 人民币 省长 省内 省钱 市场 市长 市内 市面 市值 县长 县内 区长 区内 区域 区块 区别 州长 旗舰 "
            "旗帜 旗下 镇长 乡长 乡愁 乡音 村长 村官 村内 路线 路径 路演 路人 街舞 地方性 盟友 盟约"
        ),
    ),
    (
        "count",
        (
            "人次 户次 车次 人份 平方米 平方公里 立方米 公里 公顷 公斤 千克 千米 厘米 毫米 小时 分钟 页 字 个 "
            "名 位 人 家 项 条 次 种 期 门 件 份 篇 部 场 户 起 例 批 支 台 座 所 类 级 吨 亩 米 倍 岁 分 时 "
            "天 周 届 款 节 章 辆 艘 架 套 本 张 枚 头 只 棵 株 间 栋 幢 层 轮 处 组 对 句 点"
        ),
        (
            "个人 个体 个性 个别 名义 名单 名称 名录 名额 名城 名牌 名师 名校 位置 位于 人民 人员 人才 人文 "
            "人间 人大 人事 人力 人口 人类 人物 人工 人生 人社 人均 人士 人选 家庭 家长 家乡 家属 家具 家电 "
            "家族 家园 项目 项链 条件 条例 条约 条款 次日 次要 种子 种植 种类 种业 种粮 期间 期限 期望 期货 "
            "期待 门户 门诊 门店 件数 份额 篇幅 篇章 部门 部署 部长 部委 部分 部级 部落 部属 场所 场地 场馆 "
            "场景 户籍 户口 户主 起草 起义 起诉 起点 起重 起来 起诉书 例会 例如 批准 批复 批评 批示 批发 支持 "
            "支付 支出 支援 支撑 台湾 台账 台风 座谈 所有 所在 所属 所谓 所长 类型 类别 级别 级差 倍增 岁月 "
            "岁末 分别 分类 分析 分工 分会 分管 分支 分布 分为 分配 分享 时代 时期 时间 时政 时尚 天然 天津 "
            "天下 天文 天气 周边 周围 周期 周报 周刊 周末 节目 节约 节能 节日 章程 款项 字样 字号 页面 页岩 "
            "套餐 套路 本次 本人 本地 本质 本级 本土 本届 张贴 头部 只要 只有 只是 株洲 间接 层面 层级 层次 "
            "处理 处置 处长 处分 处罚 组织 组长 组成 组建 对于 对外 对象 对此 对接 点击 点评 轮值 轮流"
        ),
    ),
    (
        "organization",
        (
            "有限 股份 集团 责任公司 公司 银行 大学 学院 学校 中学 小学 医院 法院 检察院 委员会 研究院 研究所 "
            "研究中心 出版社 出版集团 局 厅 事务所 办事处 协会 学会 商会 联合会 基金会 俱乐部 派出所 海关 "
            "税务局 公安局 管理局 电视台 日报 晚报 报社 通讯社 杂志社 工厂 大队 工会 党校 酒店 药店 企业 单位 "
            "机关 机构 社"
        ),
        "局长 局限 局面 局部 局势 局级 厅长 厅级 社会 社区 社保 集团化 企业家 企业化",
    ),
    (
        "person",
        (
            "同志 先生 女士 小姐 书记 主任 局长 厅长 总书记 教授 院士 总理 主席 部长 省长 市长 县长 区长 镇长 "
            "乡长 村长 州长 司长 处长 科长 校长 院长 所长 会长 法官 律师 医生 博士 老师 董事长 总经理 经理 诉 "
            "等人 本人 夫妇 某"
        ),
        "诉求 诉讼 诉前 诉源 教授级",
    ),
)
# Words that tell the slot and are no unit of it.
NO_UNITS = ("人民", "各族", "长治久安", "同胞", "籍", "境内", "全境", "辖区", "方言", "诉", "等人", "本人", "夫妇")
# What stands before a slot with nothing between, or with a colon or 为.
LABELS = {
    "phone": "电话 手机 手机号 手机号码 电话号码 联系方式 热线 传真 拨打 致电",
    "id": (
        "身份证 身份证号 身份证号码 证件号 证件号码 证号 账号 帐号 账户 帐户 卡号 编号 尾号 护照 护照号 "
        "信用代码 车牌 车牌号 学号 工号 邮编"
    ),
    "amount": "金额 总价 价款 价格 人民币 ¥ ￥ $ ＄ € £ 合同价 赔偿款 租金 月薪",
    "percent": "百分之 千分之",
    "document-number": "文号 案号 发文字号 判决书号",
    "person": (
        "姓名 联系人 法定代表人 代表人 负责人 经办人 承办人 审判长 审判员 陪审员 书记员 代理人 原告 被告 "
        "被告人 上诉人 被上诉人 申请人 被申请人 嫌疑人 证人 被害人 受害人 患者 局长 厅长 主任 市长 省长 县长 "
        "部长 院长 校长 董事长 总经理 教授 院士 律师 法官 签名 签字 申请执行人 被执行人 记者 作者 户主 村民"
    ),
}
# These say it only with a colon, or 为, or 是.
HEADINGS = {
    "place": "地址 住址 住所 地点 籍贯 出生地 户籍地 所在地 现住 住所地",
    "organization": (
        "单位 甲方 乙方 丙方 公司 公司名称 单位名称 企业名称 开户行 开户银行 委托方 受托方 发包人 承包人 卖方 "
        "买方 出租方 承租方 工作单位"
    ),
    "day": "日期 签订日期 签署日期 出生日期 时间",
    "count": "年龄 人数 数量 页数 份数",
}
# Abstract nouns that head the compounds of official prose: what stands before them is a field of work.
HEADS = (
    "改革 发展 建设 规划 领域 行业 系统 工作 部门 事业 战略 体系 机制 体制 制度 规章 法规 政策 标准 数据 信息 "
    "文化 文明 精神 风险 安全 监管 监督 管理 治理 服务 政务 廉政 党建 治党 执法 司法 巡视 巡察 督查 检查 考核 "
    "内控 保障 保护 职业 产业 经济 贸易 教育 宣传 培训 研究 技术 科技 人才 队伍 干部 市场 资源 能源 生态 环境 "
    "国家队 主力军 排头兵 领头羊 界"
)
# English words after a slot, and those before it, where one or two of them count.
WORDS_AFTER = {
    "anniversary": "anniversary",
    "century": "century",
    "percent": "percent per-cent percentage",
    "amount": "yuan dollars dollar usd rmb cny euros euro pounds yen rupees",
    "count": (
        "people persons cases projects students staff units departments countries companies times days months "
        "years weeks hours minutes members employees workers households items copies pages participants "
        "visitors patients officials schools hospitals villages cities provinces tons tonnes kilometers "
        "kilometres miles meters metres acres hectares vehicles ships houses million billion thousand hundred "
        "residents families officers delegates votes shares samples books courses measures contracts permits "
        "records applicants inspectors year-old"
    ),
    "place": (
        "province county city town village street road avenue district state river island region township "
        "prefecture municipality lane square airport harbour harbor"
    ),
    "organization": (
        "ltd inc co corp company corporation university bank hospital group institute ministry agency court "
        "committee llc foundation press college school association bureau commission plc gmbh limited"
    ),
    "sector": "sector industry reform policy work affairs services trade",
}
WORDS_BEFORE = {
    "person": "mr mrs ms dr prof professor judge justice sir madam plaintiff defendant name by-name witness",
    "ordinal": "section article chapter clause paragraph no rule part item schedule annex appendix page table figure",
    "phone": "tel telephone phone fax mobile",
    "id": "passport account id",
    "amount": "usd rmb cny eur gbp amount",
    "place": "city-of county-of province-of town-of state-of village-of address",
    "organization": "bank-of university-of institute-of company",
    "sector": "ministry-of department-of",
    "day": "january february march april may june july august september october november december",
    "count": "aged total-of",
    "year": "the-year fiscal-year",
    "document-number": "document-no file-no case-no docket-no",
}
