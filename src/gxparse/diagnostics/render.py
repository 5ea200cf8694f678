"""Texts of diagnostics: headline, excerpt with a caret, what to look at.

A diagnostic carries a code and values; everything people read is made here, from the catalogue, in Chinese or
English. Whatever comes from a source is made harmless first (:func:`visible`): a report may hold escape sequences for
a terminal or characters that turn the direction of writing, and neither may reach a screen.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from gxparse.diagnostics.catalogue import Entry, find_entry
from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Param, Severity
from gxparse.span import Span

__all__ = [
    "Excerpt",
    "columns",
    "excerpt",
    "general",
    "hint",
    "message",
    "position",
    "render",
    "severity_word",
    "visible",
]

_SEVERITIES: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.INCONSISTENCY: ("不一致", "inconsistency"),
    Severity.NOTE: ("说明", "note"),
}
#: longest value that is put into a message
_LONGEST_VALUE: Final = 200
#: columns of source text shown in an excerpt
_WIDTH: Final = 90


def severity_word(severity: Severity, lang: Language = "zh") -> str:
    """The severity in words.

    >>> severity_word(Severity.INCONSISTENCY), severity_word(Severity.INCONSISTENCY, "en")
    ('不一致', 'inconsistency')
    """
    return _SEVERITIES[severity][0 if lang == "zh" else 1]


# --- characters on a screen -------------------------------------------------------------------------------------

#: Characters that structure a table get a sign of their own; the others of the C0 block have a picture in Unicode.
_SIGNS: Final = {
    0x09: "→",
    0x0A: "⏎",
    0x0B: "⏎",
    0x0D: "␍",
    0x11: "◂",
    0x12: "▴",
    0x13: "▫",
    0x1D: "",
    0x1E: "",
    0x1F: "│",
    0x7F: "␡",
    0xA0: " ",
}


class _Signs(dict[int, str]):
    """``str.translate`` table that decides about each character when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if code < 0x20:
            out = chr(0x2400 + code)
        elif unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            out = f"<U+{code:04X}>"
        else:
            out = character
        if len(self) < 4096:  # bounded: a hostile text can hold every code point once
            self[code] = out
        return out


_TABLE: Final = _Signs(_SIGNS)


def visible(text: str) -> str:
    r"""*text* for a screen: nothing in it moves a cursor, changes a colour or turns the direction of writing.

    A tab shows as ``→``, a line break as ``⏎``, other control characters by their picture, invisible and
    bidirectional ones and lone surrogates by number.

    >>> visible("a\tb\x1b[31m\u202e")
    'a→b␛[31m<U+202E>'
    """
    return text.translate(_TABLE)


def columns(text: str) -> int:
    """How many columns *text* takes on a terminal: two for a Han or other wide character, none for a combining one.

    >>> columns("总计 12"), columns("ｅ"), columns("é")
    (7, 2, 1)
    """
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.category(c) in {"Mn", "Me"} else 1
        for c in text
    )


@functools.lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    # One source has up to a thousand findings; its lines are counted once.
    return [0, *(m.end() for m in re.finditer("\n", text))]


def position(text: str, offset: int) -> tuple[int, int]:
    r"""Line and column of an offset, both from 1, the column in characters.

    >>> position("总计\n共12件", 4)
    (2, 2)
    """
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


# --- excerpt ----------------------------------------------------------------------------------------------------


@frozen
class Excerpt:
    """One line of a source with a marked stretch, ready for a screen."""

    #: line number, from 1; ``None`` where lines mean nothing to people, as in a Word file
    line: int | None
    #: column of the first marked character, from 1, in characters
    column: int
    #: what stands before the marked stretch, cut where the line is long
    before: str
    #: the marked stretch
    marked: str
    #: what stands behind it, cut where the line is long
    after: str

    @property
    def text(self) -> str:
        """The line as it is shown."""
        return f"{self.before}{self.marked}{self.after}"

    def lines(self) -> tuple[str, str]:
        """The line with its number, and the carets below it."""
        number = f"{'' if self.line is None else self.line:>5}"
        carets = " " * columns(self.before) + "^" * max(1, columns(self.marked))
        return f"{number} | {self.text}", f"{' ' * len(number)} | {carets}"


def _head(text: str, limit: int) -> str:
    """The longest beginning of a visible text that takes at most *limit* columns."""
    used = 0
    for at, character in enumerate(text):
        used += columns(character)
        if used > limit:
            return text[:at]
    return text


def _tail(text: str, limit: int) -> str:
    """The longest end of a visible text that takes at most *limit* columns."""
    used = 0
    for at in range(len(text) - 1, -1, -1):
        used += columns(text[at])
        if used > limit:
            return text[at + 1 :]
    return text


