"""Clauses with several planted edits close together, in other scripts, and words at random places."""

from __future__ import annotations

import random

from planting import Clause, Plant, Planted

_ACCIDENTAL, _DOUBTFUL, _SUBSTANTIVE = "accidental", "doubtful", "substantive"
_MASKED = ("mask", "applied", _SUBSTANTIVE)
_NUMBER = ("number", None, _SUBSTANTIVE)
_WORDING = ("wording", None, _SUBSTANTIVE)
_PROSE = (
    "会议强调要坚持问题导向逐项抓好整改落实",
    "双方就进一步深化互利合作交换了看法",
    "投保人故意隐瞒真实情况的保险人有权解除合同",
    "山区群众依靠种植苹果走上了致富道路",
    "研究结果显示该药物对多数患者疗效明显",
    "法庭当庭宣读判决并告知双方享有上诉权利",
    "沿海渔民夏季休渔期间由财政发放生活补贴",
    "新建图书馆免费向周边居民提供阅览服务",
)
# Characters that stand in none of those sentences and look like none of theirs.
_STRANGERS = "鼎龟墨竹梅琴鹤扇砚塔桥钟雁藤瓷锦"


def _applied(value: str, mask: str) -> Planted:
    return Planted(value, mask, _MASKED, "r")


def masks_in_places(chance: random.Random) -> Clause:
    one = chance.choice(["xx", "**", "××", "某某", "□□"])
    places = chance.choice([("河南", "洛阳", "嵩"), ("四川", "绵阳", "北川"), ("山东", "青岛", "平度")])
    return ["位于", _applied(places[0], one), "省", _applied(places[1], one), "市", _applied(places[2], one), "县境内"]


def masks_in_list(chance: random.Random) -> Clause:
    one = chance.choice(["xx", "××", "****"])
    names = chance.sample(["北京", "上海", "广州", "深圳", "西安"], 3)
    return ["分别在", _applied(names[0], one), "、", _applied(names[1], one), "、", _applied(names[2], one), "等地举办"]


def masks_in_date(chance: random.Random) -> Clause:
    one = chance.choice("*x×")
    year, month, day = str(chance.randint(1950, 2029)), str(chance.randint(1, 12)), str(chance.randint(1, 28))
    left = chance.choice([year, "二○一六"])
    half = (left[:2] + one * 2) if chance.random() < 0.5 and (left == year or one == "×") else one * 4
    return ["签订于", _applied(left, half), "年", _applied(month, one * 2), "月", _applied(day, one * 2), "日的合同"]


def blanks_in_date(chance: random.Random) -> Clause:
    names = ("mask", "blanked", _SUBSTANTIVE)
    return [
        "签字日期：",
        Planted(str(chance.randint(1950, 2029)), "____", names, "r"),
        "年",
        Planted(str(chance.randint(1, 12)), "__", names, "r"),
        "月",
        Planted(str(chance.randint(1, 28)), "__", names, "r"),
        "日",
    ]


def mask_hides_one_of_two(chance: random.Random) -> Clause:
    """Hide the first of two names and restyle the mask of the second."""
    one, other = chance.sample(["xx", "××", "□□", "●●"], 2)
    return [
        "经",
        _applied(chance.choice(["国家邮政局", "水利部", "农业银行"]), one),
        "批准，由",
        Planted(one, other, ("mask", "restyled", _ACCIDENTAL), "lr"),
        "负责实施",
    ]


def mask_and_number(chance: random.Random) -> Clause:
    return [
        "共有",
        _applied(str(chance.randint(10, 99)), chance.choice(["**", "xx"])),
        "个部门",
        Planted(str(chance.randint(100, 499)), str(chance.randint(500, 999)), _NUMBER),
        "名干部",
        Planted("参加", "缺席", _WORDING),
    ]


def sentence_with_mask(chance: random.Random) -> Clause:
    """Drop a sentence that merely contains a mask: wording."""
    return ["到会签到。", Planted(f"另有⟦{chance.choice('*x×') * 4}⟧个项目未报。", "", _WORDING), "散会"]


def number_ranges(chance: random.Random) -> Clause:
    low, high = sorted(chance.sample(range(10, 99), 2))
    change = Planted(str(high), str(high + 100), _NUMBER)
    return chance.choice(
        [
            [f"控制在{low}%至", change, "%之间"],
            [f"控制在{low}—", change, "人"],
            [f"控制在{low}-", change, "吨"],
            [f"控制在{low}~", change, "℃"],
            [f"上午{low}:", Planted("30", "45", _NUMBER), "开始"],
            ["达到三分之", Planted("一", "二", _NUMBER), "以上"],
            ["达到", Planted("1.5", "1.6", _NUMBER), "万余户"],
            ["达到", Planted("三百二十", "三百五十", _NUMBER), "万册"],
            ["支持", Planted("5", "6", _NUMBER), "G网络"],
            [
                f"（{low}）、",
                Planted("（", "(", ("width", None, _ACCIDENTAL)),
                f"{high}",
                Planted("）", ")", ("width", None, _ACCIDENTAL)),
                "各项",
            ],
        ]
    )


