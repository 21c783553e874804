"""Documents of invented prose with known masks, each with its span and reading, and with what only looks like masks.

Made from a seed: the same seed, the same documents. Simplified, Traditional and English. Slots and decoys are those of
the design (§6), written down before the rules were tried on them.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from opencc import OpenCC

from prose import english_sentence, sentence


class Slot(NamedTuple):
    """Hold a clause with `@` where the mask stands, and how the slot reads."""

    clause: str
    reading: str


class Masked(NamedTuple):
    """Hold a document with its masks, ascending: `(start, end, reading)`; and how many decoys it has."""

    text: str
    masks: tuple[tuple[int, int, str], ...]
    decoys: int
    language: str


def _slots(table: str) -> tuple[Slot, ...]:
    return tuple(
        Slot(clause, reading)
        for line in table.strip().splitlines()
        for reading, _, clauses in [line.partition(": ")]
        for clause in clauses.split(" | ")
    )


CHINESE = _slots("""
year: 早在@年春 | 自@年起施行 | 截至@年底 | 编制@年度预算 | 于@年6月开工 | @年至今 | 修订于@年的办法
month: 于2019年@月召开 | 定于@月下旬举行 | 今年@月以来
day: 于5月@日召开 | 3月@日上午 | 当月@日前报送 | 6月@号动工
century: 进入@世纪以来 | 面向@世纪 | 上起@世纪初
anniversary: 庆祝建校@周年 | 纪念建军@周年 | 迎接成立@周年大会
ordinal: 见第@条 | 依照第@款办理 | 召开第@次会议 | 第@届全国运动会 | 印发第@期简报 | 参看第@章
count: 共@个项目 | 选派@名干部 | 联合@家企业 | 安置@余人 | 举办@多期培训班 | 抽查@件案卷 | 慰问@户群众
count: 建成@公里道路 | 开展@次演练 | 流转土地@亩 | 判处有期徒刑@年 | 历时@个月 | 覆盖@万人 | 年满@岁 | 归档@份材料
amount: 投入@万元 | 奖励@元 | 贷款@亿元 | 折合@美元 | 缴纳罚款@元整
percent: 增长@% | 提高@个百分点 | 完成百分之@ | 占@％以上
document-number: 依据国发〔2020〕@号 | 见（2019）民初@号判决 | 按照@号文件要求
phone: 联系电话：@ | 拨打@服务热线 | 手机号码为@ | 举报电话@，
id: 身份证号：@ | 汇入账号@， | 证件号码：@
person: 由@同志负责 | 表扬@先生 | 原告：@ | 法定代表人：@ | 会见@教授 | @等人到场 | 被害人@陈述 | 书记员：@
place: 前往@省调研 | 到达@市区 | 走访@县各乡镇 | 来自@村的代表 | 住@路8号 | 位于@镇东侧 | 惠及@各族群众
organization: 委托@有限公司办理 | 走访@大学 | 由@银行发放 | 移送@法院审理 | 报@委员会备案 | 就读于@学院 | 甲方：@
sector: 推进@改革 | 服务@领域 | 加强@文化建设 | 深化@行业治理 | 落实@发展规划 | 分管@工作 | 完善@监管机制
""")
# Clauses that no rule was tried on: they stand only in documents of which figures are taken.
UNSEEN = _slots(
    """
