"""What programs write into cells around the words: markup, escapes, entities, question marks for half a character.

Undone before a label or a figure is looked at, never stored. A tag or escape that breaks a line becomes a line break,
so that two numbers it keeps apart do not become one.
"""

from __future__ import annotations

import html
import re

__all__ = ["plain", "shows_markup"]

_MARKUP = re.compile(r"[<&\\*_`?\"]")
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|([nrt])|([^0-9A-Za-z\s]))")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,11})(?:[\s/][^<>]{0,300})?>")
#: elements that stand within a line
_INLINE = frozenset(
    {"a", "abbr", "b", "em", "font", "i", "ins", "mark", "o", "s", "small", "span", "strong", "sub", "sup", "u"}
)
_EMPHASIS = re.compile(r"\*\*|__|`")
#: ``白?鹭?``: the second byte of a character, printed as a question mark; punctuation comes in both widths then
_HALF_CHARACTERS = re.compile(r"(?<=[\u2018-\u201d\u3000-\u9fff\uff01-\uff5e])\?")
_TWICE = re.compile(r"([（(])\(|([）)])\)|([，,]),|([：:]):|([；;]);|(“)“|(”)”")


def shows_markup(text: str) -> bool:
    """Whether a text holds any character that markup begins with."""
    return _MARKUP.search(text) is not None


def plain(text: str) -> str:
    r"""The text without markup and escapes.

    >>> plain("<b>规章</b>"), plain(r"本年新\n制作数量"), plain(r"9\.3"), plain("（(一?）)予?以?")
    ('规章', '本年新\n制作数量', '9.3', '（一）予以')
    >>> plain("1<br>2"), plain("&nbsp;3")
    ('1\n2', '\xa03')
    """
    inner = text.strip()
    if len(inner) > 1 and inner[0] == inner[-1] == '"':
        # Delimited text puts quotes around any field.
        text = inner[1:-1]
    if "\\" in text:
        text = _ESCAPED.sub(_unescaped, text)
    if "<" in text:
        text = _TAG.sub(_broken, text)
    if "&" in text:
        text = html.unescape(text)
    text = _EMPHASIS.sub("", text)
    if "?" in text and (mended := _HALF_CHARACTERS.sub("", text)) != text:
        text = _TWICE.sub(lambda m: next(filter(None, m.groups())), mended)
    return text


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        return " " if 0xD800 <= code < 0xE000 else chr(code)
    return "\n" if match[2] else match[3]


def _broken(match: re.Match[str]) -> str:
    return "" if match[1].lower() in _INLINE else "\n"
