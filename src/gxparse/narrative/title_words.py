"""What the words of a title say: which body, which year; and whether they are a title at all."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["YEAR_WORD", "TitleWords", "has_no_title_marks", "read_title"]

YEAR_WORD = r"(?:\d{3,8}|[〇零○一二三四五六七八九]{4})年?度?"
_KIND = re.compile(r"(?:政府|政务)?信息(?:主动)?公开|政务公开")
#: what may follow 政府信息公开 in a title
_REST = re.compile(
    rf"(?:工作|情况|实施|的)*(?P<mid>{YEAR_WORD})?(?:年度+)?(?:工作)?(?:情况)?的?(?:年度+)?(?:工作)?(?:报告|年报|总结|报\Z)"
    rf"(?:\((?P<tail>{YEAR_WORD})\)|(?P<bare>{YEAR_WORD}))?"
    r"(?:\(.{1,8}\)|\.(?:docx?|pdf|html?)|正文|全文|图解|解读)*(?:[-_—|](?!\d).{2,30})?\Z"
)
_NO_TITLE = re.compile(r"[。;，,:?!>|<=]")
_YEAR = re.compile(YEAR_WORD)
#: what stands between two years that a title names, or what marks the first of them
_TWO_YEARS = re.compile(r"[-—–~至、和及]")
#: what pages print in front of a title
_LABEL = re.compile(r"(?:(?:标题|名称|信息名称|信息标题|主题):|page\d+[-—]+)", re.IGNORECASE)
_NOISE = re.compile(r".*(?:打印|关闭|正文|】|首页)")
#: words between the body and 政府信息公开 that belong to neither: 关于…的报告, or another report under the same cover
_BETWEEN = re.compile(
    r"(?:(?:法治政府建设|依法行政|政务公开|电子政务|政务服务)(?:工作|情况|年度)*(?:暨|和|及|与|、)|关于|开展|实施|有关|落实|的)+\Z"
)
#: a name cannot end like this: it goes on in words that are not known
_GOES_ON = re.compile(r"[暨和及与、]\Z")
_QUOTES = '-—_·《》"“”*#'


class TitleWords(NamedTuple):
    """A title taken apart; what it does not name is empty."""

    body: str
    #: the year as printed; two years of which none is meant alone are given as they stand
    year: str


def has_no_title_marks(folded: str) -> bool:
    """Whether a line has none of the marks that sentences, paths and tables have and titles have not."""
    return _NO_TITLE.search(folded) is None


def read_title(folded: str) -> TitleWords | None:
    """Body and year of a folded title; ``None`` if the text is no title.

    >>> read_title("青石镇关于2031年政府信息公开工作的年度报告")
    TitleWords(body='青石镇', year='2031年')
    >>> read_title("现公布青石镇2031年政府信息公开工作年度报告。") is None
    True
    """
    # 信息公开科 and 政务公开办 have the words in their names, so the last ones count.
    for kind in reversed(list(_KIND.finditer(folded))):
        rest = _REST.match(folded, kind.end())
        if rest is not None:
            break
    else:
        return None
    label = _LABEL.match(folded)
    before = folded[label.end() if label is not None else 0 : kind.start()]
    if before.endswith("人民") and kind[0].startswith("政府"):
        before += "政府"
    # A title that begins with 年 has its number in the line above.
    if not has_no_title_marks(before) or before[:1] == "年":
        return None
    body, year = _without_year(before.removeprefix("关于"))
    noise = _NOISE.match(body)
    if noise is not None:
        body = body[noise.end() :]
    body = _BETWEEN.sub("", body.strip(_QUOTES))
    if _GOES_ON.search(body):
        body = ""
    return TitleWords(body.strip(_QUOTES), year or rest["mid"] or rest["tail"] or rest["bare"] or "")


def _without_year(before: str) -> tuple[str, str]:
    """The words in front of 政府信息公开 without the year, and the year."""
    years = list(_YEAR.finditer(before))
    if not years:
        return before, ""
    first, last = years[0], years[-1]
    if first is not last:
        between = before[first.end() : last.start()]
        if not _TWO_YEARS.fullmatch(between):
            # 2031年某镇2030年…: whatever is meant, it is not one year and one name.
            return "", before[first.start() : last.end()]
    behind = before[last.end() :]
    # 2031年政府政府信息公开 has a word twice; 青石镇政府政府信息公开 has a name that ends with it.
    if behind == "政府":
        behind = ""
    return before[: first.start()] + behind, before[first.start() : last.end()]
