"""Clauses with a planted difference of form, or several that touch; swapping the sides gives the other half."""

from __future__ import annotations

import random

from planting import Clause, Plant, Planted

_ACCIDENTAL, _DOUBTFUL, _SUBSTANTIVE = "accidental", "doubtful", "substantive"
_HAN = [
    "国國",
    "业業",
    "产產",
    "东東",
    "车車",
    "长長",
    "门門",
    "问問",
    "见見",
    "书書",
    "马馬",
    "鸟鳥",
    "学學",
    "体體",
    "电電",
    "华華",
    "务務",
    "报報",
    "说說",
    "经經",
    "济濟",
]


def _plant(left: str, right: str, kind: str, weight: str, detail: str | None = None) -> Planted:
    return Planted(left, right, (kind, detail, weight))


def script(chance: random.Random) -> Clause:
    pieces: list[str | Planted] = []
    for _ in range(chance.randint(1, 3)):
        run = "".join(chance.sample(_HAN, chance.choice([1, 1, 2])))
        pieces += [chance.choice(["今年在", "目前有", "以便"]), _plant(run[0::2], run[1::2], "script", _ACCIDENTAL)]
    return [*pieces, "之类"]


def script_variant(chance: random.Random) -> Clause:
    left, right = chance.choice([("为", "爲"), ("群", "羣"), ("峰", "峯"), ("啟", "啓"), ("裡", "裏")])
    return ["一律", _plant(left, right, "script", _ACCIDENTAL), "此"]


def script_wrong(chance: random.Random) -> Clause:
    before, left, right, after = chance.choice(
        [("理", "髮", "發", "店歇業"), ("皇", "后", "後", "大道東側"), ("當地", "面", "麵", "館")]
    )
    return [before, _plant(left, right, "script", _DOUBTFUL, "wrong-form"), after]


def width(chance: random.Random) -> Clause:
    before, left, right, after = chance.choice(
        [
            ("为此", "，", ",", "予以说明"),
            ("包括", "：", ":", "甲方代表"),
            ("核算", "ＧＤＰ", "GDP", "总量"),
            ("共", "２５", "25", "人到会"),
            ("当然", "；", ";", "也要说明"),
            ("占", "５０％", "50%", "以上"),
            ("办法如下", "！", "!", "请知悉"),
        ]
    )
    return [before, _plant(left, right, "width", _ACCIDENTAL), after]


def width_brackets(chance: random.Random) -> Clause:
    inner = chance.choice(["试行", "第二版", "内部"])
    return [
        "该办法",
        _plant("（", "(", "width", _ACCIDENTAL),
        inner,
        _plant("）", ")", "width", _ACCIDENTAL),
        "已经废止",
    ]


def case(chance: random.Random) -> Clause:
    before, left, right, after, weight = chance.choice(
        [
            ("接入", "Internet", "internet", "的用户", _ACCIDENTAL),
            ("依据", "ISO", "iso", "标准", _ACCIDENTAL),
            ("使用", "Linux", "LINUX", "系统", _ACCIDENTAL),
            ("功率30", "mW", "MW", "左右", _DOUBTFUL),
            ("名为", "Ａlpha", "alpha", "的项目", _ACCIDENTAL),
        ]
    )
    return [before, _plant(left, right, "case", weight), after]


def punctuation_pair(chance: random.Random) -> Clause:
    """Change or drop both marks of a pair."""
    inner = chance.choice(["专家", "一带一路", "放管服", "老字号"])
    shapes = chance.choice([("“”", "「」"), ("“”", '""'), ("“”", "『』"), ("“”", "  "), ("《》", "  "), ("（）", "  ")])
    weight = _DOUBTFUL if shapes[1] == "  " else _ACCIDENTAL
    left, right = shapes[0], shapes[1].strip() or ("", "")
    return [
        "所谓",
        _plant(left[0], right[0], "punctuation", weight),
        inner,
        _plant(left[1], right[1], "punctuation", weight),
        "的意见",
    ]


def punctuation(chance: random.Random) -> Clause:
    before, left, right, after, weight = chance.choice(
        [
            ("等等", "……", "...", "不一而足", _ACCIDENTAL),
            ("等等", "……", "…", "不一而足", _ACCIDENTAL),
            ("此事", "——", "──", "众所周知", _ACCIDENTAL),
            ("列夫", "·", "•", "托尔斯泰", _ACCIDENTAL),
            ("坚持“两个维护”", "、", "", "“四个自信”", _ACCIDENTAL),
            ("包括棉花", "、", "，", "大豆", _DOUBTFUL),
            ("办理手续", "；", "，", "领取证件", _DOUBTFUL),
            ("办理手续", "。", "，", "领取证件", _DOUBTFUL),
            ("真的吗", "？", "！", "未必", _DOUBTFUL),
            ("有权人", "，", "", "可以申请", _DOUBTFUL),
            ("棉花", "、", "", "大豆", _DOUBTFUL),
        ]
    )
    return [before, _plant(left, right, "punctuation", weight), after]


