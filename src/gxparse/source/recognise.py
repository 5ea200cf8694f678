"""Pages that are only a picture, read by a program that the caller brings.

gxparse recognises no characters itself: what a program sees in a picture is a guess. Who has such a program gives it
to :func:`gxparse.read` as ``recogniser``; what it says is laid out like the text of any other page, and every figure
that came from it says so (GX196, and in its origin).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeAlias, runtime_checkable

from attrs import frozen

from gxparse.diagnostics.model import Diagnostic
from gxparse.errors import UnreadableSource, UsageError
from gxparse.source.model import Box

__all__ = ["RecognisedWord", "Recogniser", "Words", "pages_to_recognise", "recognise_pages"]


@frozen
class RecognisedWord:
    """A word that a program saw on a page, and where.

    ``box`` is left, top, right, bottom in points (1/72 inch) from the top left of the page as it is shown. A word
    stands in one cell of a table: what a program puts together over the line between two cells is refused. A
    character that the program is not sure of is best given as U+FFFD, which no figure is read from.

    >>> import gxparse
    >>> gxparse.RecognisedWord("12", (100.0, 200.0, 111.0, 211.0)).text
    '12'
    """

    text: str
    box: Box


@runtime_checkable
class Recogniser(Protocol):
    """A program that reads the text of a page which is only a picture.

    Any object with this method will do. Whatever it raises goes through to the caller of :func:`gxparse.read`.

    >>> import gxparse
    >>> class Blind:
    ...     def recognise(self, data, page):
    ...         return []
    >>> isinstance(Blind(), gxparse.Recogniser)
    True
    """

    def recognise(self, data: bytes, page: int) -> Iterable[RecognisedWord]:
        """The words of one page, counted from 1, of the PDF *data*, in any order."""
        ...


#: page -> its words
Words: TypeAlias = Mapping[int, Sequence[RecognisedWord]]


def pages_to_recognise(result: Iterable[Diagnostic] | UnreadableSource) -> list[int]:
    """The pages that are only pictures, by what reading the file without a recogniser said."""
    if isinstance(result, UnreadableSource):
        count = result.params.get("pages")
        return list(range(1, count + 1)) if result.code == "GX171" and isinstance(count, int) else []
    pages = [diagnostic.params["page"] for diagnostic in result if diagnostic.code == "GX172"]
    return [page for page in pages if isinstance(page, int)]


def recognise_pages(recogniser: Recogniser, data: bytes, pages: Iterable[int], most: int) -> Words:
    """Ask the recogniser for these pages; it is asked no more once it has said more than *most* characters.

    Raises :class:`~gxparse.errors.UsageError` if it gives anything but words in boxes.
    """
    found: dict[int, Sequence[RecognisedWord]] = {}
    for page in pages:
        if most <= 0:
            break
        words: list[RecognisedWord] = []
        for word in recogniser.recognise(data, page):
            words.append(_checked(word))
            most -= len(word.text)
            if most <= 0:
                break
        found[page] = words
    return found


def _checked(word: object) -> RecognisedWord:
    if not isinstance(word, RecognisedWord) or not isinstance(word.text, str):
        raise UsageError(f"a recogniser gives RecognisedWord, got {type(word).__name__}")
    box: tuple[object, ...] = tuple(word.box)
    if len(box) != 4 or not all(isinstance(side, int | float) and math.isfinite(side) for side in box):
        raise UsageError(f"a box is left, top, right, bottom in points, got {word.box!r}")
    left, top, right, bottom = word.box
    if left > right or top > bottom:
        raise UsageError(f"a box goes from the top left to the bottom right, got {word.box!r}")
    return word
