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

__all__ = ["Tag", "attributes", "find_tags", "unescape"]

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


def find_tags(text: str) -> Iterator[Tag]:
    """All tags in order; comments, declarations and raw text are passed over as tags without a name.

    >>> [(tag.name, tag.closes) for tag in find_tags("<p>1 < 2<!-- <b> --></p>")]
    [('p', False), ('', False), ('p', True)]
    """
    search = _MARKUP.search
    at = 0
    while (found := search(text, at)) is not None:
        closes, name, given, _ = found.groups()
        start, at = found.span()
        if name is None:
            yield Tag("", False, "", start, at)
            continue
        name = name.lower()
        if name in _RAW and not closes:
            end = _RAW_END[name].search(text, at)
            at = len(text) if end is None else end.end()
            yield Tag("", False, "", start, at)
            continue
        yield Tag(name, bool(closes), given, start, at)


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
