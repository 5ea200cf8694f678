"""Whether the words of the header of section four stand in the order of the form.

The same five outcomes stand three times there, once for each block, so that labels alone do not tell a column; on
pages their halves stand on two lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from gxparse.forms.lexicon import COLUMN, CORNER, Term
from gxparse.forms.spec import Table as FormTable
from gxparse.text import skeleton

__all__ = ["FRAMES", "cases_in_order", "halves_in_order", "stacked_in_order"]

#: header cells of section four that cover others, in the order of the form, by groups that stand side by side
FRAMES = (("行政复议", "行政诉讼"), ("未经复议直接起诉", "复议后起诉"))


def cases_in_order(table: FormTable, header: Iterable[Sequence[Term]]) -> bool:
    """Whether the header of section four names its blocks and the outcomes of cases in the order of the form.

    *header* has the terms of each cell as they come in the text. The same five outcomes stand three times, once for
    each block; where all are recognised they must come one behind another, else none may come before an earlier one of
    its block, which 总计 ends.
    """
    order = list(dict.fromkeys(c.key.rpartition(".")[2] for c in table.columns))
    frames: list[str] = []
    outcomes: list[int] = []
    for terms in header:
        for term in terms:
            if term.role == CORNER and term.key not in frames:
                frames.append(term.key)
            elif term.role == COLUMN and term.table == table.key:
                outcomes.append(order.index(term.key.rpartition(".")[2]))
                break
    if any([f for f in frames if f in pair] == [*reversed(pair)] for pair in FRAMES):
        return False
    if not outcomes:
        return True
    # A merged cell may be repeated; but 总计 at the end of a block and at the beginning of the next are two.
    once = [outcome for outcome, _ in groupby(outcomes)]
    for seen in (outcomes, once if 2 * len(outcomes) >= 3 * len(once) else []):
        if seen and len(seen) % len(order) == 0 and all(n == at % len(order) for at, n in enumerate(seen)):
            return True
    if len({outcomes.count(n) for n in range(len(order))}) == 1:
        return False
    last = len(order) - 1
    return all(a < b or b == 0 or a == last for a, b in pairwise(once))


#: the upper and the lower halves of the labels of one block of section four that a line break cut, without 总计
_BLOCKS = (["结果", "结果", "其他", "尚未"], ["维持", "纠正", "结果", "审结"])
_HALVES = re.compile("结果|其他|尚未|维持|纠正|审结|总计")
_WHOLE = re.compile("结果维持|结果纠正|其他结果|尚未审结")


def halves_in_order(rows: Iterable[Iterable[str]]) -> bool:
    """Whether the lines of halves of the labels of section four are in order, where they have all halves of their blocks.

    总计 stands in front of the halves of a block or behind them, since it is printed between their lines.

    >>> halves_in_order([["结果", "结果", "其他", "尚未"], ["总计"], ["维持", "纠正", "结果", "审结"]])
    True
    >>> halves_in_order([["结果结果", "尚未其他"]]), halves_in_order([["结果", "结果", "其他", "总计", "尚未"]])
    (False, False)
    """
    for row in rows:
        keys = list(row)
        words = _HALVES.findall("".join(keys))
        halves = [word for word in words if word != "总计"]
        if not halves or len(halves) % 4 or any(map(_WHOLE.search, keys)):
            continue
        totals = [n - words[:n].count("总计") for n, word in enumerate(words) if word == "总计"]
        if any(halves[at : at + 4] not in _BLOCKS for at in range(0, len(halves), 4)):
            return False
        if any(n % 4 for n in totals):
            return False
    return True


def stacked_in_order(table: FormTable, above: Sequence[Sequence[str]], positions: Sequence[int]) -> bool:
    """Whether no column of section four has all pieces of the label of another outcome above it.

    *above* are the texts of header rows that have as many cells as the row, *positions* those of its cells.
    """
    outcomes = tuple(dict.fromkeys(skeleton(c.label) for c in table.columns))
    for column, at in zip(table.columns, positions, strict=True):
        pieces = "".join([row[at] for row in above if at < len(row)])
        if pieces.endswith(outcomes) and not pieces.endswith(skeleton(column.label)):
            return False
    return True
