"""Text of a PDF that is not to be read as it stands: struck out, or painted over by what was drawn behind it.

A line through a word is drawn like any ruling line, only that it runs through the middle of its characters. What
is drawn later lies on top: a white box over a figure, or a black one, leaves it in the file and takes it from the page.
Such characters are marked, and set in brackets where lines of text are made, so that no figure is read from them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from gxparse.source.pdf_lines import turned
from gxparse.source.pdf_page import Glyph, Page
from gxparse.source.pdf_rules import Rule

__all__ = ["mark_struck"]

#: Where a line strikes a character out, above its baseline, as a share of its height. Underlines run below it, the
#: lower line of a double strike just above.
_LOWEST, _HIGHEST = 0.06, 0.64
#: This share of a character's width is struck.
_MOST = 0.4
#: A line that ends this near to the characters it strikes is no border of a table, in points.
_ENDS = 1.5


def mark_struck(page: Page) -> None:
    """Mark the glyphs of a page that are struck out or painted over; lines that only strike are no rules any more."""
    glyphs = page.glyphs
    found: set[int] = set()
    strikes: set[Rule] = set()
    for turn in sorted({glyph.turn for glyph in glyphs}):
        placed = sorted(
            (turned(glyph)._replace(run=number) for number, glyph in enumerate(glyphs) if glyph.turn == turn),
            key=lambda glyph: glyph.baseline,
        )
        baselines = [glyph.baseline for glyph in placed]
        tallest = max(glyph.bottom - glyph.top for glyph in placed)
        for rule in (*page.rules, *page.marks):
            box = _turned(rule, turn)
            height = (box[1] + box[3]) / 2
            near = placed[bisect_left(baselines, height) : bisect_right(baselines, height + _HIGHEST * tallest)]
            struck = [glyph for glyph in near if _strikes(box, height, glyph)]
            if struck:
                found.update(glyph.run for glyph in struck)
                if _is_within(box, struck):
                    strikes.add(rule)
    found.update(_painted_over(page))
    if found:
        page.glyphs = [glyph._replace(struck=True) if number in found else glyph for number, glyph in enumerate(glyphs)]
        page.rules = [rule for rule in page.rules if rule not in strikes]


def _strikes(rule: Rule, height: float, glyph: Glyph) -> bool:
    tall = glyph.bottom - glyph.top
    covered = min(rule[2], glyph.right) - max(rule[0], glyph.left)
    return (
        _LOWEST * tall <= glyph.baseline - height <= _HIGHEST * tall
        and covered > _MOST * (glyph.right - glyph.left)
        and not glyph.char.isspace()
    )


def _is_within(rule: Rule, struck: Sequence[Glyph]) -> bool:
    left, right = min(glyph.left for glyph in struck), max(glyph.right for glyph in struck)
    return left - _ENDS <= rule[0] and rule[2] <= right + _ENDS


def _painted_over(page: Page) -> Iterator[int]:
    """The glyphs whose middle lies under something that was drawn later."""
    if not page.covers:
        return
    orders = page.orders
    placed = sorted(((glyph.top + glyph.bottom) / 2, number) for number, glyph in enumerate(page.glyphs))
    heights = [height for height, _ in placed]
    for order, (left, top, right, bottom) in page.covers:
        for _, number in placed[bisect_left(heights, top) : bisect_right(heights, bottom)]:
            glyph = page.glyphs[number]
            if left <= (glyph.left + glyph.right) / 2 <= right and orders.get(glyph.run, order) < order:
                yield number


def _turned(rule: Rule, turn: int) -> Rule:
    """A box with its page turned back as :func:`~gxparse.source.pdf_lines.turned` does with glyphs."""
    left, top, right, bottom = rule
    if turn == 1:
        return (top, -right, bottom, -left)
    if turn == 2:
        return (-right, -bottom, -left, -top)
    if turn == 3:
        return (-bottom, left, -top, right)
    return rule
