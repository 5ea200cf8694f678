"""Names of bodies: what looks like one, and whether two names can mean the same."""

from __future__ import annotations

import re

from gxparse.span import Span
from gxparse.text import fold

__all__ = ["bare_name", "is_body_key", "is_body_name", "mend_radicals", "plain_name", "same_body"]

_SUFFIX = re.compile(
    r"(?:人民政府|政府|政府办公[室厅]|办公[室厅]|街道办事处|办事处|街道办|委员会|管委会|[局厅委办镇乡区县市省州盟旗处院馆社团所站部队行会台园厂场狱村科]|"
    r"街道|大学|学院|学校|中学|小学|医院|中心|公司|集团|海关|法院|检察院|开发区|新区|林区|农场|苏木|分局|支队|总队)"
    r"(?:\([^()]{1,16}\))?\Z"
)
_NO_NAME = re.compile(
    r"[。，,;；:：!！?？>|<=、]|https?|打印|关闭|返回|首页|分享|来源|浏览|字号|目录|附件|欢迎|访问|门户|网站|登录|注册"
)
_KEY = re.compile(r"(?:来源|(?:发布|公开|制作|责任|主管|主办|承办|发文|生成)(?:机构|单位|部门|机关|主体))[】\]:|]*\Z")
_GENERIC = re.compile(
    r"人民政府|政府|办公[室厅]|办事处|街道办?|委员会|管委会|管理|信息中心|政务公开|信息公开|领导小组|中华人民共和国|[省市县区镇乡州盟旗局厅委办室处科股]"
)


#: what stands in front of a name in a title without being part of it: marks and numbers of mark-up and lists, and words
#: of a page that white space parts from the name
_IN_FRONT = re.compile(
    r"[^\u2e80-\u9fff\s（(]*[^\w（(]+(?=[\u2e80-\u9fff])|[^\w]{2,}(?=[\u2e80-\u9fff])|[一二三四五六七八九十]{1,3}、|[（(][^（）()]{1,4}[)）]"
    r"|第\s?\d{1,3}\s?页\s+|[\u2e80-\u9fff]*(?:公开|年报|内容|栏目)[\u2e80-\u9fff]*\s+"
)
#: a year that was never filled in or not read: ``--年``, ``O年``
_NO_YEAR = re.compile(r"[-—–_xX×*＊oO○〇０\s]*年度?\s*\Z")


def bare_name(text: str, span: Span) -> Span | None:
    """Where the name itself stands in what a title has in the place of its body; ``None`` if nothing of it is a name.

    >>> text = "4-白石乡人民政府--年"
    >>> bare_name(text, Span(0, 12)).of(text)
    '白石乡人民政府'
    """
    start, stop = span.start, span.stop
    if unread := _NO_YEAR.search(text, start, stop):
        stop = unread.start()
    while front := _IN_FRONT.match(text, start, stop):
        if not is_body_name(text[front.end() : stop]):
            break
        start = front.end()
    return Span(start, stop) if stop == span.stop or is_body_name(text[start:stop]) else None


def is_body_key(folded: str) -> bool:
    """Whether a line says that the name below is of somebody else: who published a page, or runs it.

    >>> is_body_key("发布机构:"), is_body_key("信息来源"), is_body_key("青石镇")
    (True, True, False)
    """
    return _KEY.search(folded) is not None


def is_body_name(line: str) -> bool:
    """Whether a whole line looks like the name of a body.

    >>> is_body_name("青石镇人民政府"), is_body_name("白沙县水利局（机关本级）"), is_body_name("公开工作有序开展")
    (True, True, False)
    """
    name = fold(line)
    return 2 < len(name) <= 40 and _NO_NAME.search(name) is None and _SUFFIX.search(name) is not None


def same_body(one: str, other: str) -> bool:
    """Whether two names may mean the same body: what is left of them without generic words shares two characters.

    >>> same_body("青石镇", "青石镇人民政府"), same_body("青石镇", "白沙县水利局")
    (True, False)
    """
    first, second = _GENERIC.sub(" ", fold(one)), _GENERIC.sub(" ", fold(other))
    pairs = {first[i : i + 2] for i in range(len(first) - 1)}
    pairs = {p for p in pairs if " " not in p}
    if not pairs:
        return True  # nothing to compare: no claim
    return any(p in second for p in pairs) or not second.strip()


_RADICAL = re.compile("[\u2e80-\u2fdf]")


def plain_name(printed: str) -> str:
    """A name or title without white space inside and with characters for the radicals some programs print.

    >>> plain_name("青 石 镇"), plain_name("⻘⽯镇")
    ('青石镇', '青石镇')
    """
    return mend_radicals("".join(printed.split()))


def mend_radicals(printed: str) -> str:
    """The text with characters for the radicals that some programs print in their place.

    >>> mend_radicals("⼯作 報告")
    '工作 報告'
    """
    return _RADICAL.sub(lambda m: fold(m.group()), printed)
