"""Slips of one digit: what copying, scanning and extraction do to a figure."""

from __future__ import annotations

from typing import Final

#: What a slip is called in a message, in Chinese and English.
SLIPS: Final = {
    "missing": ("漏一位", "one digit missing"),
    "extra": ("多一位", "one digit too many"),
    "different": ("一位不同", "one digit different"),
    "exchanged": ("两位颠倒", "two digits exchanged"),
    "joined": ("一数分作两格", "one figure in two cells"),
    "split": ("两数并作一格", "two figures in one cell"),
}

#: Larger figures are no counts.
_MOST: Final = 10**18


def slip_between(printed: int, meant: int) -> str | None:
    """The slip of one digit that turns *meant* into *printed*; ``None`` if it takes more than one.

    >>> slip_between(2, 12), slip_between(120, 12), slip_between(21, 12), slip_between(18, 13), slip_between(0, 5)
    ('missing', 'extra', 'exchanged', 'different', None)
    """
    if not (0 < printed < _MOST and 0 < meant < _MOST):
        return None
    got, want = str(printed), str(meant)
    if len(got) + 1 == len(want):
        return "missing" if _without_one(want, got) else None
    if len(want) + 1 == len(got):
        return "extra" if _without_one(got, want) else None
    if len(got) != len(want) or len(got) < 2:
        return None
    apart = [n for n in range(len(got)) if got[n] != want[n]]
    if len(apart) == 1:
        return "different"
    if (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and got[apart[0]] + got[apart[1]] == want[apart[1]] + want[apart[0]]
    ):
        return "exchanged"
    return None


def _without_one(longer: str, shorter: str) -> bool:
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
