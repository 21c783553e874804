"""What masks stand for: the 38 of seed 001 as a person reads them, and each rule with what it must not take."""

from __future__ import annotations

from pathlib import Path

import pytest

from difftool.classify.inventory import masks_of
from difftool.classify.readings import reading
from difftool.model import Nature, Span
from difftool.view.masks import mask_spans

SEEDS = Path(__file__).parents[2] / "seeds"

# Read in the seed, sentence by sentence. What is hidden is a region in the second article,
# a publishing group in the second from there, an authority in the fourth; the reading names the slot, so xx工作 is a
# field of work whether the word was Tibet or Customs.
SEED_001 = """
113 xx sector          - 把xx全面从严治党不断引向深入
2446 xx place          - 为新时代xx长治久安
2510 xx place          - 对xx各族人民的关心关怀
2608 xx place          - 党在xx的执政根基
2712 xx sector         工作 第七次xx工作座谈会
2733 xx sector         工作 关于xx工作的重要论述
3583 xx organization   集团 xx集团有限公司
3613 xx sector         - 是xx的“国家队”
4725 xx count          条 xx条具体措施
5057 xxx anniversary   周年 成立xxx周年
5068 xxx count         种 xxx余种形式
5656 xxx count         人 专业人才xxx人
5684 xxx count         人 优秀人才xxx人
5803 xxx count         期 xxx多期专题培训班
5839 xxxx count        门 xxxx余门课程
7425 xxxx year         年 xxxx年新冠肺炎疫情
8361 xx count          个 联合xx个部门
10088 xx sector        - 把xx全面从严治党不断引向深入
10104 xxxx year        年 xxxx年是中国共产党成立一百周年
10158 xx organization  - 全国xx要以
10346 xx sector        - 社会主义现代化xx提供坚强保证
10794 xx sector        改革 xx改革发展各项工作
10811 xx organization  - 健全xx三级党委体制
10903 xx sector        - 开局xx各项工作
11369 xx sector        廉政 xx廉政文化建设
11747 xx sector        - 规范xx各项督查检查考核
11805 xxxxx phone      服务热线 用好xxxxx服务热线
11817 xx sector        政务 深化xx政务服务
12227 xx sector        职业 新时代xx职业精神
12297 xx sector        精神 推动xx精神文明建设
12308 xx sector        文化 加强xx文化建设
12436 xx sector        发展 “十四五”xx发展规划
12686 xx sector        巡视 推动xx巡视巡察工作
12779 xx sector        规章 统筹推进xx规章立改废释
12971 xx sector        数据 确保xx数据安全
13104 xx sector        内控 深化xx内控机制建设
13130 xx sector        风险 充分发挥xx风险预警
14893 xx century       世纪 xx世纪马克思主义
"""

READ = [
    ("**年", "year", "年"),
    ("xx年度", "year", "年"),
    ("20××年", "year", "年"),
    ("历时**年", "count", "年"),
    ("**余年", "count", "年"),
    ("**年以上", "count", "年"),
    ("**年轻干部", "sector", ""),
    ("**月", "month", "月"),
    ("3月**日", "day", "日"),
    ("3月**号", "day", "号"),
    ("中山路**号", "ordinal", "号"),
    ("见**日报", "organization", "日报"),
    ("第**条", "ordinal", "条"),
    ("第**世纪", "century", "世纪"),
    ("**个百分点", "percent", "个百分点"),
    ("百分之**", "percent", ""),
    ("**个人", "unknown", ""),
    ("**个部门", "count", "个"),
    ("**部门", "sector", "部门"),
    ("**万元", "amount", "万元"),
    ("**万人", "count", "万"),
    ("¥****", "amount", ""),
    ("国发〔2020〕**号", "document-number", "号"),
    ("（2019）京**民初5号", "document-number", ""),
    ("138****5678", "phone", ""),
    ("联系电话：****", "phone", ""),
    ("110105********0021", "id", ""),
    ("zh***g@qq.com", "id", ""),
    ("由李某负责", "person", ""),
    ("张**负责", "person", ""),
    ("提高**水平", "unknown", ""),
    ("原告：**", "person", ""),
    ("甲方：某某", "organization", ""),
    ("某某只能另购", "person", ""),
    ("某某公司", "organization", "公司"),
    ("**省长", "person", "省长"),
    ("**省", "place", "省"),
    ("**市场", "sector", "市场"),
    ("位于**，", "place", ""),
    ("在**举行", "place", ""),
    ("在**的领导下", "unknown", ""),
    ("**有限公司", "organization", "有限"),
    ("**改革", "sector", "改革"),
    ("{name}", "person", ""),
    ("共[year]年", "year", "年"),
    ("****週年", "anniversary", "週年"),
    ("選派**個", "count", "個"),
    ("in ****, the", "year", ""),
    ("the **th century", "century", "th century"),
    ("the XXth anniversary", "anniversary", "th anniversary"),
    ("by ** percent", "percent", "percent"),
    ("$** in fees", "amount", ""),
    ("$** million", "amount", "million"),
    ("** people", "count", "people"),
    ("Section **", "ordinal", ""),
    ("Mr. ** said", "person", ""),
    ("** County", "place", "County"),
    ("City of **", "place", ""),
    ("** Ltd", "organization", "Ltd"),
    ("March **, ****", "day", ""),
]


def test_the_38_masks_of_seed_001_read_as_a_person_reads_them() -> None:
    text = next(SEEDS.glob("001_*")).read_bytes().decode("utf-8")
    rows = [line.split() for line in SEED_001.strip().splitlines()]
    expected = [(int(start), run, slot, unit.strip("-")) for start, run, slot, unit, _ in rows]
    found = [(mask.span.start, mask.text, mask.reading, mask.unit) for mask in masks_of(text, {})]
    assert found == expected
    for start, run, _, _, sentence in rows:
        at = sentence.index(run)
        assert text[int(start) - at : int(start) - at + len(sentence)] == sentence, "the table quotes the seed"


def test_the_masks_of_the_other_seeds() -> None:
    texts = {path.name[:3]: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.iterdir())}
    found = {name: [(mask.text, mask.reading) for mask in masks_of(text, {})] for name, text in texts.items()}
    assert found["000"] == [("****", "year"), ("**", "count")]
    # 002 is full of damage (`?!`, `()`) and of glosses; no sign in it stands for a value.
    assert found["002"] == found["003"] == found["004"] == []


@pytest.mark.parametrize(("text", "slot", "unit"), READ)
def test_a_slot_is_read_by_its_neighbours(text: str, slot: str, unit: str) -> None:
    span = mask_spans(text)[0]
    assert reading(text, span)[:2] == (slot, unit)


def test_neighbours_in_another_line_say_nothing() -> None:
    assert reading("第\n**\n条", Span(2, 4)).slot == "unknown"
    assert reading("第\r\n**\r\n条", Span(3, 5)).slot == "unknown"


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("金额____元", Nature.BLANK),
        ("{name}", Nature.BLANK),
        ("全文（略）", Nature.ELISION),
        ("王□明", Nature.LACUNA),
        ("□□年", Nature.HIDDEN),
        ("**年", Nature.HIDDEN),
    ],
)
def test_natures(text: str, nature: Nature) -> None:
    assert reading(text, mask_spans(text)[0]).nature is nature
