"""The tags of a web page and where each stands in the text.

Own code, and not lxml, for three reasons that were measured: libxml2 gives up at a depth of 256 and loses what
follows, takes 48 seconds for a tag with 200,000 attributes, and tells nobody at which character a cell stands. What
is needed of HTML here is small: tags, their attributes, and which elements hold raw text (HTML Standard, 13.2.5).
Every tag is looked at once, so the time is linear in the text whatever stands in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Tag", "attributes", "find_tags", "next_tag", "unescape"]

_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
# The last alternative is a tag that never ends: it takes the rest of the text, as browsers do, and so there is no
# second try from the next bracket.
_MARKUP = re.compile(
    rf"<(?:(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>(?:[\s/]++|{_ATTRIBUTE})*+)>"
    r"|!--(?:-?>|[\s\S]*?(?:--!?>|\Z))|[!?/][^>]*+>?|(?P<open_end>[A-Za-z][\s\S]*+))"
)
_ONE_ATTRIBUTE = re.compile(r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+""")
#: Elements whose content is text up to their own end tag, and that show nothing of it on the page.
_RAW = frozenset("script style title textarea iframe noembed noframes noscript xmp".split())  # noqa: SIM905
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE) for name in _RAW}

#: A character reference with this many digits is none, and ``int`` refuses or takes quadratic time for more.
_LONG_REFERENCE = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")


class Tag(NamedTuple):
    """One start or end tag."""

    #: lower case
    name: str
    closes: bool
    #: attributes as they stand in the text
    attributes: str
    start: int
    #: behind the tag; for an element with raw text behind its end tag
    stop: int


def next_tag(text: str, at: int) -> Tag | None:
    """The next tag from offset *at*; ``None`` if there is none.

    A comment, a declaration and an element with raw text are passed over as one tag without a name.
    """
    found = _MARKUP.search(text, at)
    if found is None:
        return None
    close, name, given, _ = found.groups()
    if name is None:
        return Tag("", False, "", *found.span())
    name = name.lower()
    if name in _RAW and not close:
        end = _RAW_END[name].search(text, found.end())
        return Tag("", False, "", found.start(), len(text) if end is None else end.end())
    return Tag(name, close == "/", given, *found.span())


def find_tags(text: str) -> Iterator[Tag]:
    """All tags in order.

    >>> [(tag.name, tag.closes) for tag in find_tags("<p>1 < 2<!-- <b> --></p>")]
    [('p', False), ('', False), ('p', True)]
    """
    tag = next_tag(text, 0)
    while tag is not None:
        yield tag
        tag = next_tag(text, tag.stop)


def attributes(given: str) -> dict[str, str]:
    """The attributes of a tag by lower-case name; the first of a name counts.

    >>> attributes(' ColSpan=3 hidden style="color: red"')
    {'colspan': '3', 'hidden': '', 'style': 'color: red'}
    """
    found: dict[str, str] = {}
    for name, double, single, bare in _ONE_ATTRIBUTE.findall(given):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found


def unescape(text: str) -> str:
    """*text* with its character references resolved as the HTML Standard says.

    >>> unescape("1&lt;&#x4E00;")
    '1<一'
    """
    if "&#" in text:
        text = _LONG_REFERENCE.sub("\ufffd", text)
    return html.unescape(text)