def excerpt(text: str, span: Span, *, width: int = _WIDTH) -> Excerpt:
    r"""The line of *text* where *span* begins, and where a caret goes.

    A span over several lines is marked to the end of its first line. Of a long line no more than *width* columns are
    shown, so that it fits a terminal and the carets stay below their characters: two thirds at most for what is
    marked, the rest for what stands around it. White space at the ends of a span is not marked, unless there is
    nothing else. A span that lies behind the end of the text is shown at its end. Takes no longer for long texts than
    counting their lines once.

    >>> print("\n".join(excerpt("件数\n合计：１２件", Span(6, 8)).lines()))
        2 | 合计：１２件
          |       ^^^^
    """
    start = min(span.start, len(text))
    if (content := span.of(text)[:_LONGEST_VALUE]) and not content.isspace():
        # Figures are padded in many sources; the caret goes under the digits.
        start += len(content) - len(content.lstrip())
        span = Span(start, max(start, span.stop - (len(content) - len(content.rstrip()))))
    line, column = position(text, start)
    line_start = start - column + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    stop = max(start, min(span.stop, line_end))
    # A character takes a column or two, or several when it is shown by number: width of them are enough to look at.
    marked = _head(visible(text[start : min(stop, start + width)]), width * 2 // 3)
    whole = len(marked) >= len(visible(text[start : min(stop, start + width + 1)]))
    room = width - columns(marked)
    left = visible(text[max(line_start, start - width) : start])
    right = visible(text[stop : min(line_end, stop + width)].removesuffix("\r")) if whole else ""
    before = _tail(left, max(room - columns(right), room // 2))
    after = _head(right, room - columns(before))
    cut_left = len(before) < len(left) or start - width > line_start
    cut_right = not whole or len(after) < len(right) or stop + width < line_end
    return Excerpt(line, column, f"…{before}" if cut_left else before, marked, f"{after}…" if cut_right else after)


# --- messages ---------------------------------------------------------------------------------------------------

_FIELD: Final = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


def _word(value: Param, lang: Language) -> str:
    if value is None:
        return "（空）" if lang == "zh" else "(blank)"
    if isinstance(value, tuple):
        return ("、" if lang == "zh" else ", ").join(_word(part, lang) for part in value)
    # An int of thousands of digits cannot be printed at all; nobody reads a cell of a thousand characters.
    if isinstance(value, int):
        return str(value) if value.bit_length() < 1000 else f"{'-' if value < 0 else ''}2^{value.bit_length() - 1}"
    shown = visible(value[: _LONGEST_VALUE + 1])
    return shown if len(value) <= _LONGEST_VALUE else f"{shown[:_LONGEST_VALUE]}…"


def _fill(template: str, params: Mapping[str, Param], lang: Language) -> str:
    # Not str.format: a value that a rule forgot must not keep a reader from the rest of the message.
    return _FIELD.sub(lambda m: _word(params[m[1]], lang) if m[1] in params else m[0], template)


def message(diagnostic: Diagnostic, lang: Language = "zh") -> str:
    """The headline of a diagnostic: one line, with both sides and the difference where it is about numbers.

    A code that this version does not know (a diagnostic loaded from JSON) is shown with its values.

    >>> from gxparse.diagnostics.model import Diagnostic, Severity
    >>> message(Diagnostic("GX999", Severity.NOTE, {"page": 3}), "en")
    'GX999 (page: 3)'
    """
    entry = find_entry(diagnostic.code)
    if entry is None:
        values = ", ".join(f"{_word(name, lang)}: {_word(value, lang)}" for name, value in diagnostic.params.items())
        code = _word(diagnostic.code, lang)
        return f"{code} ({values})" if values else code
    return _fill(entry.zh if lang == "zh" else entry.en, diagnostic.params, lang)


def hint(diagnostic: Diagnostic, lang: Language = "zh") -> str | None:
    """What to look at next; ``None`` where there is nothing to say beyond the headline.

    >>> from gxparse.diagnostics.model import Diagnostic, Severity
    >>> hint(Diagnostic("GX999", Severity.NOTE)) is None
    True
    """
    if diagnostic.hint is not None:
        return visible(diagnostic.hint)
    entry: Entry | None = find_entry(diagnostic.code)
    template = "" if entry is None else entry.hint_zh if lang == "zh" else entry.hint_en
    return _fill(template, diagnostic.params, lang) or None


def general(template: str) -> str:
    """A template of the catalogue without any values: each field becomes an ellipsis.

    >>> general("“{column}” does not balance: {left} against {right}")
    '“…” does not balance: … against …'
    """
    return _FIELD.sub("…", template)


def render(diagnostic: Diagnostic, text: str | None = None, *, lang: Language = "zh", name: str | None = None) -> str:
    r"""A diagnostic as plain text: place and headline, excerpt of *text* with a caret, what to look at.

    *name* is the name of the source; it begins the first line as ``name:line:column``, the form that editors and
    terminals make a link of. Without *text* there is no excerpt.

    >>> from gxparse.diagnostics.model import Diagnostic, Severity
    >>> print(render(Diagnostic("GX999", Severity.NOTE, span=Span(3, 5)), "总计\n共１件", name="r.txt", lang="en"))
    r.txt:2:1: note GX999
        2 | 共１件
          | ^^^^
    """
    shown = None if text is None or diagnostic.span is None else excerpt(text, diagnostic.span)
    place = [] if name is None else [visible(name)]
    if shown is not None:
        place += [str(shown.line), str(shown.column)]
    code, headline = _word(diagnostic.code, lang), message(diagnostic, lang)
    lines = [f"{':'.join(place)}: " if place else ""]
    lines[0] += f"{severity_word(diagnostic.severity, lang)} {code if headline == code else f'{code} {headline}'}"
    if shown is not None:
        lines += shown.lines()
    if (advice := hint(diagnostic, lang)) is not None:
        lines.append(f"      = {'提示：' if lang == 'zh' else 'hint: '}{advice}")
    return "\n".join(lines)
