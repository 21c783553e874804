"""Clauses with a planted number, numeral or word; swapping the sides gives the other half."""

from __future__ import annotations

import random

from planting import Clause, Plant, Planted

_ACCIDENTAL, _DOUBTFUL, _SUBSTANTIVE = "accidental", "doubtful", "substantive"
_SPOKEN = "零 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二".split()  # noqa: SIM905
_PLACES = (
    ("共", "个部门"),
    ("选派", "名干部"),
    ("投入", "万元"),
    ("占", "%"),
    ("第", "条"),
    ("建成", "公里"),
    ("约", "户"),
)
_WORDS = [
    "提高/降低",
    "可以/应当",
    "城市/乡村",
    "高兴/愤怒",
    "学校/医院",
    "增加/减少",
    "首先/最后",
    "允许/禁止",
    "河流/山脉",
    "认真/草率",
    "春天/冬季",
    "批准/驳回",
    "董事长/副经理",
    "科学院/博物馆",
    "和/或",
    "及时/按月",
    "经济/文化",
    "甲/乙",
    "东/西",
    "张建国/李志强",
    "郑州/洛阳",
    "fast/slow",
    "Oracle/Postgres",
]


def _plant(left: str, right: str, kind: str, weight: str, detail: str | None = None) -> Planted:
    return Planted(left, right, (kind, detail, weight))


def number_value(chance: random.Random) -> Clause:
    before, after = chance.choice(_PLACES)
    sort = chance.random()
    if sort < 0.3:
        left, right = chance.sample(_SPOKEN[2:], 2)
    elif sort < 0.45:
        left, right = (
            f"{chance.randint(1, 9)}.{chance.randint(1, 4)}",
            f"{chance.randint(10, 99)}.{chance.randint(5, 9)}",
        )
    elif sort < 0.6:
        left, right = (
            f"{chance.randint(1, 9)},{chance.randint(100, 499)}",
            f"{chance.randint(1, 9)},{chance.randint(500, 999)}",
        )
    else:
        left, right = (str(one) for one in chance.sample(range(2, 990), 2))
    return [before, _plant(left, right, "number", _SUBSTANTIVE), after]


def number_date(chance: random.Random) -> Clause:
    """Change one to three components of a date, each its own edit."""
    pieces: list[str | Planted] = ["自"]
    for values, unit in ((range(1950, 2029), "年"), (range(1, 13), "月"), (range(1, 29), "日")):
        left, right = (str(one) for one in chance.sample(values, 2))
        pieces += [_plant(left, right, "number", _SUBSTANTIVE) if chance.random() < 0.6 else left, unit]
    return [*pieces, "起施行"]


def number_unit(chance: random.Random) -> Clause:
    before, left, right, after = chance.choice(
        [
            ("上调0.5", "%", "个百分点", ""),
            ("死亡率为3", "%", "‰", ""),
            ("运来50", "吨", "公斤", "大米"),
            ("修路80", "公里", "米", "有余"),
            ("出资300", "元", "美元", ""),
            ("作价30", "美", "欧", "元整"),
            ("折合80", "日", "港", "元左右"),
            ("历时6", "个月", "天", ""),
            ("划拨15", "亩", "公顷", "土地"),
        ]
    )
    if right.endswith(left) and right != left:
        return [before, _plant("", right.removesuffix(left), "number", _SUBSTANTIVE), left + after]
    return [before, _plant(left, right, "number", _SUBSTANTIVE), after]


def number_multiplier(chance: random.Random) -> Clause:
    digits = str(chance.randint(2, 900))
    left, right = chance.choice([("万", "亿"), ("", "万"), ("", "亿"), ("千", "万")])
    return ["总额", _plant(digits + left, digits + right, "number", _SUBSTANTIVE), "元"]


def number_bound(chance: random.Random) -> Clause:
    before, left, right, after = chance.choice(
        [
            ("费用", "约", "超过", "30万元"),
            ("面积", "约", "近", "500亩"),
            ("人数50人以", "上", "下", ""),
            ("总数", "不足", "超过", "600件"),
            ("共", "约", "", "70户"),
            ("安置80", "余", "", "人"),
            ("工期", "不", "", "超过90天"),
        ]
    )
    return [before, _plant(left, right, "number", _SUBSTANTIVE), after]


def number_sign(chance: random.Random) -> Clause:
    return ["气温为", _plant("-", "", "number", _SUBSTANTIVE), f"{chance.randint(2, 30)}℃"]