def space(chance: random.Random) -> Clause:
    before, left, right, after, weight = chance.choice(
        [
            ("核算GDP", " ", "", "的办法", _ACCIDENTAL),
            ("采用", " ", "", "Linux系统", _ACCIDENTAL),
            ("the open", "  ", " ", "source project", _ACCIDENTAL),
            ("会议强调", " ", "", "必须落实", _ACCIDENTAL),
            ("会议认为，", "　", "", "成绩显著", _ACCIDENTAL),
            ("编号", "1 0", "10", "号楼", _SUBSTANTIVE),
            ("it is ", "not able", "notable", " indeed", _SUBSTANTIVE),
        ]
    )
    return [before, _plant(left, right, "space", weight), after]


def space_wrap(chance: random.Random) -> Clause:
    """Break a line inside a sentence, as hard-wrapped copies do."""
    before, after = chance.choice(
        [
            ("认真贯彻执行国家", "的各项规定和要求"),
            ("为了加强对有关人员", "的教育培训和管理"),
            ("统筹安排生产生活，", "切实保障群众利益"),
        ]
    )
    return [before, _plant("\n", "", "space", _ACCIDENTAL), after]


def noise(chance: random.Random) -> Clause:
    before, left, right, after, detail, weight = chance.choice(
        [
            ("互联", "", "\u200b", "网信息", "invisible", _ACCIDENTAL),
            ("互联", "", "\ufeff", "网信息", "invisible", _ACCIDENTAL),
            ("互联", "", "\u00ad", "网信息", "invisible", _ACCIDENTAL),
            ("互", "联", "联\u200d", "网信息", "invisible", _DOUBTFUL),
            ("群众", "利益", "\ufffd\ufffd", "至上", "damage", _DOUBTFUL),
            ("全文", "", "##paidbegin##", "如下", "marker", _ACCIDENTAL),
            ("全文", "", "<b>", "如下", "tag", _DOUBTFUL),
        ]
    )
    return [before, _plant(left, right, "noise", weight, detail), after]


def touching(chance: random.Random) -> Clause:
    """Touch two differences of different kinds."""
    return chance.choice(
        [
            ["合计", _plant("30", "40", "number", _SUBSTANTIVE), _plant("，", ",", "width", _ACCIDENTAL), "均已验收"],
            ["面向", _plant("国", "國", "script", _ACCIDENTAL), _plant("，", ",", "width", _ACCIDENTAL), "放眼未来"],
            ["共", _plant("20", "二十", "numeral", _ACCIDENTAL), _plant("；", ";", "width", _ACCIDENTAL), "余略"],
            [
                "收入",
                _plant("增加", "锐减", "wording", _SUBSTANTIVE),
                _plant("20", "50", "number", _SUBSTANTIVE),
                "%左右",
            ],
            ["称为", _plant("“", "「", "punctuation", _ACCIDENTAL), _plant("学", "學", "script", _ACCIDENTAL), "员"],
        ]
    )


def mask_and_comma(chance: random.Random) -> Clause:
    """Touch a mask by a difference of another kind."""
    one, other = chance.sample("*＊xX×╳□■█○●◇", 2)
    mask = Planted(one * 4, other * 4, ("mask", "restyled", _ACCIDENTAL), "lr")
    return ["编号为", mask, _plant("，", ",", "width", _ACCIDENTAL), "经查"]


def mask_and_script(chance: random.Random) -> Clause:
    one, other = chance.sample("*＊xX×╳□■█○●◇", 2)
    mask = Planted(one * 3, other * 3, ("mask", "restyled", _ACCIDENTAL), "lr")
    left, right = chance.choice([("从", "從"), ("来", "來"), ("对", "對"), ("给", "給")])
    return ["已", _plant(left, right, "script", _ACCIDENTAL), mask, "个部门调人"]


def mask_and_unit(chance: random.Random) -> Clause:
    mask = Planted(str(chance.randint(2, 90)), chance.choice("*x×") * 2, ("mask", "applied", _SUBSTANTIVE), "r")
    return ["增长", mask, _plant("%", "个百分点", "number", _SUBSTANTIVE)]


PLANTS: tuple[Plant, ...] = (
    *[script, script_variant, script_wrong, width, width_brackets, case, punctuation_pair, punctuation, punctuation],
    *[space, space_wrap, noise, touching, mask_and_comma, mask_and_script, mask_and_unit],
)
