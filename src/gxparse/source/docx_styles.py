"""What the styles of a Word file say about numbering and hidden text; everything else in them is looks."""

from __future__ import annotations

from attrs import define, field

from gxparse.source.docx_numbering import number_of
from gxparse.source.xml_part import XmlElement

__all__ = ["Styles", "is_on", "read_styles"]

#: Styles inherit from each other; a longer chain than this is a circle.
_CHAIN = 32


def is_on(element: XmlElement | None, ns: str) -> bool | None:
    """The state of a switch such as ``w:vanish``; ``None`` if it is not set."""
    return None if element is None else element.get(ns + "val") not in ("0", "false", "off")


@define
class _Style:
    based_on: str | None
    number_id: str | None
    level: int | None
    hidden: bool | None


@define
class Styles:
    """The styles of a document by id."""

    _styles: dict[str, _Style] = field(factory=dict)
    _hidden: dict[str, bool] = field(factory=dict)

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

    def hides(self, style: str) -> bool:
        """Whether text in the style is hidden."""
        known = self._hidden.get(style)
        if known is None:
            states = [here.hidden for _, here in self._chain(style) if here.hidden is not None]
            known = self._hidden[style] = bool(states and states[0])
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
            is_on(element.find(f"{ns}rPr/{ns}vanish"), ns),
        )
    return Styles(styles)