def words_at_random(chance: random.Random) -> Clause:
    """Replace, put in or drop one to three characters of a sentence."""
    text = chance.choice(_PROSE)
    at = chance.randint(2, len(text) - 5)
    length, other = chance.randint(1, 3), "".join(chance.sample(_STRANGERS, chance.randint(1, 3)))
    old, new = chance.choice([(text[at : at + length], other), ("", other), (text[at : at + length], "")])
    return [text[:at], Planted(old, new, _WORDING), text[at + len(old) :]]


def words_close(chance: random.Random) -> Clause:
    """Replace words with three to five characters between."""
    text = chance.choice(_PROSE)
    at, step = 2, chance.randint(3, 5)
    clause: list[str | Planted] = [text[:at]]
    strangers = chance.sample(_STRANGERS, 6)
    while at + 2 + step < len(text) - 1 and strangers:
        length = chance.randint(1, 2)
        new = "".join(strangers.pop() for _ in range(min(chance.randint(1, 2), len(strangers))))
        clause += [Planted(text[at : at + length], new, _WORDING), text[at + length : at + length + step]]
        at += length + step
    return [*clause, text[at:]]


def forms_close(chance: random.Random) -> Clause:
    """Put differences of several kinds three characters apart."""
    pieces = [
        Planted("业", "業", ("script", None, _ACCIDENTAL)),
        Planted("12", "13", _NUMBER),
        Planted("，", ",", ("width", None, _ACCIDENTAL)),
        Planted("允许", "禁止", _WORDING),
        Planted("xx", "**", ("mask", "restyled", _ACCIDENTAL), "lr"),
        Planted("二十", "20", ("numeral", None, _ACCIDENTAL)),
    ]
    chance.shuffle(pieces)
    return ["其后", pieces[0], "名职工", pieces[1], "人小组", pieces[2], "个单位", pieces[3], "项活动"]


def glosses(chance: random.Random) -> Clause:
    """Damage a text as one download site does: a character that always has the same gloss, five times, proves it."""
    simple, form, gloss, words = chance.choice(
        [
            ("硕", "碩", "(shuò)", "丰_累累，_大无朋，_果满枝，_士毕业，肥_可口"),
            ("勋", "勳", "(xūn)", "功_卓著，_章闪亮，授_仪式，元_人物，_业千秋"),
            ("驿", "驛", "(yì)", "古_新貌，_道崎岖，老_长街，_马飞驰，_站旧址"),
        ]
    )
    names = ("noise", "gloss", _ACCIDENTAL)
    cut = chance.random() < 0.5
    clause: list[str | Planted] = []
    for at, piece in enumerate(words.split("_")):
        if at:
            clause.append(Planted(simple, form, ("script", None, _ACCIDENTAL)) if cut else simple)
            clause.append(Planted("", gloss, names))
        clause.append(piece)
    return clause


def gloss_alone(chance: random.Random) -> Clause:
    before, gloss, after = chance.choice([("鄱", "(pó)", "阳湖"), ("同", "(tóng)", "里古镇"), ("枞", "(zōng)", "阳县")])
    return [before, Planted("", gloss, ("noise", "gloss", _DOUBTFUL)), after]


def english(chance: random.Random) -> Clause:
    number, other = (str(one) for one in chance.sample(range(20, 99), 2))
    return chance.choice(
        [
            ["The committee ", Planted("shall", "may", _WORDING), " publish the report"],
            ["The tenant ", Planted("accepts", "refuses", _WORDING), " the new terms"],
            ["It rose by ", Planted(number, other, _NUMBER), " percent"],
            ["It rose by ", _applied(number, "**"), " percent"],
            ["signed by Mr. ", _applied("Smith", "[REDACTED]"), " in person"],
            ["the ", Planted("Court’s", "Court's", ("punctuation", None, _ACCIDENTAL)), " opinion"],
            ["the ", Planted("Court", "court", ("case", None, _ACCIDENTAL)), " pays"],
            ["the parties do ", Planted("not ", "", _WORDING), "agree"],
        ]
    )


def other_scripts(chance: random.Random) -> Clause:
    return chance.choice(
        [
            ["Die Frist beträgt ", Planted("zwölf", "sieben", _WORDING), " Monate"],
            ["Die Frist endet ", Planted("2019", "2024", _NUMBER), " nicht"],
            ["보고서는 ", Planted("공개", "비밀", _WORDING), "로 한다"],
            ["会議は", Planted("東京", "札幌", _WORDING), "で開かれた"],
            ["اللجنة ", Planted("وافقت", "رفضت", _WORDING), " على التقرير"],
            ["ประชุม", Planted("5", "9", _NUMBER), "ครั้ง"],
        ]
    )


PLANTS: tuple[Plant, ...] = (
    *[masks_in_places, masks_in_list, masks_in_date, blanks_in_date, mask_hides_one_of_two, mask_and_number],
    *[sentence_with_mask, number_ranges, words_at_random, words_at_random, words_close, forms_close, glosses],
    *[gloss_alone, english, other_scripts],
)
