"""What the styles of a Word file say of numbering, and of text that is hidden, struck out or raised; the rest is looks."""

from __future__ import annotations

from typing import NamedTuple

from attrs import define, field

from gxparse.source.docx_numbering import number_of
from gxparse.source.xml_part import XmlElement

__all__ = ["PLAIN", "Look", "Styles", "is_on", "read_look", "read_styles"]

#: Styles inherit from each other; a longer chain than this is a circle.
_CHAIN = 32


def is_on(element: XmlElement | None, ns: str) -> bool | None:
    """The state of a switch such as ``w:vanish``; ``None`` if it is not set."""
    return None if element is None else element.get(ns + "val") not in ("0", "false", "off")


#: Text is raised or lowered by as much as this, in half points, if it is so on purpose.
_RAISED = 4


class Look(NamedTuple):
    """What decides whether text is read, and as part of what stands beside it; ``None``: as around it."""

    hidden: bool | None = None
    struck: bool | None = None
    #: raised or lowered, as the number of a note is
    raised: bool | None = None
    #: as white as the page
    pale: bool | None = None
    #: from right to left
    backwards: bool | None = None

    def over(self, below: Look) -> Look:
        """What holds where this look comes on top of another."""
        return Look(*[above if above is not None else under for above, under in zip(self, below, strict=True)])


PLAIN = Look()


def read_look(properties: XmlElement | None, ns: str) -> Look:
    """The look that ``w:rPr`` gives; *ns* is the namespace in braces."""
    if properties is None or not len(properties):
        return PLAIN
    fonts = properties.find(ns + "rFonts")
    # In a font of signs a digit is none.
    signs = fonts is not None and "dings" in (fonts.get(ns + "ascii") or fonts.get(ns + "hAnsi") or "").lower()
    struck = [is_on(properties.find(ns + tag), ns) for tag in ("strike", "dstrike")]
    raised: bool | None = None
    align = properties.find(ns + "vertAlign")
    if align is not None:
        raised = align.get(ns + "val") in ("superscript", "subscript")
    position = properties.find(ns + "position")
    if position is not None and not raised:
        by = number_of(position.get(ns + "val", "").lstrip("-"))
        raised = by is not None and by >= _RAISED
    colour = properties.find(ns + "color")
    grounds = (properties.find(ns + "shd"), properties.find(ns + "highlight"))
    pale = None if colour is None else colour.get(ns + "val", "").upper() == "FFFFFF"
    if any(ground is not None for ground in grounds):
        pale = False  # something is behind it that may not be white
    return Look(
        is_on(properties.find(ns + "vanish"), ns),
        True if signs else any(struck) if any(state is not None for state in struck) else None,
        raised,
        pale,
        is_on(properties.find(ns + "rtl"), ns),
    )


@define
class _Style:
    based_on: str | None
    number_id: str | None
    level: int | None
    look: Look


@define
class Styles:
    """The styles of a document by id."""

    _styles: dict[str, _Style] = field(factory=dict)
    _looks: dict[str, Look] = field(factory=dict)

    def _chain(self, style: str | None) -> list[tuple[str, _Style]]:
        found: list[tuple[str, _Style]] = []
        while style is not None and style in self._styles and len(found) < _CHAIN:
            found.append((style, self._styles[style]))
            style = self._styles[style].based_on
        return found

    def numbering(self, style: str, by_style: dict[str, tuple[str, int]]) -> tuple[str, int] | None:
        """List and level that paragraphs of a style are numbered with.

        *by_style* is what the lists themselves say of styles; it tells the level where the style does not.
        """
        for name, here in self._chain(style):
            if here.number_id is not None:
                level = here.level
                if level is None:
                    level = by_style.get(name, ("", 0))[1]
                return here.number_id, level
        return None

    def look(self, style: str | None) -> Look:
        """How text in a style looks, by itself and the styles it is based on."""
        if style is None or not self._styles:
            return PLAIN
        known = self._looks.get(style)
        if known is None:
            known = PLAIN
            for _, here in self._chain(style):
                known = known.over(here.look)
            self._looks[style] = known
        return known


def read_styles(root: XmlElement, ns: str) -> Styles:
    """The styles of ``styles.xml``; *ns* is the namespace in braces."""
    styles: dict[str, _Style] = {}
    for element in root.iterfind(ns + "style"):
        based_on = element.find(ns + "basedOn")
        number = element.find(f"{ns}pPr/{ns}numPr")
        number_id = level = None
        if number is not None:
            found = number.find(ns + "numId")
            number_id = None if found is None else found.get(ns + "val")
            found = number.find(ns + "ilvl")
            level = None if found is None else number_of(found.get(ns + "val"))
        styles[element.get(ns + "styleId", "")] = _Style(
            None if based_on is None else based_on.get(ns + "val"),
            number_id,
            level,
            read_look(element.find(ns + "rPr"), ns),
        )
    return Styles(styles)
