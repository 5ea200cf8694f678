"""The signature at the end of a report (落款): who signed, and when."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from gxparse.narrative.bodies import is_body_name, plain_name
from gxparse.narrative.dates import DAY, read_day
from gxparse.narrative.passages import Line
from gxparse.span import Span
from gxparse.text import is_page_line

__all__ = ["FOOTER", "FoundSignature", "find_signature"]

#: lines of a web page that come after a report
FOOTER = re.compile(
    r"[\s【\[]*(?:分享|打印|关闭|返回|上一[篇条]|下一[篇条]|扫一扫|主办|承办|版权|网站标识|备案|相关(?:链接|文档|文件|附件)|责任编辑|"
    r"编辑|收藏|技术支持|访问量|浏览|点击|附件|文件下载|您访问|联系我们|网站地图|隐私|用户评论|document\.|\{\{|image\d)"
)
_DAY_LINE = re.compile(rf"(?P<who>[^\d\n]{{0,60}}?)[（(\s]*{DAY}[）)\s。]*\Z")
#: what stands for the seal behind a name
_SEAL = re.compile(r"\s*[（(](?:印章|公章|盖章|签章|章)[）)]\Z")
#: lines at the end that are looked at
_REACH = 40


class FoundSignature(NamedTuple):
    """A signature in the text."""

    #: index of its first line among the lines given
    line: int
    start: int
    stop: int
    body: str | None
    body_span: Span | None
    date: datetime.date | None
    #: the date as printed, also when there is no such day
    printed: str | None
    date_span: Span | None


def _stripped(text: str, line: Line) -> tuple[str, int]:
    raw = text[line[0] : line[1]]
    piece = raw.strip()
    return piece, line[0] + (raw.index(piece[0]) if piece else 0)


def find_signature(text: str, lines: Sequence[Line], *, behind: bool = False) -> FoundSignature | None:
    r"""The signature among *lines*, the prose from the last heading on; ``None`` if there is none.

    A signature is a line with a day and nothing else, usually below a line with the name of a body, or both on one
    line; or the name of a body as the last line of the text. *behind* says that the text of the section is not among
    the lines, so that the name may be the only one.

    >>> text = "无。\n青石镇人民政府\n      2032年1月9日"
    >>> found = find_signature(text, [(0, 2), (3, 10), (11, 26)])
    >>> found.body, found.date
    ('青石镇人民政府', datetime.date(2032, 1, 9))
    """
    low = max(0, len(lines) - _REACH)
    last = -1
    for n in range(len(lines) - 1, low - 1, -1):
        if lines[n][1] - lines[n][0] > 400:
            break
        piece, at = _stripped(text, lines[n])
        if not piece or is_page_line(piece) or FOOTER.match(piece):
            continue
        if last < 0:
            last = n
        if len(piece) > 80 or not ("年" in piece or piece[0].isdigit() or piece[-1].isdigit()):
            continue
        match = _DAY_LINE.match(piece)
        if match is None:
            continue
        who = _SEAL.sub("", match["who"].strip(" \t\u3000\xa0（(:：，,"))
        day_start, day_stop = at + match.start("y"), at + match.end("d")
        if text[day_stop : day_stop + 1] in ("日", "号", "⽇"):
            day_stop += 1
        printed = text[day_start:day_stop]
        body: str | None = None
        span: Span | None = None
        first = n
        if who:
            if not is_body_name(who):
                continue
            start = text.index(who, at)
            body, span = plain_name(who), Span(start, start + len(who))
        else:
            for k in range(n - 1, max(-1, n - 4), -1):
                name, start = _stripped(text, lines[k])
                if not name:
                    continue
                name = _SEAL.sub("", name)
                if len(name) <= 60 and is_body_name(name):
                    body, span, first = plain_name(name), Span(start, start + len(name)), k
                break
        begin = span.start if span is not None else day_start
        return FoundSignature(first, begin, day_stop, body, span, read_day(match), printed, Span(day_start, day_stop))
    if last > 0 or (behind and last == 0):
        name, start = _stripped(text, lines[last])
        name = _SEAL.sub("", name)
        # Below the foot of a web page stands the name of who runs it.
        if any(FOOTER.match(text, *line) for line in lines[low:last]):
            return None
        if len(name) <= 40 and is_body_name(name) and len(name) >= 4:
            return FoundSignature(
                last, start, start + len(name), plain_name(name), Span(start, start + len(name)), None, None, None
            )
    return None