year: 回顾@年的春节 | 党的@年换届 | 统计口径为@年 | 据@年统计公报 | @年、2020年连续两年
month: 3月至@月 | 每年@月初 | 将于@月份启动
day: 2021年3月@日，全体会议通过 | 于10月@日起执行 | 4月@日晚
anniversary: 值此建院@周年之际 | @周年庆典
century: 上个@世纪 | @世纪海上丝绸之路
ordinal: 第@次全会 | 按第@项规定 | 第@批名单 | 荣获第@名 | 第@号令
count: 累计培训@人次 | 下设@个处室 | 面积达@平方米 | 查封房屋@套 | 吸引@位专家 | 缴获@支步枪
count: 捐赠图书@册 | 种植果树@株 | 工龄@年
count: 约有@名代表 | 辖@个街道 | 收到@封来信 | 清理@处隐患 | 刑期@个月 | 共@页 | 提出@条建议 | 建有@所希望小学
amount: 募集@万元善款 | 罚没@余万元 | 人均收入@元 | 总投资@亿元人民币 | 补助@元/人
percent: 同比下降@% | 达标率为@% | 回落@个百分点 | 下调@‰
document-number: 根据豫政〔2018〕@号 | 参照（2020）豫01民终@号
phone: 咨询电话@。 | 传真：@ | 客服热线@
id: 银行账号为@ | 护照号@ | 车牌号：@
person: 听取@局长汇报 | 陪同@书记视察 | 申请人@称 | 姓名：@ | 证人@证实 | 由@律师代理 | 会见@主席 | 慰问@老人
place: 落户@市 | @省@@ | 原籍@县 | 途经@街道 | 迁往@村 | 在@举行签约仪式 | 驻@办事处
organization: @股份有限公司 | 与@集团签约 | 经@医院诊断 | 毕业于@大学 | @研究院主办 | 向@人民法院起诉 | 入职@公司
sector: 支持@事业 | 抓好@工作 | 促进@产业升级 | 主管@部门 | 出台@政策 | 聚焦@领域
""".replace("@省@@", "@省委派员")
)
ENGLISH_UNSEEN = _slots("""
year: since @ the town has grown | by @, | during the year @
count: hired @ workers | for @ weeks | sold @ tickets | some @ patients | at least @ families
percent: fell @ percent | only @% agreed
amount: worth $@ million | fined @ yuan | earns @ euros
ordinal: pursuant to Article @ | on page @ | Paragraph @ applies
person: wrote to Mrs. @ | Professor @ spoke | Name: @
place: near @ Road | in @ City | born in @ Province
organization: bought by @ Inc | at @ University | the @ Committee met
""")
ENGLISH = _slots("""
year: in the year @ | adopted in @, | the budget for the year @
anniversary: the @ anniversary of the school
percent: rose by @ percent | about @% of voters
amount: paid $@ in fees | cost @ dollars | a grant of @ yuan
count: trained @ people | opened @ schools | lasted @ days | about @ projects | aged @ years | visited @ villages
ordinal: under Section @ | see Article @ | in Chapter @ of the code | Annex @
person: met Mr. @ | Dr. @ signed | on behalf of Ms. @ | Judge @ presiding
place: moved to @ Province | in @ County | the City of @ | at 12 @ Street | lives in @ Village
organization: owned by @ Ltd | sued @ Corporation | the University of @ | staff of @ Hospital | filed by @ Inc
phone: Telephone: @ | call tel. @
day: on March @ | by June @
sector: the Ministry of @
""")
# One sign is a mask where a unit or 第 asks for a value.
_LONE = frozenset(("月", "日", "条", "款", "名", "个", "家", "岁"))
_WRAPPED = ("[REDACTED]", "[private]", "【略】", "[已隐去]", "[...]", "[…]")
_NAMES = {
    "year": ("year", "年份"),
    "month": ("month", "月份"),
    "day": ("day", "日期"),
    "amount": ("amount", "金额"),
    "phone": ("phone", "电话"),
    "place": ("address", "地址"),
    "person": ("name", "姓名"),
    "organization": ("company", "单位"),
}
_PEOPLE = ("李某", "张某某", "王某1", "赵某甲", "某某", "陈某", "刘某某")
_WIDTHS = {"year": (4, 4), "day": (2, 2), "month": (2, 2)}

# Clauses in which nothing is a mask.
DECOYS = """
运行7×24小时 | 4x100米接力 | 计算3×4的积 | 直线y=kx+b | 证号11010519491231002X | ISBN 7-5600-0801-X
接受X光检查 | 沿x轴移动 | X染色体 | 购买XXL号 | 二○二○年春 | 一九○○年前 | 二〇二〇年末 | *ST康美停牌
显著*P<0.05 | 这是**重点**内容 | 见https://a.example/xx/____ | 调用foo_bar函数 | 文件README_x
匹配*.py文件 | 目录src/*下 | 某种原因 | 某些地区 | 某个环节 | 某日清晨 | 是否同意□是□否 | 评级●●●○○
乘积2*3 | 2**3等于8 | 编码???不明 | 列宽####不足 | 字样�� | 使用Excel表 | 规格10x20 | 分辨率1920×1080
视频.max文件 | XY型 | 任何某时 | __init__方法 | 5×5=25
""".replace("\n", " | ")
ENGLISH_DECOYS = """
a 4x100 relay | open 7x24 | the line y=kx+b | an X-ray | the x axis | size XXL | the next max | **bold** words | see https://a.example/xx
call foo_bar | the __init__ method | files like *.py | in src/* | significant at *P<0.05
ISBN 7-5600-0801-X | a 1920×1080 screen
2*3 is six | what is ??? | the #### mark | 3 × 4 tiles
an ex libris | Linux boxes | f**k
""".replace("\n", " | ")
_LINES = ("● 要点如下", "■ 说明", "○ 其他事项", "***", "* * *", "_____", "◇ 附注")


def _listed(table: str) -> list[str]:
    return [clause for clause in table.split(" | ") if clause.strip()]


def _form(chance: random.Random, slot: Slot) -> tuple[str, str]:
    """Draw a mask for a slot: the text that takes the place of `@`, and the part of it that is the mask."""
    english = slot.clause.isascii()
    if slot.reading == "anniversary" and english:
        signs = chance.choice(["**", "XX", "xx", "██"])
        return signs + chance.choice(["th", "th", "st"]), signs
    half = _half_shown(chance, slot, english=english) if chance.random() < 0.35 else ""
    form = half or _hidden(chance, slot, english=english)
    return form, form


def _half_shown(chance: random.Random, slot: Slot, *, english: bool) -> str:
    """Draw a form of which a part is shown, or 某; empty where the slot has none."""
    sign = chance.choice("*x×")
    forms = {
        "year": ["20**", "20xx", "19××", *([] if english else ["201×", "二○××", "200X"])],
        "phone": [f"138{sign * 4}5678"],
        "id": [f"110105{sign * 8}0021"],
    }
    if not english:
        forms |= {"person": list(_PEOPLE), "place": ["某某"], "organization": ["某某"]}
    return chance.choice(forms.get(slot.reading, [""]))


def _hidden(chance: random.Random, slot: Slot, *, english: bool) -> str:
    """Draw a form that shows nothing: a run, a wrapped word, a template, a blank, a lone sign."""
    sort, after = chance.random(), slot.clause.partition("@")[2][:1]
    if sort < 0.12:
        return chance.choice(_WRAPPED[:2] if english else _WRAPPED)
    if sort < 0.2 and slot.reading in _NAMES:
        name = _NAMES[slot.reading][0 if english else chance.randrange(2)]
        return chance.choice(["{@}", "{{@}}", "[@]"]).replace("@", name)
    if sort < 0.28:
        return "_" * chance.randint(2, 6)
    if sort < 0.33 and after in _LONE and not english:
        return chance.choice("*xX×")
    run = chance.choice("*xX×█□" if english else "*＊xXｘＸ×╳✕□■▇█○●◇")
    return run * chance.randint(*_WIDTHS.get(slot.reading, (2, 4)))


def masked(seed: int, *, unseen: bool = False) -> Masked:
    """Write one document of five to twelve paragraphs; with `unseen`, every other clause is one of those kept back."""
    chance = random.Random(seed)
    language = chance.choice(["hans", "hans", "hant", "english"])
    english = language == "english"
    slots, decoys = (ENGLISH, _listed(ENGLISH_DECOYS)) if english else (CHINESE, _listed(DECOYS))
    kept_back = ENGLISH_UNSEEN if english else UNSEEN
    text, masks, count = "", [], 0
    for _ in range(chance.randint(5, 12)):
        if not english and chance.random() < 0.2:
            text += chance.choice(_LINES) + "\n"
            count += 1
        for _ in range(chance.randint(1, 4)):
            text += (english_sentence(chance) + " ") if english else sentence(chance)
            if chance.random() < 0.75:
                slot = chance.choice(kept_back if unseen and chance.random() < 0.5 else slots)
                before, _, after = slot.clause.partition("@")
                form, span = _form(chance, slot)
                text += ("They " if english else "") + before
                masks.append((len(text), len(text) + len(span), slot.reading))
                text += form + after + (". " if english else "。")
            if chance.random() < 0.4:
                text += ("They saw " if english else "") + chance.choice(decoys).strip() + (". " if english else "。")
                count += 1
        text = text.rstrip(" ") + "\n"
    if language == "hant":
        written = OpenCC("s2t").convert(text)
        assert len(written) == len(text)
        text = written
    return Masked(text, tuple(masks), count, language)
