"""What the styles of an OpenDocument text hide, raise and number."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from gxparse.source.docx_numbering import format_number, number_of
from gxparse.source.xml_part import XmlElement

__all__ = ["ListLevel", "Styles", "read_styles"]

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

#: ``style:num-format`` -> the name that Word has for the same numbers
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "１, ２, ３, ...": "decimalFullWidth",
}
#: What draws a line through text.
_STRIKING = ("text-line-through-style", "text-line-through-type")
#: Styles inherit from each other; a longer chain than this is a circle.
_CHAIN = 32
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
#: Longer texts around a number do not exist, and would be written for each paragraph.
_AFFIX_CHARS = 32


@define
class ListLevel:
    """How the items of one level of a list are numbered."""

    #: ``style:num-format``; empty for no number
    format: str
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    #: how many levels are shown: 2 for ``1.1``
    shown: int = 1

    def number(self, count: int) -> str | None:
        """A number in the level's format; ``None`` if the format is not known."""
        if not self.format:
            return ""
        return format_number(count, _FORMATS.get(self.format, self.format))


@define
class Styles:
    """The styles that matter for what is read."""

    #: names of styles whose text is not shown
    hidden: set[str] = field(factory=set)
    #: names of styles whose text is raised or lowered, and of those whose text is struck out or white
    raised: set[str] = field(factory=set)
    struck: set[str] = field(factory=set)
    pale: set[str] = field(factory=set)
    #: list style -> level from 1 -> numbering
    lists: dict[str, dict[int, ListLevel]] = field(factory=dict)
    #: paragraph style -> list style and level of the outline it belongs to
    list_of: dict[str, str] = field(factory=dict)


def read_styles(roots: Iterable[XmlElement]) -> Styles:
    """The styles of the parts ``content.xml`` and ``styles.xml``."""
    styles = Styles()
    parents: dict[str, str | None] = {}
    for root in roots:
        for style in root.iter(_STYLE + "style"):
            name = style.get(_STYLE + "name")
            if name:
                parents.setdefault(name, style.get(_STYLE + "parent-style-name"))
                _read_style(style, name, styles)
        for style in root.iter(_TEXT + "list-style"):
            name = style.get(_STYLE + "name")
            if name:
                styles.lists.setdefault(name, _read_levels(style))
    for name, parent in parents.items():
        above, steps = parent, 0
        while above is not None and steps < _CHAIN:
            if above in styles.hidden:
                styles.hidden.add(name)
            if above in styles.struck:
                styles.struck.add(name)
            above, steps = parents.get(above), steps + 1
    return styles


def _read_style(style: XmlElement, name: str, styles: Styles) -> None:
    list_style = style.get(_STYLE + "list-style-name")
    if list_style:
        styles.list_of.setdefault(name, list_style)
    for properties in style:
        if properties.get(_TEXT + "display") == "none":
            styles.hidden.add(name)
        position = properties.get(_STYLE + "text-position", "")
        if position and not position.startswith("0%"):
            styles.raised.add(name)
        if any(properties.get(_STYLE + key, "none") != "none" for key in _STRIKING):
            styles.struck.add(name)
        white = properties.get(_FO + "color", "").lower() == "#ffffff"
        if white and properties.get(_FO + "background-color", "transparent") == "transparent":
            styles.pale.add(name)


def _read_levels(style: XmlElement) -> dict[int, ListLevel]:
    levels: dict[int, ListLevel] = {}
    for level in style:
        number = number_of(level.get(_TEXT + "level"))
        if number is None or not str(level.tag).endswith("}list-level-style-number"):
            continue
        levels[number] = ListLevel(
            level.get(_STYLE + "num-format", "")[:_AFFIX_CHARS],
            level.get(_STYLE + "num-prefix", "")[:_AFFIX_CHARS],
            level.get(_STYLE + "num-suffix", "")[:_AFFIX_CHARS],
            number_of(level.get(_TEXT + "start-value")) or 1,
            number_of(level.get(_TEXT + "display-levels")) or 1,
        )
    return levels
