"""Automatic numbers of Word, worked out as Word shows them.

A heading that is numbered automatically has no 一、 in its text: the number comes from ``numbering.xml``, by way of
the paragraph or its style, and from counting the paragraphs before it (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import define, field

from gxparse.source.xml_part import XmlElement

__all__ = ["Numbering", "format_number", "read_numbering"]

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEVELS = 9
#: Longer texts around a number do not exist, and would be written for each paragraph.
_TEXT_CHARS = 64
_PLACEHOLDER = re.compile(r"%([1-9])")
_NUMBER = re.compile(r"-?[0-9]{1,9}\Z")


def number_of(text: str | None) -> int | None:
    """A whole number of at most nine digits from an attribute; ``None`` for anything else."""
    return int(text) if text and _NUMBER.match(text) else None


def _counted(number: int, digits: str, units: str) -> str:
    """一百零三: digits with their units, zeros between them once."""
    if not 0 < number < 10_000:
        return str(number)
    out = ""
    figures = str(number)
    for place, figure in enumerate(figures):
        unit = units[len(figures) - place - 1].strip()
        if figure != "0":
            out += digits[int(figure)] + unit
        elif out and out[-1] != "零" and figures[place:].strip("0"):
            out += "零"
    return out


def _chinese(number: int) -> str:
    text = _counted(number, _DIGITS, " 十百千")
    return text.removeprefix("一") if text.startswith("一十") else text


def _chinese_below_hundred(number: int) -> str:
    return _chinese(number) if number < 100 else "".join(_DIGITS[int(c)] for c in str(number))


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        out += letters * (number // value)
        number %= value
    return out


def _letter(number: int) -> str:
    # After Z Word doubles the letter: AA, BB.
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


def _from(first: str, count: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else str(number)


def _listed(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + i: 0xFF10 + i for i in range(10)}),
    "decimalFullWidth2": lambda number: str(number).translate({ord("0") + i: 0xFF10 + i for i in range(10)}),
    "chineseCounting": _chinese_below_hundred,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese_below_hundred,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": lambda number: "".join(_DIGITS[int(c)] for c in str(max(number, 0))),
    "japaneseDigitalTenThousand": lambda number: "".join(_DIGITS[int(c)] for c in str(max(number, 0))),
    "taiwaneseDigital": lambda number: "".join(_DIGITS[int(c)] for c in str(max(number, 0))),
    "chineseLegalSimplified": lambda number: _counted(number, _LEGAL, " 拾佰仟"),
    "ideographTraditional": _listed("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _listed("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _listed("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
}


def format_number(number: int, kind: str) -> str | None:
    """A number in one of Word's formats (``w:numFmt``); ``None`` for a format that is not known.

    >>> format_number(23, "chineseCounting"), format_number(3, "decimalEnclosedCircle")
    ('二十三', '③')
    """
    known = _FORMATS.get(kind)
    return None if known is None else known(number)


@define
class _Level:
    start: int = 1
    kind: str = "decimal"
    text: str = ""
    #: level after which this one begins anew; ``None`` is any higher one, 0 none
    restart: int | None = None
    decimal: bool = False
    #: style whose paragraphs are numbered on this level
    style: str | None = None


@define
class _Instance:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(factory=dict)


@define
class Numbering:
    """The lists of a document, and how far each has counted."""

    instances: dict[str, _Instance] = field(factory=dict)
    #: style -> list and level
    by_style: dict[str, tuple[str, int]] = field(factory=dict)
    _counters: dict[str, list[int | None]] = field(factory=dict)
    _begun: set[tuple[str, int]] = field(factory=set)

    def next(self, number_id: str, level: int) -> tuple[str, str | None]:
        """The number of the next paragraph on a level of a list, as printed.

        Empty for bullets and for lists that are not defined. The second value is the format that could not be
        written, if there is one.
        """
        instance = self.instances.get(number_id)
        if instance is None or level not in instance.levels:
            return "", None
        counters = self._counters.setdefault(instance.abstract, [None] * _LEVELS)
        here = instance.levels[level]
        override = instance.starts.get(level)
        if override is not None and (number_id, level) not in self._begun:
            counters[level] = override
        else:
            counter = counters[level]
            counters[level] = here.start if counter is None else counter + 1
        self._begun.add((number_id, level))
        for deeper in range(level + 1, _LEVELS):
            below = instance.levels.get(deeper)
            restart = None if below is None else below.restart
            if restart is None or restart > level:
                counters[deeper] = None
        if here.kind in ("bullet", "none"):
            return _PLACEHOLDER.sub("", here.text) if here.kind == "none" else "", None
        unknown: list[str] = []

        def figure(match: re.Match[str]) -> str:
            which = int(match[1]) - 1
            of = instance.levels.get(which, here)
            counter = counters[which]
            if counter is None:
                counter = counters[which] = of.start
            text = format_number(counter, "decimal" if here.decimal else of.kind)
            if text is None:
                unknown.append(of.kind)
                return ""
            return text

        text = _PLACEHOLDER.sub(figure, here.text)
        return ("", unknown[0]) if unknown else (text, None)


def _value(element: XmlElement, tag: str, ns: str) -> str | None:
    found = element.find(ns + tag)
    return None if found is None else found.get(ns + "val")


def _read_level(element: XmlElement, ns: str) -> _Level:
    start = number_of(_value(element, "start", ns))
    legal = element.find(ns + "isLgl")
    return _Level(
        1 if start is None else start,
        _value(element, "numFmt", ns) or "decimal",
        (_value(element, "lvlText", ns) or "")[:_TEXT_CHARS],
        number_of(_value(element, "lvlRestart", ns)),
        legal is not None and legal.get(ns + "val") not in ("0", "false", "off"),
        _value(element, "pStyle", ns),
    )


def _read_levels(parent: XmlElement, ns: str) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for element in parent.iter(ns + "lvl"):
        level = number_of(element.get(ns + "ilvl"))
        if level is not None and 0 <= level < _LEVELS:
            found[level] = _read_level(element, ns)
    return found


def read_numbering(root: XmlElement, ns: str) -> Numbering:
    """The lists that ``numbering.xml`` defines; *ns* is the namespace in braces."""
    abstracts: dict[str, dict[int, _Level]] = {}
    by_style_link: dict[str, str] = {}
    links: dict[str, str] = {}
    for element in root.iter(ns + "abstractNum"):
        key = element.get(ns + "abstractNumId", "")
        abstracts[key] = _read_levels(element, ns)
        if (link := _value(element, "styleLink", ns)) is not None:
            by_style_link[link] = key
        if (link := _value(element, "numStyleLink", ns)) is not None:
            links[key] = link
    numbering = Numbering()
    for element in root.iter(ns + "num"):
        key = element.get(ns + "numId", "")
        abstract = _value(element, "abstractNumId", ns) or ""
        # A list that follows a numbering style is defined where the style is.
        abstract = by_style_link.get(links.get(abstract, ""), abstract)
        levels = dict(abstracts.get(abstract, {}))
        starts: dict[int, int] = {}
        for override in element.iter(ns + "lvlOverride"):
            level = number_of(override.get(ns + "ilvl"))
            start = number_of(_value(override, "startOverride", ns))
            if level is None or not 0 <= level < _LEVELS:
                continue
            levels.update(_read_levels(override, ns))
            if start is not None:
                starts[level] = start
        numbering.instances[key] = _Instance(abstract, levels, starts)
        for level, read in levels.items():
            if read.style is not None:
                numbering.by_style.setdefault(read.style, (key, level))
    return numbering
