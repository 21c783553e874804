"""Clauses whose planted edits touch, lean on each other, or are masks only by their partner."""

from __future__ import annotations

import random

from planting import Clause, Plant, Planted

_ACCIDENTAL, _DOUBTFUL, _SUBSTANTIVE = "accidental", "doubtful", "substantive"
_NUMBER = ("number", None, _SUBSTANTIVE)
_WORDING = ("wording", None, _SUBSTANTIVE)
_APPLIED = ("mask", "applied", _SUBSTANTIVE)
_RESTYLED = ("mask", "restyled", _ACCIDENTAL)
_SIGNS = "*xX×□●"


def _applied(value: str, mask: str) -> Planted:
    return Planted(value, mask, _APPLIED, "r")


def number_with_multiplier_hidden(chance: random.Random) -> Clause:
    value = chance.choice(["3.5亿", "20多", "12万", "800余", "三百多"])
    return ["总计", _applied(value, chance.choice(_SIGNS) * 2), chance.choice(["元", "人"])]


def word_before_mask(chance: random.Random) -> Clause:
    one, other = chance.sample(_SIGNS, 2)
    return ["现场共", Planted("有", "", _WORDING), Planted(one * 2, other * 2, _RESTYLED, "lr"), "个部门"]


def word_after_mask(chance: random.Random) -> Clause:
    number = str(chance.randint(10, 99))
    return ["现场", _applied(number, chance.choice(_SIGNS) * 2), "名", Planted("基层", "", _WORDING), "干部"]


def list_item(chance: random.Random) -> Clause:
    names = chance.sample(["棉花", "大豆", "水稻", "玉米", "油菜"], 3)
    return [f"主要是{names[0]}、", Planted(names[1] + "、", "", _WORDING), names[2] + "等作物"]


def bracketed(chance: random.Random) -> Clause:
    told = chance.choice(["（以下简称条例）", "（含港澳台）", "（不含税）", "“十大样板”"])
    return ["上述规定", Planted(told, "", _WORDING), "适用范围"]


def bracketed_mask(chance: random.Random) -> Clause:
    return ["上述项目", Planted(f"（⟦{chance.choice(_SIGNS) * 2}⟧市承办）", "", _WORDING), "如期完工"]


def latin_word(chance: random.Random) -> Clause:
    left, right = chance.choice([("AI", "AIGC"), ("TD", "LTD"), ("iPhone", "iPad"), ("GB", "GJB")])
    return ["选用", Planted(left, right, _WORDING), "技术路线"]


def telephone(chance: random.Random) -> Clause:
    one, other = (str(one) for one in chance.sample(range(1000, 9999), 2))
    return ["传真010-6655-", Planted(one, other, _NUMBER), "，邮编100017"]


def version(chance: random.Random) -> Clause:
    return ["升级至V", Planted("2.0", f"3.{chance.randint(1, 9)}", _NUMBER), "版本"]


def nobody(chance: random.Random) -> Clause:
    left, right = chance.choice([("张某某", "张某"), ("李某某", "李某")])
    return ["原告", Planted(left, right, ("mask", "remasked", _DOUBTFUL), "lr"), "，被告不详"]


def some_place(chance: random.Random) -> Clause:
    city, district = chance.choice([("洛阳", "涧西"), ("青岛", "黄岛"), ("杭州", "西湖")])
    return ["案发地为", _applied(city, "某"), "市", _applied(district, "某"), "区一带"]


def some_day(chance: random.Random) -> Clause:
    return [
        "据查，",
        _applied(str(chance.randint(1980, 2024)), "某"),
        "年",
        _applied(str(chance.randint(1, 12)), "某"),
        "月",
        _applied(str(chance.randint(1, 28)), "某"),
        "日晚",
    ]


def some_sir(chance: random.Random) -> Clause:
    return ["接待", _applied(chance.choice("王李张陈"), chance.choice("X×")), "先生一行"]


def quoted_mask(chance: random.Random) -> Clause:
    left = chance.choice(["银河", "东方红", "昆仑"])
    return ["代号“", _applied(left, chance.choice(["xx", "××", "****"])), "”的行动"]


def half_date(chance: random.Random) -> Clause:
    one, other = chance.sample("*x×", 2)
    return [
        "截至",
        Planted(f"20{one * 2}", f"20{other * 2}", _RESTYLED, "lr"),
        "年",
        Planted(one * 2, other, ("mask", "remasked", _DOUBTFUL), "lr"),
        "月末",
    ]


def number_then_word(chance: random.Random) -> Clause:
    one, other = (str(one) for one in chance.sample(range(10, 999), 2))
    return [
        "当年",
        Planted("减少", "新增", _WORDING),
        Planted(one, other, _NUMBER),
        "户",
        Planted("，", "；", ("punctuation", None, _DOUBTFUL)),
        "次年",
    ]


PLANTS: tuple[Plant, ...] = (
    *[number_with_multiplier_hidden, word_before_mask, word_after_mask, list_item, bracketed, bracketed_mask],
    *[latin_word, telephone, version, nobody, some_place, some_day, some_sir, quoted_mask, half_date],
    *[number_then_word],
)
