"""Section four on pages whose labels moved to the left."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse.forms.editions import EDITIONS

_UPPER, _LOWER = ("结果", "结果", "其他", "尚未"), ("维持", "纠正", "结果", "审结")
_PATHS = [path for path in EDITIONS["revised_2021"].paths if path.startswith("proceedings.")]
_ABOVE = """苇洲乡2023年政府信息公开工作年度报告
第二十条第（一）项
信息内容        本年制发件数    本年废止件数    现行有效件数
规章              0         1         2
行政规范性文件         4         1         37
四、政府信息公开行政复议、行政诉讼情况
"""


def _squeezed(words: Sequence[tuple[float, str]]) -> str:
    """A line of words at their places, but one space behind a word that ends close in front: a Han character is one place then."""
    line = ""
    end = -9.0
    for place, word in words:
        at = round(place)
        line = line.ljust(at) + word if not line or (place - end >= 2 and len(line) < at - 1) else f"{line} {word}"
        end = place + 2 * len(word)
    return line


def _page(edges: Sequence[float], figures: Sequence[int | None], across: float) -> str:
    """Section four with columns at *edges*; a figure has *across* of the room of its column in front."""

    def label(n: int, text: str) -> tuple[float, str]:
        return (edges[n] + edges[n + 1]) / 2 - len(text), text

    lines = [
        [label(2, "行政复议"), label(9, "行政诉讼")],
        [label(7, "未经复议直接起诉"), label(12, "复议后起诉")],
        [label(n, text) for n, text in enumerate(_UPPER)],
        [
            *(label(n, text) for n, text in enumerate((*_LOWER, "总计"))),
            *(label(5 + n, text) for n, text in enumerate(_UPPER)),
            *(label(10 + n, text) for n, text in enumerate(_UPPER)),
        ],
        [label(5 + n, text) for n, text in enumerate((*_LOWER, "总计", *_LOWER, "总计"))],
    ]
    row = ""
    for n, figure in enumerate(figures):
        if figure is not None:
            room = edges[n + 1] - edges[n] - len(str(figure))
            row = row.ljust(round(edges[n] + max(room, 0) * across)) + str(figure) + " "
    return _ABOVE + "\n".join([*map(_squeezed, lines), row]) + "\n五、存在的主要问题及改进情况"


@given(
    left=st.integers(0, 20),
    widths=st.lists(st.floats(3.6, 9), min_size=15, max_size=15) | st.floats(3.6, 9).map(lambda width: [width] * 15),
    figures=st.lists(st.integers(0, 20) | st.none(), min_size=15, max_size=15)
    | st.sets(st.integers(0, 14)).map(lambda filled: [0 if n in filled else None for n in range(15)])
    | st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)).map(
        lambda totals: [totals[n // 5] if n % 5 == 4 else None for n in range(15)]
    ),
    across=st.sampled_from((0.0, 0.5, 0.5, 1.0)),
)
def test_no_figure_is_placed_in_another_column(
    left: int, widths: list[float], figures: list[int | None], across: float
) -> None:
    edges = [left + sum(widths[:n]) for n in range(16)]
    report = gxparse.parse(_page(edges, figures, across)).report
    assert report is not None
    read = [report.values()[path] for path in _PATHS]
    assert all(have is None or have == figure for have, figure in zip(read, figures, strict=True))


def test_columns_of_one_width_are_seen() -> None:
    totals = [3 if n % 5 == 4 else None for n in range(15)]
    report = gxparse.parse(_page([7 + 4 * n for n in range(16)], totals, 0.5)).report
    assert report is not None
    assert [report.values()[path] for path in _PATHS] == totals
