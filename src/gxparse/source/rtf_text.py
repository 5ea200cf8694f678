r"""The characters of an RTF file: groups and what they change, destinations, encodings, what is hidden or deleted.

A group takes back at its end what it changed. A destination is a group whose text stands elsewhere or nowhere; those
marked ``\*`` may be skipped by a reader that does not know them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from attrs import define, evolve, field

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.breach import Breach
from gxparse.source.rtf_tokens import CHARSETS, Token, decode, encoding_of
from gxparse.source.sheet import Sheet

__all__ = ["RtfText", "State"]

#: Groups within groups; programs write some dozens.
_DEPTH = 4000
_MAX_FONTS = 4096

#: Destinations whose text is no part of the body.
_SKIPPED = frozenset(
    "colortbl stylesheet info pict object objdata fldinst header headerl headerr headerf footer footerl footerr "  # noqa: SIM905
    "footerf listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping datastore "
    "latentstyles filetbl nonshppict nonesttables bkmkstart bkmkend annotation atnid atnauthor atnref atndate "
    "atnicn atrfstart atrfend xe tc tcn ftnsep ftnsepc aftnsep aftnsepc pgptbl template mmathPr sp".split()
)
#: Destinations marked ``\*`` that hold what a reader sees, or that say where it stands.
_KEPT = frozenset("nesttableprops shpinst shpgrp do upr ud".split())  # noqa: SIM905
#: Destinations that are read apart, behind the paragraph they are anchored in.
_ASIDE = {"footnote": "note", "shptxt": "text box", "dptxbxtext": "text box"}

_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "~": "\u00a0",
    "_": "-",
    "\\": "\\",
    "{": "{",
    "}": "}",
}


@define
class State:
    """What a group changes and its end takes back."""

    skipped: bool = False
    destination: str = ""
    font: int | None = None
    #: characters to skip behind a character given by its number
    fallback: int = 1
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    inserted: bool = False
    #: depth of the table that the paragraph stands in; 0 for none
    depth: int = 0


@define
class RtfText:
    """Takes tokens one by one and collects the characters that a reader sees.

    What a control word means beyond characters is left to the class that is built on this one.
    """

    sheet: Sheet
    limits: Limits
    _state: State = field(factory=State, init=False)
    _stack: list[State] = field(factory=list, init=False)
    _encoding: str = field(default="cp1252", init=False)
    _fonts: dict[int, str] = field(factory=dict, init=False)
    #: bytes that are not decoded yet: a character may be spread over several tokens
    _raw: bytearray = field(factory=bytearray, init=False)
    #: the paragraph so far
    _parts: list[str] = field(factory=list, init=False)
    _to_skip: int = field(default=0, init=False)
    _surrogate: int = field(default=0, init=False)
    #: whether the group has just begun, and whether it began with the mark for what may be skipped
    _begins: bool = field(default=False, init=False)
    _starred: bool = field(default=False, init=False)
    _insertions: int = field(default=0, init=False)
    _deletions: int = field(default=0, init=False)
    _bad: int = field(default=0, init=False)
    _first_bad: bytes = field(default=b"", init=False)

    # --- what the class built on this one does -----------------------------------------------------------------

    def _act(self, word: str, number: int | None) -> None:
        """Act on a control word that is no character and no property of characters."""
        raise NotImplementedError

    def _begin_aside(self, kind: str) -> None:
        """A note or text box begins with the group that is open now."""
        raise NotImplementedError

    def _close_aside(self) -> None:
        """A group is about to end, perhaps that of a note or text box."""
        raise NotImplementedError

    def _add_picture(self) -> None:
        """A picture stands here."""
        raise NotImplementedError

    # --- tokens ------------------------------------------------------------------------------------------------

    def take(self, token: Token) -> None:
        """Take the next token."""
        if isinstance(token, bytes):
            self._bytes(token)
            return
        word, number = token
        if word == "begin group":
            self._open()
        elif word == "end group":
            self._close()
        elif self._state.skipped:
            return
        elif word == "*":
            self._starred = True
        else:
            starred, self._starred = self._starred, False
            begins, self._begins = self._begins, False
            if not (begins and self._destination(word, starred=starred)):
                self._word(word, number)

    def report(self) -> None:
        """Say what was counted."""
        if self._insertions or self._deletions:
            self.sheet.diagnostics.append(codes.TRACKED_CHANGES(insertions=self._insertions, deletions=self._deletions))
        if self._bad:
            first = self._first_bad[:8].hex(" ")
            self.sheet.diagnostics.append(
                codes.UNDECODABLE_BYTES(count=self._bad, encoding=self._encoding, offset=0, bytes=first)
            )

    def _open(self) -> None:
        self._flush()
        if len(self._stack) >= _DEPTH:
            raise Breach(codes.NESTED_TOO_DEEP(limit=_DEPTH))
        self._stack.append(self._state)
        self._state = evolve(self._state)
        self._begins, self._starred = True, False
        self._to_skip = 0

    def _close(self) -> None:
        self._flush()
        self._close_aside()
        if self._stack:
            depth = self._state.depth
            self._state = self._stack.pop()
            if self._state.destination != "nesttableprops":
                # Where a paragraph stands is a property of the paragraph and not of the group.
                self._state.depth = depth
        self._begins = self._starred = False
        self._to_skip = 0

    def _destination(self, word: str, *, starred: bool) -> bool:
        """Whether the first control word of a group names a destination."""
        state = self._state
        if word in _ASIDE:
            self._begin_aside(_ASIDE[word])
        elif word in _SKIPPED or (starred and word not in _KEPT):
            state.skipped = True
            if word == "pict":
                self._add_picture()
        elif starred or word == "fonttbl":
            state.destination = word
        else:
            return False
        return True

    # --- characters --------------------------------------------------------------------------------------------

    def _bytes(self, raw: bytes) -> None:
        self._begins = self._starred = False
        if self._to_skip:
            skipped = min(self._to_skip, len(raw))
            self._to_skip -= skipped
            raw = raw[skipped:]
        if not (self._state.skipped or self._state.destination == "fonttbl"):
            self._raw += raw

    def _flush(self) -> None:
        """Decode the bytes that were collected."""
        if not self._raw:
            return
        raw = bytes(self._raw)
        self._raw.clear()
        font = self._state.font
        text, good = decode(raw, None if font is None else self._fonts.get(font), self._encoding)
        if not good:
            self._bad += 1
            self._first_bad = self._first_bad or raw
        self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.deleted:
            self._deletions += 1
        elif state.hidden:
            if text.strip():
                self.sheet.count(codes.HIDDEN_TEXT, text=text.strip()[:20])
        elif state.raised and self._parts and not self._parts[-1][-1:].isspace():
            # A raised figure is a reference to a note. Glued to the figure before it, it would be another figure.
            self._parts.append(f"[{text}]")
        else:
            self._insertions += state.inserted
            self._parts.append(text)

    def _numbered_character(self, number: int) -> None:
        self._flush()
        code = number % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._surrogate = code
        elif 0xDC00 <= code < 0xE000:
            high, self._surrogate = self._surrogate, 0
            self._put(chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd")
        else:
            self._put(chr(code))
        self._to_skip = self._state.fallback

    # --- control words -----------------------------------------------------------------------------------------

    def _word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._numbered_character(number)
            return
        if self._to_skip and not word.isalpha():
            self._to_skip -= 1  # a control symbol counts as one character
            return
        self._flush()
        if self._state.destination == "fonttbl":
            if word == "f":
                self._state.font = number
            elif word == "fcharset":
                self._set_charset(number)
        elif word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif word in self._PROPERTIES:
            self._PROPERTIES[word](self, number)
        else:
            self._act(word, number)

    def _set_charset(self, number: int | None) -> None:
        font = self._state.font
        if font is not None and number is not None and len(self._fonts) < _MAX_FONTS:
            encoding = "cp1252" if number == 0 else CHARSETS.get(number)
            if encoding is not None:
                self._fonts[font] = encoding

    def _set_font(self, number: int | None) -> None:
        self._state.font = number

    def _set_encoding(self, number: int | None) -> None:
        self._encoding = encoding_of(number)

    def _set_fallback(self, number: int | None) -> None:
        self._state.fallback = max(0, number) if number is not None else 1

    def _set_plain(self, _number: int | None) -> None:
        state = self._state
        state.hidden = state.raised = state.deleted = state.inserted = False

    def _set_hidden(self, number: int | None) -> None:
        self._state.hidden = number != 0

    def _set_deleted(self, number: int | None) -> None:
        self._state.deleted = number != 0

    def _set_inserted(self, number: int | None) -> None:
        self._state.inserted = number != 0

    def _set_raised(self, number: int | None) -> None:
        self._state.raised = number is None or number > 0

    def _set_level(self, _number: int | None) -> None:
        self._state.raised = False

    _PROPERTIES: ClassVar[dict[str, Callable[[Any, int | None], None]]] = {
        "f": _set_font,
        "ansicpg": _set_encoding,
        "uc": _set_fallback,
        "plain": _set_plain,
        "v": _set_hidden,
        "deleted": _set_deleted,
        "revised": _set_inserted,
        "super": _set_raised,
        "up": _set_raised,
        "nosupersub": _set_level,
        "sub": _set_level,
    }
