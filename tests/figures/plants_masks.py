"""Clauses with a planted mask: restyled, remasked, applied, emptied, added, blanked; swapping gives the other half."""

from __future__ import annotations

import random

from planting import Clause, Plant, Planted

_RUNS = "*＊xXＸ×╳✕□■█▇○●◇"
# What stands before and after a number, and the numbers that may stand there.
_NUMERIC = (
    ("早在", "年春", "year"),
    ("于", "月召开", "month"),
    ("共", "个部门", "count"),
    ("选派", "名干部", "count"),
    ("联合", "家企业", "count"),
    ("增长", "%", "percent"),
    ("投入", "万元", "amount"),
    ("第", "次会议", "count"),
    ("见第", "条", "count"),
    ("庆祝成立", "周年", "count"),
    ("安置", "余人", "count"),
    ("上升", "个百分点", "percent"),
    ("国发〔2020〕", "号", "count"),
)
_NAMED = (
    ("批准", "省", ("河南", "山东", "四川")),
    ("到达", "市", ("洛阳", "青岛", "绵阳")),
    ("委托", "有限公司", ("宏达", "远景实业", "中原科技")),
    ("走访", "大学", ("河北", "师范", "兰州")),
    ("表扬", "同志", ("张建国", "陈志强", "欧阳海")),
    ("推进", "改革", ("海关", "税务", "医疗")),
    ("服务", "领域", ("金融", "能源", "航运")),
    ("讨论关于", "的报告", ("粮食储备", "西藏", "南海")),
    ("第七次", "工作会议", ("西藏", "新疆", "统战")),
)
_WRAPPED = "[private] [REDACTED] 【略】 [已隐去] [...] [···]".split()[:5]  # noqa: SIM905
_ACCIDENTAL, _DOUBTFUL, _SUBSTANTIVE = "accidental", "doubtful", "substantive"


def _run(chance: random.Random, width: int) -> str:
    return chance.choice(_RUNS) * width


def _two_runs(chance: random.Random, one: int, other: int) -> tuple[str, str]:
    first, second = chance.sample(_RUNS, 2)
    return first * one, second * other


def _number(chance: random.Random, sort: str) -> str:
    if sort == "year":
        return chance.choice([str(chance.randint(1949, 2029)), "二〇一八", "一九九八", "二○二一"])
    if sort == "month":
        return chance.choice([str(chance.randint(1, 12)), "十一", "六"])
    if sort == "percent":
        return chance.choice([str(chance.randint(2, 98)), f"{chance.randint(1, 9)}.{chance.randint(1, 9)}"])
    return chance.choice([str(chance.randint(2, 980)), "二十", "三百五十", "十六", f"{chance.randint(1, 9)},500"])


def _mask(left: str, right: str, detail: str, weight: str = _SUBSTANTIVE, masked: str = "r") -> Planted:
    return Planted(left, right, ("mask", detail, weight), masked)


def restyled_number(chance: random.Random) -> Clause:
    before, after, _ = chance.choice(_NUMERIC)
    width = chance.randint(2, 4)
    return [before, _mask(*_two_runs(chance, width, width), "restyled", _ACCIDENTAL, "lr"), after]


def restyled_name(chance: random.Random) -> Clause:
    before, after, _ = chance.choice(_NAMED[:7])
    return [
        before,
        _mask(*_two_runs(chance, chance.randint(2, 4), chance.randint(2, 4)), "restyled", _ACCIDENTAL, "lr"),
        after,
    ]


def restyled_wrapped(chance: random.Random) -> Clause:
    before, after, _ = chance.choice(_NAMED[:7])
    left, right = chance.sample(_WRAPPED, 2)
    return [before, _mask(left, right, "restyled", _ACCIDENTAL, "lr"), after]


def restyled_partly(chance: random.Random) -> Clause:
    one, other = chance.sample("*xX×□●", 2)
    left, after = chance.choice(
        [(f"20{one * 2}", "年"), (f"201{one}", "年"), (f"1{one * 2}", "人"), (f"139{one * 4}1234", "，")]
    )
    if one in "□●" and left.startswith("201"):
        return restyled_number(chance)
    return [
        "自",
        _mask(
            left,
            left.replace(one, other if "201" not in left else "x" if one != "x" else "×"),
            "restyled",
            _ACCIDENTAL,
            "lr",
        ),
        after,
    ]


def restyled_date(chance: random.Random) -> Clause:
    one, other = chance.sample("*xX×", 2)
    return [
        "定于",
        _mask(one * 4, other * 4, "restyled", _ACCIDENTAL, "lr"),
        "年",
        _mask(one * 2, other * 2, "restyled", _ACCIDENTAL, "lr"),
        "月",
        _mask(one * 2, other * 2, "restyled", _ACCIDENTAL, "lr"),
        "日举行",
    ]