def numeral(chance: random.Random) -> Clause:
    value = chance.randint(2, 22)
    thousands = chance.randint(1, 9)
    before, left, right, after = chance.choice(
        [
            ("共", str(value), _SPOKEN[value], "个部门"),
            ("第", str(value), _SPOKEN[value], "次会议"),
            ("早在", "2020", "二〇二〇", "年"),
            ("早在", "一九九八", "1998", "年"),
            ("早在", "二○二○", "二〇二〇", "年"),
            ("补助", f"{thousands},200", f"{thousands}200", "元"),
            ("补助", f"{thousands}0000", f"{thousands}万", "元"),
            ("到", "民国109", "2020", "年"),
            ("占比", "百分之五", "5%", ""),
            ("分给", "两", "2", "个单位"),
            ("占比", "三点五", "3.5", "成"),
            ("长约", "２５", "二十五", "公里"),
            ("耗资", "三亿", "3亿", "元"),
        ]
    )
    if left == "三亿":
        left, right, after = "三", "3", "亿元"
    return [before, _plant(left, right, "numeral", _ACCIDENTAL), after]


def numeral_date(chance: random.Random) -> Clause:
    month, day = chance.randint(1, 12), chance.randint(1, 22)
    return [
        "于",
        _plant("2021", "二〇二一", "numeral", _ACCIDENTAL),
        "年",
        _plant(str(month), _SPOKEN[month], "numeral", _ACCIDENTAL),
        "月",
        _plant(str(day), _SPOKEN[day], "numeral", _ACCIDENTAL),
        "日印发",
    ]


def wording(chance: random.Random) -> Clause:
    left, right = chance.choice(_WORDS).split("/")
    return [
        "其中，",
        _plant(left, right, "wording", _SUBSTANTIVE),
        chance.choice(["部分内容", "这一环节", "的那些做法"]),
    ]


def wording_word(chance: random.Random) -> Clause:
    before, word, after = chance.choice(
        [
            ("该做法", "不", "符合规定"),
            ("已完成", "了", "全部任务"),
            ("必须", "亲自", "到场"),
            ("由", "省级", "主管机关裁定"),
            ("人员", "均", "已报到"),
            ("事项", "的", "说明"),
        ]
    )
    return [before, _plant(word, "", "wording", _SUBSTANTIVE), after]


def wording_clause(chance: random.Random) -> Clause:
    """Put in a whole clause with the comma after it, or the last one of a sentence with the comma before it."""
    clause = chance.choice(["尤其重视边远山区", "另设咨询电话", "同时追究责任", "但涉密的除外"])
    if chance.random() < 0.5:
        return ["凡符合条件者，", _plant(clause + "，", "", "wording", _SUBSTANTIVE), "均可登记"]
    return ["凡符合条件者均可登记", _plant("，" + clause, "", "wording", _SUBSTANTIVE), "。另有"]


def wording_sentence(chance: random.Random) -> Clause:
    told = chance.choice(["代表们听取了汇报。", "市场反应平淡。", "气象台发布了预警。"])
    return ["上午开会。", _plant(told, "", "wording", _SUBSTANTIVE), "下午参观"]


def wording_detail(chance: random.Random) -> Clause:
    before, left, right, after, detail, weight = chance.choice(
        [
            ("学习", "十九", "二十", "大报告", "term", _SUBSTANTIVE),
            ("编制", "十三五", "十四五", "规划", "term", _SUBSTANTIVE),
            ("其", "他", "它", "事项", "variant-word", _DOUBTFUL),
            ("完善", "资讯", "信息", "系统", "regional", _SUBSTANTIVE),
            ("下载", "软体", "软件", "安装", "regional", _SUBSTANTIVE),
            ("自", "己", "已", "承担", "confusable", _SUBSTANTIVE),
            ("周", "末", "未", "开放", "confusable", _SUBSTANTIVE),
            ("优", "待", "特", "人员", "confusable", _SUBSTANTIVE),
        ]
    )
    if left[0] == right[0] and detail == "regional":
        before, left, right = before + left[0], left[1:], right[1:]
    return [before, _plant(left, right, "wording", weight, detail), after]


def wording_dense(chance: random.Random) -> Clause:
    """Change two or three words that stand three characters apart."""
    pool = [one.split("/") for one in chance.sample(_WORDS[:14], 3)]
    pieces: list[str | Planted] = ["要求"]
    for left, right in pool[: chance.randint(2, 3)]:
        pieces += [_plant(left, right, "wording", _SUBSTANTIVE), chance.choice(["这方面", "的工作", "等事项"])]
    return pieces


PLANTS: tuple[Plant, ...] = (
    *[number_value, number_value, number_date, number_unit, number_multiplier, number_bound, number_sign, numeral],
    *[numeral, numeral_date, wording, wording, wording_word, wording_clause, wording_sentence, wording_detail],
    *[wording_dense],
)
