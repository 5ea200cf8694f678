"""The titles of the six sections, as reports print them, and how to recognise one.

Titles are compared by their letters and digits (:func:`gxparse.text.skeleton`), so that spaces, punctuation,
full-width forms, traditional characters and mark-up around a heading do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from attrs import frozen

from gxparse.forms.sections import SECTIONS
from gxparse.forms.spec import SectionSpec
from gxparse.text import fold, skeleton

__all__ = ["INLINE", "KEYS", "ORDINALS", "SPECS", "TITLES", "Title", "guess_title", "number_style", "ordinal_value"]

#: keys of the sections, in the order of the form
KEYS = tuple(spec.key for spec in SECTIONS)
SPECS: dict[str, SectionSpec] = {spec.key: spec for spec in SECTIONS}
#: place of a section in the form, from 1
ORDINALS = {key: i for i, key in enumerate(KEYS, 1)}

_CHINESE = "一二三四五六七八九十"


def ordinal_value(ordinal: str) -> int | None:
    """The value of a heading's number, ``None`` if there is none.

    >>> ordinal_value("五"), ordinal_value("5"), ordinal_value(""), ordinal_value("十")
    (5, 5, None, 10)
    """
    if ordinal in _CHINESE and ordinal:
        return _CHINESE.index(ordinal) + 1
    return int(ordinal) if ordinal.isascii() and ordinal.isdigit() and len(ordinal) < 3 else None


@frozen
class Title:
    """A recognised section title: which section, and the number printed before it (may be empty)."""

    key: str
    ordinal: str


def _titles() -> dict[str, Title]:
    found: dict[str, Title] = {}
    numbers = ("", *_CHINESE, *map(str, range(1, 11)))
    for spec in SECTIONS:
        for title in (spec.title, *spec.variants):
            for number in numbers:
                found.setdefault(number + skeleton(title), Title(spec.key, number))
                if number in _CHINESE and number:
                    found.setdefault(f"第{number}部分" + skeleton(title), Title(spec.key, number))
    return found


#: skeleton of a whole heading line -> title
TITLES: dict[str, Title] = _titles()


def _inline() -> re.Pattern[str]:
    spellings = []
    for spec in SECTIONS:
        titles = {fold(t).replace("、", "[、,]?") for t in (spec.title, *spec.variants)}
        longest_first = "|".join(sorted(titles, key=lambda t: (-len(t), t)))
        spellings.append(f"(?P<{spec.key}>{longest_first})")
    number = r"(?:(?:第?(?P<n>[一二三四五六七八九十]|\d{1,2})(?:[、.,:]|部分[、:]?))|\((?P<b>[一二三四五六七八九十]|\d{1,2})\))"
    return re.compile(f"(?P<number>{number})?(?:{'|'.join(spellings)})")


#: a section title anywhere in folded text; group ``number`` is its number with separator, one group a section
INLINE = _inline()

# A title that is in no list still betrays itself by its words when its number says the same section.
_WORDS: dict[str, re.Pattern[str]] = {
    "overview": re.compile("总体|概述|概况|基本情况"),
    "proactive": re.compile("主动公开"),
    "requests": re.compile("申请|(?:收到|受理).*(?:办理|处理)"),
    "proceedings": re.compile("复议|诉讼"),
    "problems": re.compile("问题|不足|改进"),
    "other_matters": re.compile("其[他它].*(?:事项|情况|内容)|需要报告|需要说明"),
}
_NUMBERED = re.compile(
    r"(?:(?P<chinese>[一二三四五六])[、.,:]|第(?P<part>[一二三四五六])部分[、.,:]?|(?P<arabic>[1-6])[、.,:]|"
    r"\((?P<bracket>[一二三四五六])\)[、.,:]?)(?P<words>.{2,36})\Z"
)
_SENTENCE = re.compile(r"[。;!?]|,.*,")


def number_style(folded: str) -> str | None:
    """How a heading is numbered: ``"chinese"``, ``"part"``, ``"arabic"`` or ``"bracket"``; ``None`` for any other way.

    >>> number_style("五、不足"), number_style("第五部分不足"), number_style("5.不足"), number_style("(五)不足")
    ('chinese', 'part', 'arabic', 'bracket')
    """
    match = _NUMBERED.match(folded)
    return None if match is None else _style(match)


def _style(match: re.Match[str]) -> str:
    return next(style for style in ("chinese", "part", "arabic", "bracket") if match[style] is not None)


def guess_title(folded: str, styles: Collection[str] = ("chinese", "part")) -> Title | None:
    """The section that an unlisted heading means: its number and its words must name the same one.

    *folded* is a whole line without white space. Numbers of other *styles* count the items within a section, unless
    the headings of the report are numbered so.

    >>> guess_title("五、工作中的不足与改进办法"), guess_title("五、信访接待情况"), guess_title("改进办法")
    (Title(key='problems', ordinal='五'), None, None)
    >>> guess_title("5.不足与改进办法"), guess_title("5.不足与改进办法", ["arabic"])
    (None, Title(key='problems', ordinal='5'))
    """
    match = _NUMBERED.match(folded)
    if match is None or _SENTENCE.search(match["words"].rstrip("。;:、,")):
        return None
    style = _style(match)
    if style not in styles:
        return None
    number = ordinal_value(match[style])
    assert number is not None, "the pattern has numbers from 1 to 6 alone"
    key = KEYS[number - 1]
    words = _WORDS[key].search(match["words"])
    return Title(key, match[style]) if words else None