def remasked_width(chance: random.Random) -> Clause:
    before, after, _ = chance.choice(_NUMERIC)
    one, other = chance.sample([2, 3, 4], 2)
    run = chance.choice("*xX×□█●")
    return [before, _mask(run * one, run * other, "remasked", _DOUBTFUL, "lr"), after]


def remasked_conflict(chance: random.Random) -> Clause:
    left, right = chance.choice(
        [("20xx", "19xx"), ("20**", "19××"), ("李某1", "李某2"), ("王某甲", "王某乙"), ("二○××", "一九××")]
    )
    return ["据", _mask(left, right, "remasked", _SUBSTANTIVE, "lr"), "年报" if "某" not in left else "陈述"]


def applied_number(chance: random.Random) -> Clause:
    before, after, sort = chance.choice(_NUMERIC)
    return [before, _mask(_number(chance, sort), _run(chance, chance.randint(2, 4)), "applied"), after]


def applied_single(chance: random.Random) -> Clause:
    before, after = chance.choice([("第", "条规定"), ("于", "月底"), ("调来", "人")])
    return [before, _mask(str(chance.randint(2, 9)), chance.choice("*xX×"), "applied"), after]


def applied_name(chance: random.Random) -> Clause:
    before, after, names = chance.choice(_NAMED)
    mask = chance.choice([_run(chance, chance.randint(2, 4)), chance.choice(_WRAPPED), "某某"])
    return [before, _mask(chance.choice(names), mask, "applied"), after]


def applied_person(chance: random.Random) -> Clause:
    left, right = chance.choice(
        [
            ("张建国", "张某"),
            ("李明", "李某"),
            ("王建明", "王○明"),
            ("陈志强", "陈某某"),
            ("刘伟", "刘某1"),
            ("赵海生", "赵某甲"),
        ]
    )
    before, after = chance.choice([("被告人", "辩称"), ("证人", "作证"), ("会见", "时指出")])
    return [before, _mask(left, right, "applied"), after]


def applied_given_name(chance: random.Random) -> Clause:
    surname, given = chance.choice([("张", "建国"), ("李", "志强"), ("王", "海涛"), ("陈", "思远")])
    return ["由" + surname, _mask(given, chance.choice("*x×") * 2, "applied"), "负责"]


def applied_partly(chance: random.Random) -> Clause:
    left, right, after = chance.choice(
        [
            ("2016", "20**", "年"),
            ("2013", "201x", "年"),
            ("13812345678", "138****5678", ""),
            ("二○一六", "二○××", "年"),
            ("110105194912310021", "110105********0021", ""),
        ]
    )
    return ["查" if after else "电话", _mask(left, right, "applied"), after]


def applied_on_pair(chance: random.Random) -> Clause:
    """Hide behind a sign that alone would be none."""
    before, left, right, after = chance.choice(
        [
            ("赶到", "洛阳", "某地", "调研"),
            ("查处", "宏达", "某", "公司"),
            ("占", "7", "×", "成"),
            ("抽调", "3", "□", "辆车"),
        ]
    )
    return [before, _mask(left, right, "applied"), after]


def applied_elision(chance: random.Random) -> Clause:
    clause = chance.choice(["并组织实施", "有关事项另行通知", "逐级上报审批"])
    return ["经研究，", _mask(clause, chance.choice(["（略）", "……", "【略】"]), "applied"), "。会后"]


def emptied(chance: random.Random) -> Clause:
    before, after = chance.choice(
        [("选派", "多人次"), ("联合", "个部门"), ("召开", "次会议"), ("处理", "件案件"), ("捐款", "元")]
    )
    return [before, _mask(_number(chance, "count"), "", "emptied", masked=""), after]


def added(chance: random.Random) -> Clause:
    before, after, _ = chance.choice([*_NUMERIC[2:6], *_NAMED[4:7]])
    return [before, _mask("", _run(chance, chance.randint(2, 4)), "added"), after]


def blanked(chance: random.Random) -> Clause:
    before, left, after = chance.choice(
        [
            ("姓名：", "张建国", "，"),
            ("金额", "5000", "元"),
            ("签于", "2020", "年"),
            ("乙方", "宏达公司", "签字"),
            ("共", "12", "页"),
        ]
    )
    return [before, _mask(left, chance.choice(["____", "______", "___"]), "blanked"), after]


def blanked_slot(chance: random.Random) -> Clause:
    before, left, right, after = chance.choice(
        [
            ("尊敬的", "陈志强", "{name}", "先生"),
            ("截至", "2021", "{year}", "年"),
            ("地址为", "中山路", "{{address}}", "附近"),
        ]
    )
    return [before, _mask(left, right, "blanked"), after]


PLANTS: tuple[Plant, ...] = (
    *[restyled_number, restyled_name, restyled_wrapped, restyled_partly, restyled_date, remasked_width],
    *[remasked_conflict, applied_number, applied_number, applied_single, applied_name, applied_name, applied_person],
    *[applied_given_name, applied_partly, applied_on_pair, applied_elision, emptied, added, blanked, blanked_slot],
)
