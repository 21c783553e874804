"""Two versions of a law, compared: facts that differ, and one replacement at many places."""

from __future__ import annotations

from drawn import Sample

from difftool.compare import compare
from difftool.model import document

PLACES = 7
OLD, NEW = "道路运输管理机构", "交通运输主管部门"
# What a careless page would run; it stands in the words that are replaced.
TRAP = "<img src=x onerror=\"document.title='ran'\">"


def amended() -> Sample:
    """Compare a law with its amended version."""
    articles = [
        f"第{number}条 {duty}的，由县级以上{{}}责令改正；情节严重的，依法处理。"
        for number, duty in zip(
            "一二三四五六七",
            (
                "未按规定报告",
                "拒不接受检查",
                "擅自改变用途",
                "超过期限未登记",
                "伪造证明文件",
                "没有专人值守",
                "不听从指挥",
            ),
            strict=True,
        )
    ]
    trapped = [f"第八条 甲{TRAP}的收费标准另行制定。", f"第九条 乙{TRAP}的具体期限由各地自行确定。"]
    last = "第十条 本条例自2004年7月1日起施行。"
    note = "2004年4月30日 国务院令第406号公布"
    more = "2016年2月6日 《国务院关于修改部分行政法规的决定》第一次修订"
    left = ["某某运输条例", note, *[one.format(OLD) for one in articles], *trapped, last]
    right = ["某某运输条例", note, more, *[one.format(NEW) for one in articles], *trapped, last.replace("2004", "2005")]
    one = document("\n".join(left), "旧.txt")
    other = document("\n".join(right).replace(TRAP, f"{TRAP}丙{TRAP}"), "新.txt")
    return Sample(compare(one, other), one, other)
