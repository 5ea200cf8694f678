"""How large the letters of a Word file are: a much smaller digit is the number of a note, whatever its baseline.

ECMA-376 part 1: sizes 17.3.2.38, in half points; how styles come on top of each other 17.7.2. Runs seldom cut a figure
in two, so styles are looked at only where one does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import define, field

from gxparse.source.docx_numbering import number_of
from gxparse.source.xml_part import XmlElement

__all__ = ["Sizes"]

#: Digits lower than this share of the digits they touch are no digits of that figure.
_SMALL = 0.8
#: What holds where nobody says anything: ten points.
_DEFAULT = 20
#: Styles inherit from each other; a longer chain than this is a circle.
_CHAIN = 32


@define
class Sizes:
    """Sizes of runs, by what they say themselves and by their styles."""

    #: namespace in braces
    ns: str
    #: the root of ``styles.xml``, where there is one
    styles: Callable[[], XmlElement | None]
    _root: XmlElement | None = field(default=None, init=False)
    #: style -> what it is based on, and its own size
    _by_style: dict[str, tuple[str | None, int | None]] | None = field(default=None, init=False)
    #: style of paragraphs that name none
    _usual: str | None = field(default=None, init=False)
    _default: int = field(default=_DEFAULT, init=False)

    def lesser(self, pieces: Sequence[tuple[int, str, XmlElement]], style: str | None) -> list[int]:
        """Which pieces of a paragraph of that style are digits, or end or begin with digits, too small for those they touch.

        Each of the pieces, at least one, is its position, which is given back, its text, and the run it stands in.
        """
        groups = [[pieces[0]]]
        for one, other in pairwise(pieces):
            if one[1][-1:].isdigit() and other[1][:1].isdigit():
                groups[-1].append(other)
            else:
                groups.append([other])
        found: list[int] = []
        for group in groups:
            if len(group) > 1:
                sizes = [self._of(run, style) for _, _, run in group]
                found += [at for (at, _, _), size in zip(group, sizes, strict=True) if size < _SMALL * max(sizes)]
        return found

    def _of(self, run: XmlElement, style: str | None) -> int:
        looks = run.find(self.ns + "rPr")
        if looks is not None:
            own = self._size(looks)
            if own is not None:
                return own
        if self._by_style is None:
            self._by_style = self._read()
        named = None if looks is None else looks.find(self.ns + "rStyle")
        chains = (None if named is None else named.get(self.ns + "val"), style if style is not None else self._usual)
        for first in chains:
            name, size, steps = first, None, 0
            while name is not None and size is None and steps < _CHAIN:
                name, size = self._by_style.get(name, (None, None))
                steps += 1
            if size is not None:
                return size
        return self._default

    def _read(self) -> dict[str, tuple[str | None, int | None]]:
        root, ns = self.styles(), self.ns
        if root is None:
            return {}
        defaults = root.find(f"{ns}docDefaults/{ns}rPrDefault/{ns}rPr")
        if defaults is not None:
            self._default = self._size(defaults) or _DEFAULT
        found: dict[str, tuple[str | None, int | None]] = {}
        for element in root.iterfind(ns + "style"):
            name = element.get(ns + "styleId", "")
            based_on, looks = element.find(ns + "basedOn"), element.find(ns + "rPr")
            found[name] = (
                None if based_on is None else based_on.get(ns + "val"),
                None if looks is None else self._size(looks),
            )
            if element.get(ns + "type") == "paragraph" and element.get(ns + "default") in ("1", "true", "on"):
                self._usual = name
        return found

    def _size(self, looks: XmlElement) -> int | None:
        found = looks.find(self.ns + "sz")
        return None if found is None else number_of(found.get(self.ns + "val"))
