"""What the attributes and style sheets of a page say about whether a reader sees a text, and as part of what.

What a style attribute hides is left out. What a style sheet may hide, and what is raised, struck, turned round or as
white as the page, is set apart in brackets: glued to the figure beside it, it would make another figure. Where a style
sheet adds a digit of its own the figure is spoilt.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping

from attrs import frozen

from gxparse.source.html_tags import attributes

__all__ = [
    "ORDINARY",
    "SIZE",
    "Effect",
    "Look",
    "hides",
    "is_hidden",
    "judge",
    "may_hide",
    "may_set_apart",
    "own_effect",
    "own_look",
    "removes",
    "size_of",
    "undoes",
]


class Look(enum.IntEnum):
    """How a text is seen, by how much of it is lost."""

    #: as any other
    PLAIN = enum.auto()
    #: small, or moved to another place: digits that it touches in the source are not those it touches on the page
    BESIDE = enum.auto()
    #: white: apart from text of another colour, if there is any
    PALE = enum.auto()
    #: from right to left: digits stay in their order, all else does not
    MIRRORED = enum.auto()
    #: with its pieces in another order
    REVERSED = enum.auto()
    #: apart from the text it touches: raised, lowered, struck out, running backwards, or perhaps not at all
    APART = enum.auto()
    #: not at all
    HIDDEN = enum.auto()


@frozen
class Effect:
    """What the rules of style sheets make of an element."""

    look: Look
    #: whether a cell or a row that looks so stands elsewhere, or is not seen
    moves: bool = False
    #: whether it takes no room, so that the cells behind it move up
    removes: bool = False
    #: whether a figure or a part of one is added to the text of the element
    adds: bool = False
    #: the attribute whose value is added, if it is one's value
    attribute: str = ""

    def with_other(self, other: Effect, found: Mapping[str, str]) -> Effect:
        """What this and another rule do together to an element with the attributes *found*."""
        adds = other.adds and (not other.attribute or _adds_figure(found.get(other.attribute, "")))
        return Effect(
            max(self.look, other.look), self.moves or other.moves, self.removes or other.removes, self.adds or adds
        )


ORDINARY = Effect(Look.PLAIN)

_ZERO = r"\s*:\s*0++(?:\.0*+)?+(?![1-9.])"
_REMOVING = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_HIDING = re.compile(
    rf"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity{_ZERO}|font-size{_ZERO}"
    r"|(?<![-\w])color\s*:\s*transparent|(?:text-indent|left|top)\s*:\s*-[0-9]{3,}|content-visibility\s*:\s*hidden"
    r"|(?<![-\w])clip\s*:\s*rect\(\s*(?:0|1px)|clip-path\s*:\s*inset\(\s*(?:[5-9][0-9]|100)%|text-security\s*:\s*(?!none)"
    r"|(?<![-\w])content\s*:\s*url",
    re.IGNORECASE,
)
_APART = re.compile(
    r"text-decoration[a-z-]*\s*:[^;]*line-through|vertical-align\s*:\s*(?:super|sub|text-top)\b|bidi-override"
    r"|font-family\s*:\s*[\"']?(?:wingdings|webdings|symbol)",
    re.IGNORECASE,
)
_PALE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:white\b|#fff(?:fff)?\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\b)", re.IGNORECASE
)
_TURNED = (
    r"|(?<![-\w])(?:transform|rotate|scale|translate)\s*:\s*(?!none|unset|initial)|(?<![-\w])order\s*:\s*-?0*[1-9]"
)
_BESIDE = re.compile(
    r"position\s*:\s*(?:absolute|fixed|relative)|float\s*:\s*(?:left|right)"
    rf"|display\s*:\s*(?:inline-)?(?:block|flex|grid|table){_TURNED}"
    r"|(?<![-\w])(?:margin[a-z-]{0,14}|letter-spacing|word-spacing)\s*:[^;]{0,40}-[.0-9]|vertical-align\s*:\s*-?[.0-9]"
    r"|font-size\s*:\s*(?:0?\.[0-7][0-9]*(?:r?em)|[1-7]?[0-9](?:\.[0-9]*)?%|x+-small|smaller)",
    re.IGNORECASE,
)
#: What takes a cell of a table out of its row; a place of its own that is not said changes nothing.
_MOVING = re.compile(rf"position\s*:\s*(?:absolute|fixed)|float\s*:\s*(?:left|right){_TURNED}", re.IGNORECASE)
_RELATIVE = re.compile(r"position\s*:\s*relative", re.IGNORECASE)
_BY_SOME = re.compile(r"(?<![-\w])(?:left|right|top|bottom|inset[a-z-]{0,14})\s*:\s*-?[0.]{0,9}[1-9]", re.IGNORECASE)
_REVERSED = re.compile(r"-reverse\b", re.IGNORECASE)
_MIRRORED = re.compile(r"(?<![-\w])direction\s*:\s*rtl", re.IGNORECASE)
_LAID_OUT = re.compile(r"display\s*:\s*(?:inline-)?(?:flex|grid)", re.IGNORECASE)
_WHITE = re.compile(r"\s*(?:white|#?fff(?:fff)?)\s*\Z", re.IGNORECASE)
_BACKGROUND = re.compile(r"background", re.IGNORECASE)
_UNDOING = re.compile(r"display|visibility|text-decoration|vertical-align")
#: What must stand in attributes for any of this; a quick look before they are taken apart.
#: They are for small letters, since a search that takes either case looks at every character several times.
_MAY_HIDE = re.compile(
    r"hidden|none|mso-hide|collapse|opacity|font-size\s*:\s*0|transparent|:\s*-[0-9]{3}|clip|security"
)
_MAY_SET_APART = re.compile(
    r"line-through|position|float|transform|rotate|scale|translate|o(?<![-\w]o)rder\s*:\s*-?[0-9]|display|vertical-align\s*:\s*(?:su|text-t|-?[.0-9])"
    r"|bidi-override|rtl|reverse|dings|symbol|size\s*=\s*[\"']?(?:1\b|-)|(?:margin|spacing)[a-z-]{0,14}\s*:[^;]{0,40}-|font-size\s*:\s*(?:[.0-9]{1,9}(?:%|r?em)|x|smaller)"
    r"|c(?<![-\w]c)olor\s*[:=]\s*[\"']?\s*(?:white|#?fff|rgb)"
)
#: What a style sheet writes before or behind an element, and what it shows of that.
_CONTENT = re.compile(
    r"(?<![-\w])content\s*:\s*((?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|[^;\"'])*+)", re.IGNORECASE
)
_TEXTS = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|counters?\(|var\(|attr\(\s*([\w-]+)", re.IGNORECASE)
_LONG = 200
_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})[ \n]?|(.))", re.DOTALL)
_NO_ROOM = re.compile(rf"(?<![-\w])(?:height|width){_ZERO}", re.IGNORECASE)
_FIGURE = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两%％‰+＋－−.,-]")


#: How high letters are, where that does not depend on those around them.
SIZE = re.compile(r"font-size\s*:\s*([0-9]+(?:\.[0-9]+)?)(px|pt)", re.IGNORECASE)
_PIXEL = 0.75


def size_of(given: str) -> float:
    """How high the letters of an element are by its own style, in points; 0 where it does not say.

    >>> size_of('style="font-size:16px"'), size_of("class=a")
    (12.0, 0.0)
    """
    found = SIZE.search(given)
    if found is None:
        return 0.0
    return float(found[1]) * (_PIXEL if found[2].lower() == "px" else 1.0)


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


def removes(found: dict[str, str]) -> bool:
    """Whether attributes that hide an element leave no room for it either."""
    return _REMOVING.search(found.get("style", "")) is not None or "hidden" in found


def own_look(given: str) -> Look:
    """How the text of an element is seen by its attributes alone."""
    if not given or not (may_hide(given) or may_set_apart(given)):
        return Look.PLAIN
    found = attributes(given)
    if hides(found):
        return Look.HIDDEN
    look = _look(found.get("style", ""))
    if look is Look.PLAIN and found.get("size", "").strip() in ("1", "-1", "-2"):
        look = Look.BESIDE
    if look is Look.PLAIN and _WHITE.match(found.get("color", "")):
        return Look.PALE
    if found.get("face", "").lower().startswith(("wingdings", "webdings", "symbol")):
        return Look.APART
    return max(look, Look.MIRRORED) if found.get("dir", "").lower() == "rtl" else look


def own_effect(given: str) -> Effect:
    """What its own attributes make of a cell or a row that they do not hide."""
    if not given or not may_set_apart(given):
        return ORDINARY
    effect = Effect(own_look(given), moves=_moves(attributes(given).get("style", "")))
    return ORDINARY if effect == ORDINARY else effect


def _moves(declarations: str) -> bool:
    if _MOVING.search(declarations):
        return True
    return _RELATIVE.search(declarations) is not None and _BY_SOME.search(declarations) is not None


def _look(declarations: str) -> Look:
    if _APART.search(declarations):
        return Look.APART
    if _LAID_OUT.search(declarations) and (_REVERSED.search(declarations) or _MIRRORED.search(declarations)):
        return Look.REVERSED
    if _REVERSED.search(declarations):
        return Look.REVERSED
    if _MIRRORED.search(declarations):
        return Look.MIRRORED
    if _BACKGROUND.search(declarations) is None and _PALE.search(declarations):
        return Look.PALE
    return Look.BESIDE if _BESIDE.search(declarations) else Look.PLAIN


def judge(declarations: str, part: str) -> Effect | None:
    """What a rule does to elements, or to the *part* of them that it makes up; ``None`` if nothing of this kind."""
    hidden = _HIDING.search(declarations) is not None
    if part in ("before", "after"):
        if hidden or _NO_ROOM.search(declarations):
            return None
        added = _added(declarations)
        return None if added is None else Effect(Look.PLAIN, adds=True, attribute=added)
    look = Look.APART if hidden else _look(declarations)
    if part:
        return None if look is Look.PLAIN or look is Look.PALE else Effect(Look.APART)
    moves = hidden or _moves(declarations)
    if look is Look.PLAIN and not moves:
        return None
    return Effect(look, moves, _REMOVING.search(declarations) is not None)


def undoes(declarations: str) -> bool:
    """Whether a rule that hides nothing may show what another one hides."""
    return _UNDOING.search(declarations) is not None


def _added(declarations: str) -> str | None:
    """The attribute whose value is added, nothing if a part of a figure may be, ``None`` if none is.

    >>> _added("content: attr(data-n)"), _added("content: '5'"), _added("content: '•'")
    ('data-n', '', None)
    """
    named: str | None = None
    for content in _CONTENT.findall(declarations):
        if len(content) > _LONG:
            return ""
        for found in _TEXTS.finditer(content):
            double, single, attribute = found.groups()
            text = single if double is None else double
            if attribute is not None:
                named = attribute.lower()
            elif text is None or _adds_figure(_ESCAPE.sub(_unescaped, text)):
                return ""  # a counter, what is said elsewhere, or a figure
    return named


def _unescaped(found: re.Match[str]) -> str:
    return chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2]


def _adds_figure(text: str) -> bool:
    """Whether a text that a style sheet adds could be part of a figure."""
    return _FIGURE.search(text) is not None
