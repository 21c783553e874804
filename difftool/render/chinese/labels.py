"""The fixed texts of the page, English to Chinese.

`{…}` stands for what the page fills in, under the same name in both. Knows no text that depends on a comparison.
"""

from __future__ import annotations

from difftool.render.chinese.words import FITS, LINKS, SIDES

__all__ = ["LABELS"]

_HEAD = {
    "To the text": "跳至正文",
    "comparison": "比对报告",
    "Look at these first": "请先查看",
    "limit": "未比完",
    "Notes": "说明",
    "similarity {percent}": "相似度 {percent}",
    "{n} of {side} outside": "{side}另有 {n}不在比对范围",
    "where the compared part lies in left": "比对部分在左文中的位置",
    "where the compared part lies in right": "比对部分在右文中的位置",
    "encoding": "编码",
    "length": "篇幅",
    "answered": "对应",
    "{percent} by {side}": "{percent} 与{side}对应",
    "no text to answer": "无文字",
    "SHA-256": "SHA-256",
    "not known": "未知",
    "fact": "要素",
    "{n} that differ": "{n}不同",
    "not in left": "左文无",
    "not in right": "右文无",
    "Masks": "遮蔽一览",
    "Official facts": "公文要素",
    "Evidence": "比对依据",
    "command that makes this page again": "重新生成本页的命令",
    "settings": "设定",
    "not read": "未读取",
    "nothing: both were read whole": "无：两文均已完整读取",
    "place": "位置",
    "reading": "所指",
    "fit": "字数相合",
    "leak": "泄露",
    "nature": "性质",
    "value": "值",
    **{fit.value: word for fit, word in FITS.items()},
}

_LIST = {
    "List of changes": "变更列表",
    "Changes": "变更",
    "Same replacement": "相同替换",
    "same replacement": "相同替换",
    "all places of this replacement": "此替换的所有位置",
    "previous place": "上一处",
    "next place": "下一处",
    "… and": "……另有",
    "Nothing to list.": "无可列示。",
    "nothing to list": "无可列示",
    "search in changes": "在变更中查找",
    "side": "侧别",
    "all sides": "两侧",
    "only left": "仅左文",
    "only right": "仅右文",
    "a paragraph that only left has": "仅左文有此段",
    "a paragraph that only right has": "仅右文有此段",
    "your rule “{name}”": "规则“{name}”",
    "your wish on {kind}": "不计{kind}的设定",
    "{note}; ignored by {wish}": "{note}；按{wish}忽略",
    "{place} of left": "左文 {place}",
    "{place} of right": "右文 {place}",
    # The sections of the worklist.
    "wording": "文字",
    "names and order": "名称与次序",
    "numbers": "数值",
    "references": "引用",
    "form only": "仅形式",
    "substantive": "实质",
    "doubtful": "存疑",
    "accidental": "形式",
}

_VERDICTS = {
    "accept": "采纳",
    "reject": "驳回",
    "ignore": "忽略",
    "comment": "批注",
    "accepted": "已采纳",
    "rejected": "已驳回",
    "ignored": "已忽略",
    "open": "待定",
    "decided": "已裁定",
    "to decide": "待裁定",
    "verdict": "裁定",
    "all is decided": "已全部裁定",
    "{n} of {m} decided": "已裁定 {n}/{m}",
    "{n} verdicts taken over": "已导入 {n} 项裁定",
    "export verdicts": "导出裁定",
    "import verdicts": "导入裁定",
    "clear verdicts": "清除裁定",
    "forget all verdicts of this page?": "清除本页的全部裁定？",
    "these verdicts are of other files": "此裁定出自其他文件的比对",
    "this is no file of verdicts": "此文件不是裁定文件",
    "saved in this browser only": "仅保存在本浏览器中",
}

_VIEW = {
    "inline view": "合并视图",
    "side by side": "并排视图",
    "colours": "配色",
    "orange and blue": "橙蓝",
    "red and green": "红绿",
    "language": "语言",
    "open all": "全部展开",
    "close all": "全部折叠",
    "map of the document": "全文变更分布",
    "deleted": "删除",
    "inserted": "增补",
    "see where it stands in right": "查看其在右文的位置",
    "see where it stood in left": "查看其在左文的原位",
    "{side}, paragraph {label}": "{side}第 {label} 段",
    "{n} unchanged": "{n}无变更",
    "{n} outside the compared part": "{n}不在比对范围",
    "unchanged": "无变更",
    "outside the compared part": "不在比对范围",
    "left out of this report": "本报告未收录",
    ", left out of this report": "，本报告未收录",
    "Made by difftool {version}. Positions count paragraphs from 1. "
    "This page holds all it shows and asks nothing of any network.": (
        "由 difftool {version} 生成。段落自 1 起计数。本页内容完整自足，不访问任何网络。"
    ),
}

_STEPS = {
    "previous change": "上一处变更",
    "next change": "下一处变更",
    "previous change (p or k)": "上一处变更（p 或 k）",
    "next change (n or j)": "下一处变更（n 或 j）",
    "next undecided change": "下一处待定变更",
    "open or close all folds": "展开或折叠全部",
    "open or close all folds (o)": "展开或折叠全部（o）",
    "show all kinds again": "恢复显示所有类别",
    "help": "帮助",
    "close": "关闭",
    "close (Esc)": "关闭（Esc）",
    "Keys and signs": "快捷键与符号",
    "keys and signs (?)": "快捷键与符号（?）",
    "this help; Esc closes it": "显示本说明；按 Esc 关闭",
    "A filter button hides its marks and list entries, and n and p pass them over. ⟨U+202E⟩ and its like stand for "
    "signs that cannot be seen; ␣ ⇥ ↵ for white space that changed.": (
        "关闭某一筛选按钮，即隐去相应的标记和列表条目，按 n、p 时亦跳过。⟨U+202E⟩ 之类代表不可见字符；"
        "␣ ⇥ ↵ 代表有变更的空白。"
    ),
    "change {n} of {m}, {kind}": "第 {n}/{m} 处变更，{kind}",
    "place {n} of {m}, {kind}": "第 {n}/{m} 处，{kind}",
    "{n} of {m} shown": "显示 {n}/{m}",
    "{n} changes": "{n} 处变更",
    "1 change": "1 处变更",
    "no change after this one": "其后再无变更",
    "no change before this one": "其前再无变更",
    "no change shown": "没有显示的变更",
}

_SIDES = {side.value: word for side, word in SIDES.items()}

LABELS: dict[str, str] = {**_HEAD, **_LIST, **_VERDICTS, **_VIEW, **_STEPS, **_SIDES, **LINKS}
