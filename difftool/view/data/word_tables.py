"""Small tables of words: fixed terms, look-alikes, regional words, variant words, words told apart by a capital.

Written by hand for this project, after no other list; nothing here is copied. Examples of look-alikes
were checked against the shapes in common use, regional words against the two sides' own official
texts. Rows are parted by blanks.
"""

# Patterns of terms whose numeral is no amount: congresses and plenums, five-year plans, the names of
# campaigns (政治术语), which are names made of a number and a measure word. A user's own come by the settings.
TERMS = (
    r"[一二三四五六七八九十]{1,3}大(?=[^小中量多力家批都型幅]|$)",
    r"[一二三四五六七八九十]{1,3}届[一二三四五六七八九]中全会",
    r"[一二三四五六七八九]中全会",
    r"(?<![一二三四五六七八九十百第])(?:[一二三四五六七八九]|十[一二三四五六七]?)五(?=规划|计划|时期|期间|[”」\"])",
    r"十[一二三四五六]五(?![年月日个人条岁])",
    r"两会(?![员议场])",
    r"[一二三四五六七八九]个(?:意识|自信|维护|表率|确保|全面|必须|坚持|务必|确立|文明|代表|伟大|革命|创新|服务|结合|答卷)",
    r"两个一百年|一国两制|三农|三严三实|两学一做|五位一体|三重一大|八项规定|四风|三会一课|九二共识|双一流|三权分置",
)

# Characters that are mistaken for each other by shape, each row one family.
CONFUSABLE = (
    "己已巳 未末 待特侍 戊戌戍戎 人入八 天夭 土士 日曰 千干于 治冶 茶荼 侯候 历厉 拨拔 崇祟 塑朔 徒徙 汨汩 毫亳"
    " 析折 暧暖 祗祇 胃胄 第弟 撤撒 慨概 苑宛 蓝篮 既即 刺剌 盲肓 洗冼 晴睛 辩辨辫 仑仓 免兔 风凤 鸟乌 大太犬 住往"
    " 贷货 赢羸嬴 幕慕暮墓 帐账 震振 须项 萧肖 杆秆 栗粟 戒戎 壮状 矩距 仗杖 抵低 卷券 市巿 口囗 王玉 甲申由田 壁璧"
)
# The same thing named otherwise in Taiwan or Hong Kong and on the mainland; in Simplified characters, as folded.
REGIONAL = (
    "资讯/信息 网路/网络 软体/软件 硬体/硬件 程式/程序 影片/视频 数位/数字 智慧/智能 行动电话/手机 列印/打印"
    " 滑鼠/鼠标 记忆体/内存 资料库/数据库 资料/数据 计程车/出租车 捷运/地铁 公车/公交车 部落格/博客 网际网路/互联网"
    " 简讯/短信 雷射/激光 奈米/纳米 沙乌地/沙特 纽西兰/新西兰 义大利/意大利 品质/质量 萤幕/屏幕 伺服器/服务器 预设/默认"
    " 使用者/用户 硬碟/硬盘 光碟/光盘 随身碟/优盘 晶片/芯片 半导体/半导体 电脑/计算机 机车/摩托车 太空/航天 寮国/老挝"
    " 北韩/朝鲜 澳洲/澳大利亚 川普/特朗普 雪梨/悉尼 泡面/方便面 幼稚园/幼儿园 国中/初中 警员/民警 透过/通过 高阶/高级"
)
# One word in two spellings, as dictionaries of variant words pair them; which is preferred does not matter here.
VARIANT = (
    "其他/其它 惟一/唯一 身份/身分 部分/部份 成分/成份 想象/想像 好像/好象 账号/帐号 账户/帐户 勾画/勾划"
    " 人才/人材 思维/思惟 录像/录象 计划/计画 账目/帐目 账单/帐单 辈分/辈份 给予/给与 参与/参预 订货/定货 订单/定单"
    " 执著/执着 必需品/必须品 图像/图象 缘分/缘份 笔画/笔划 策划/策画 仿佛/彷佛 角色/脚色 保姆/保母 交代/交待 凭借/凭藉"
)
# Words that a capital makes another word, as folded to small letters: English, then German.
CAPITONYMS = (
    "us it who aids may march august will bill mark grant rose frank job polish turkey china japan reading mobile nice"
    " catholic lent god lord bath cork pole swede mercury hamlet cancer slough sandwich state"
    " ram rom sat act led can am pm era dos cat pa"
    " sie ihr ihnen ihre ihrem ihren ihrer weg arm reich recht macht liebe essen laut morgen fest dank"
    " kraft trotz statt zeit wert ernst leid angst wagen leben sein gut würde junge alte fremde gefangene tod rat fall"
)
