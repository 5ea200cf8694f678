"""What the attributes and style sheets of a page say about whether a reader sees a text, and as part of what.

No cascade is worked out: of a style sheet only rules without a condition count, by the class or id that they end with.
What a style attribute hides is left out. What a class may hide, and what is raised, struck or as white as the page,
is set apart in brackets: glued to the figure beside it, it would make another figure.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable

from attrs import define, field

from gxparse.source.html_tags import attributes

__all__ = ["Look", "StyleSheets", "hides", "is_hidden", "may_hide", "may_set_apart"]


class Look(enum.Enum):
    """How a text is seen."""

    #: as any other
    PLAIN = enum.auto()
    #: not at all
    HIDDEN = enum.auto()
    #: apart from the text it touches: raised, lowered, struck out, running backwards, or perhaps not at all
    APART = enum.auto()
    #: white: apart from text of another colour, if there is any
    PALE = enum.auto()
    #: small, or moved to another place: digits that it touches in the source are not those it touches on the page
    BESIDE = enum.auto()


_ZERO = r"\s*:\s*0++(?:\.0*+)?+(?![1-9])"
_HIDING = re.compile(
    rf"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity{_ZERO}|font-size{_ZERO}"
    r"|(?<![-\w])color\s*:\s*transparent|(?:text-indent|left|top)\s*:\s*-[0-9]{3,}",
    re.IGNORECASE,
)
_APART = re.compile(
    r"text-decoration[a-z-]*\s*:[^;]*line-through|vertical-align\s*:\s*(?:super|sub|text-top)\b|bidi-override",
    re.IGNORECASE,
)
_PALE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:white\b|#fff(?:fff)?\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\b)", re.IGNORECASE
)
_BESIDE = re.compile(
    r"position\s*:\s*(?:absolute|fixed|relative)|float\s*:\s*(?:left|right)|transform\s*:"
    r"|display\s*:\s*(?:inline-)?(?:block|flex|grid|table)",
    re.IGNORECASE,
)
_WHITE = re.compile(r"\s*(?:white|#?fff(?:fff)?)\s*\Z", re.IGNORECASE)
_BACKGROUND = re.compile(r"background", re.IGNORECASE)
#: What must stand in attributes for any of this; a quick look before they are taken apart.
#: They are for small letters, since a search that takes either case looks at every character several times.
_MAY_HIDE = re.compile(r"hidden|none|mso-hide|collapse|opacity|font-size\s*:\s*0|transparent|:\s*-[0-9]{3}")
_MAY_SET_APART = re.compile(
    r"line-through|position|float|transform|display|vertical-align\s*:\s*(?:su|text-t)|bidi-override|rtl"
    r"|c(?<![-\w]c)olor\s*[:=]\s*[\"']?\s*(?:white|#?fff|rgb)"
)
#: Rules of a style sheet, one piece up to each bracket.
_PIECE = re.compile(r"[^{}]*+(?:[{}]|\Z)")
_COMMENT = re.compile(r"/\*[\s\S]*?(?:\*/|\Z)")
_LAST_NAME = re.compile(r"[.#][A-Za-z_\u0080-\uffff-][\w\u0080-\uffff-]*\Z")
#: Rules that are looked at on one page.
_RULES = 20_000


def may_hide(given: str) -> bool:
    """Whether attributes could hide their element: a quick look before they are taken apart."""
    return _MAY_HIDE.search(given.lower()) is not None


def may_set_apart(given: str) -> bool:
    """Whether attributes could set the text of their element apart, without style sheets."""
    return _MAY_SET_APART.search(given.lower()) is not None


def is_hidden(given: str) -> bool:
    """Whether attributes, as they are written, hide their element."""
    return bool(given) and may_hide(given) and hides(attributes(given))


def hides(found: dict[str, str]) -> bool:
    """Whether attributes hide their element.

    >>> hides({"style": "font-size:0"}), hides({"style": "font-size:0.8em"})
    (True, False)
    """
    if "hidden" in found and found["hidden"].lower() != "until-found":
        return True
    return _HIDING.search(found.get("style", "")) is not None


@define
class StyleSheets:
    """The style sheets of a page, as far as they hide or strike text."""

    #: ``.class`` or ``#id`` -> how text is seen
    _looks: dict[str, Look] = field(factory=dict, init=False)
    _rules: int = field(default=0, init=False)

    def __bool__(self) -> bool:
        return bool(self._looks)

    def add(self, css: str) -> None:
        """Take in the inside of a ``style`` element."""
        depth = 0
        selector = ""
        for found in _PIECE.finditer(_COMMENT.sub(" ", css)):
            piece = found[0]
            if not piece.endswith(("{", "}")):
                return  # the end; without this way out every character would be tried as a beginning
            if piece.endswith("{"):
                depth += 1
                selector = piece[:-1].rpartition(";")[2].strip() if depth == 1 else ""
                continue
            # Rules inside of others are for printers, for narrow screens, or for no reader at all.
            if depth == 1 and selector and not selector.startswith("@"):
                self._rules += 1
                if self._rules > _RULES:
                    return
                self._rule(selector.split(","), piece[:-1])
            depth = max(0, depth - 1)

    def _rule(self, selectors: Iterable[str], declarations: str) -> None:
        hidden = _HIDING.search(declarations) is not None or _APART.search(declarations) is not None
        if not hidden and not re.search("display|visibility|text-decoration|vertical-align", declarations):
            return
        for selector in selectors:
            last = _LAST_NAME.search(selector.strip())
            if last is None:
                continue
            if hidden:
                self._looks[last[0]] = Look.APART
            else:
                self._looks.pop(last[0], None)

    def look(self, given: str, *, marked: bool = False) -> Look:
        """How the text of an inline element with these attributes is seen; *marked* if its name sets it apart."""
        quick = may_hide(given) or may_set_apart(given) or (bool(self._looks) and ("class" in given or "id" in given))
        if quick:
            found = attributes(given)
            style = found.get("style", "")
            if hides(found):
                return Look.HIDDEN
            if marked or _APART.search(style) or self._by_name(found):
                return Look.APART
            if _BACKGROUND.search(style) is None and (_PALE.search(style) or _WHITE.match(found.get("color", ""))):
                return Look.PALE
            if _BESIDE.search(style):
                return Look.BESIDE
        return Look.APART if marked else Look.PLAIN

    def _by_name(self, found: dict[str, str]) -> bool:
        if not self._looks:
            return False
        names = [f".{name}" for name in found.get("class", "").split()]
        if "id" in found:
            names.append(f"#{found['id']}")
        return any(name in self._looks for name in names)
