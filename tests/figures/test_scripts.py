"""Any script: form told from meaning, whole words and clusters, and right-to-left text in logical order."""

from __future__ import annotations

import unicodedata

import pytest

from difftool import Significance, compare, document
from difftool.laws import check
from difftool.model import RelationKind

# One document a language, and for it: a change of meaning with the two readings, and a change of form.
LANGUAGES = {
    "English": (
        "The Tenant shall pay 1,500 dollars.\nThe “Premises” means the flat.",
        ("shall pay", "may pay", "shall", "may"),
        ("“", '"'),
    ),
    "German": (
        "Die Behörde muss binnen 30 Tagen entscheiden.\nDie Straße ist „offen“.",
        ("muss", "kann", "muss", "kann"),
        ("ö", "o\u0308"),
    ),
    "French": (
        "Le délai est de 30 jours.\nL’élève présente sa demande.",
        ("présente", "presenté", "présente", "presenté"),
        ("’", "'"),
    ),
    "Russian": (
        "Срок составляет 30 дней.\nЗаявитель обязан уплатить сбор.",
        ("обязан", "вправе", "обязан", "вправе"),
        ("й", "и\u0306"),
    ),
    "Greek": (
        "Η προθεσμία είναι 30 ημέρες.\nΟ αιτών οφείλει να πληρώσει.",
        ("οφείλει", "μπορεί", "οφείλει", "μπορεί"),
        ("ώ", "ω\u0301"),
    ),
    "Japanese": (
        "届出は三十日以内とする。\nガラスの品質は十分とする。",
        ("三十日以内", "三十日以外", "内", "外"),
        ("ガ", "ｶﾞ"),
    ),
    "Korean": (
        "사업자는 30일 이내에 신고하여야 한다.\n수수료는 면제한다.",
        ("30일", "20일", "30", "20"),
        ("면", unicodedata.normalize("NFD", "면")),
    ),
    "Arabic": (
        "يجب على الموظف الحضور قبل الساعة 8.\nتبلغ الغرامة 500 دينار.",
        ("الحضور", "الغياب", "الحضور", "الغياب"),
        ("500", "٥٠٠"),
    ),
    "Hebrew": ("על העובד להגיע לפני שעה 8.\nהקנס הוא 500 שקלים.", ("לפני", "אחרי", "לפני", "אחרי"), (" ", "  ")),
    "Persian": (
        "کارمند باید ساعت ۸ حاضر شود.\nجریمه ۵۰۰ ریال است.",
        ("باید", "نباید", "باید", "نباید"),
        ("۵۰۰", "500"),
    ),
    "Hindi": ("कर्मचारी को ८ बजे आना होगा।\nजुर्माना ५०० रुपये है।", ("५०० रुपये", "६०० रुपये", "५००", "६००"), ("५००", "500")),
    "Thai": ("ผู้ใช้ไม่ต้องจ่ายค่าธรรมเนียม\nราคา ๕๐ บาทต่อคน", ("ไม่ต้อง", "ต้อง", "ไม่", ""), ("๕๐", "50")),
    "Vietnamese": (
        "Người thuê phải trả tiền.\nGiá là 500 đồng.",
        ("phải", "phai", "phải", "phai"),
        ("ờ", unicodedata.normalize("NFD", "ờ")),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_of_meaning_is_named_by_whole_words(language: str) -> None:
    text, (old, new, was, now), _ = LANGUAGES[language]
    left, right = document(text), document(text.replace(old, new, 1))
    found = compare(left, right)
    check(left, right, found)

    assert [(one.left_text, one.right_text, one.significance) for one in found.changes] == [
        (was, now, Significance.SUBSTANTIVE)
    ]
    assert all(one.left_text == one.left.of(text) for one in found.changes), "the order of the source, not of the eye"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_of_form_is_accidental(language: str) -> None:
    text, _, (was, now) = LANGUAGES[language]
    left, right = document(text), document(text.replace(was, now))
    found = compare(left, right)
    check(left, right, found)

    assert text != right.text
    assert {one.significance for one in found.changes} == {Significance.ACCIDENTAL}
    assert found.relation.kind is RelationKind.EQUIVALENT


@pytest.mark.parametrize("language", ["Arabic", "Hebrew", "Persian"])
def test_text_from_right_to_left_keeps_its_logical_order(language: str) -> None:
    text = LANGUAGES[language][0]
    numbered = text.replace("8", "9").replace("۸", "۹").replace("500", "700").replace("۵۰۰", "۷۰۰")
    found = compare(document(text), document(numbered))

    assert [one.kind.value for one in found.changes] == ["number", "number"]
    starts = [one.left.start for one in found.changes]
    assert starts == sorted(starts)


def test_what_steers_the_direction_of_reading_is_doubtful() -> None:
    found = compare(document("المادة 3 تنص على ما يلي"), document("المادة \u202e3 تنص على ما يلي"))
    assert [one.significance for one in found.changes] == [Significance.DOUBTFUL]
