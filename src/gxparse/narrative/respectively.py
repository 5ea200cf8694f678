"""Lists that name first and count afterwards: ``行政复议、行政诉讼分别为9件、7件``."""

from __future__ import annotations

import re
from typing import Final

from gxparse.narrative.phrases import LONGEST_LEAD
from gxparse.narrative.sentences import Piece

__all__ = ["names_in_turn"]

_NAMES: Final = re.compile(
    r"(?P<names>[^,;:()]+?)(?:数量|件数|申请量|案件|的)*(?:共|各)?分别(?:为|是|有|达|达到|发生|收到|受理)?[^,、;:()]{0,6}\Z"
)
_BETWEEN: Final = re.compile("[、和及与]|以及")
_JOINED: Final = frozenset(("", "和", "及", "与", "以及"))


def names_in_turn(text: str, pieces: tuple[Piece, ...], i: int, printed: str) -> list[str] | None:
    """The words for the number at *i* and those behind it, if the words *printed* in front of it end in 分别.

    ``None`` if they do not; an empty list if there are not as many names as numbers, so that nobody can say which
    number is whose.
    """
    if "分别" not in printed:
        return None
    match = _NAMES.search(printed.replace(" ", "")[-LONGEST_LEAD:])
    if match is None:
        return None
    names = _BETWEEN.split(match["names"])
    if len(names) == 1:
        return None  # 分别 refers to names of an earlier clause
    numbers = 1
    at = pieces[i].stop
    for piece in pieces[i + 1 :]:
        if piece.kind == "NUMBER":
            if text[at : piece.start].strip(" ,、") not in _JOINED:
                break
            numbers += 1
            at = piece.stop
        elif piece.kind not in ("PAUSE", "COMMA", "WORDS"):
            break
    return names if len(names) == numbers else []
