"""Where the cells of a row with blanks belong: told by the shape of the printed table, refused where it is silent."""

from __future__ import annotations

import pytest

from gxparse.forms.align import (
    PACKED,
    SPREAD,
    Surroundings,
    align_cases,
    drops_blanks,
    header_shape,
    lead_of,
    plausible,
)
from gxparse.forms.columns import align_to_header
from gxparse.forms.editions import EDITIONS
from gxparse.forms.rows import read_row

FORM = EDITIONS["revised_2021"]
TABLES = {table.key: table for table in FORM.tables}
ORGANIZATIONS = "法人或其他组织"


def facts(*cells):
    return read_row(tuple(cells))


@pytest.mark.parametrize(
    ("cells", "shape"),
    [
        (("", "自然人", ORGANIZATIONS, "总计"), PACKED),
        (("", "", "", "自然人", ORGANIZATIONS, "", "", "", "", "总计"), SPREAD),
        (("", "", "", "自然人", *[ORGANIZATIONS] * 5, "总计"), SPREAD),
        (("", "自然人", ORGANIZATIONS, "", "总计"), ""),
        (("自然人", "商业企业", "科研机构"), ""),
    ],
)
def test_the_header_tells_whether_merged_cells_are_padded(cells, shape):
    assert header_shape([facts(*cells)]) == shape


def test_blanks_are_dropped_at_the_end_only_where_others_are_written_out():
    label = "一、本年新收政府信息公开申请数量"
    short, other = facts(label, "3"), facts("四、结转下年度继续办理", "", "4", "5")
    assert drops_blanks([short, other])
    # Every blank cell may have been left out.
    assert not drops_blanks([short, facts("四、结转下年度继续办理", "4", "5")])
    # A row ends with a blank cell, so that none was left out.
    assert not drops_blanks([short, other, facts("规章", "1", "")])


def test_the_lead_is_what_every_row_begins_with():
    assert lead_of([facts("", "规章", "1"), facts("", "", "2")]) == 1
    assert lead_of([facts("", "规章", "1"), facts("行政许可", "2")]) == 0


CASES = TABLES["proceedings"]
BLANK = ("",) * 5


@pytest.mark.parametrize(
    ("cells", "around", "positions"),
    [
        ((*"10001" * 3,), Surroundings(), tuple(range(15))),
        ((*BLANK, *"30003", *"10001"), Surroundings(), tuple(range(15))),
        (("", *BLANK, *"30003", *"10001"), Surroundings(lead=1), tuple(range(1, 16))),
        # Fourteen cells, and none of them tells which one is missing.
        ((*BLANK[1:], *"30003", *"10001"), Surroundings(), None),
        # Wider than the table, and no header over it.
        ((*BLANK, *"30003", *"10001", "", ""), Surroundings(), None),
    ],
)
def test_section_four_is_placed_by_its_own_width(cells, around, positions):
    assert align_cases(CASES, facts(*cells), [], lambda: around) == positions


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (("1", "", "", "", "", "2", "3"), True),
        (("", "", "", "", "", "", "3"), True),
        (("1", "", "", "", "", "", ""), False),
        (("1", "", "", "", "", "", "3"), False),
    ],
)
def test_a_lone_figure_before_pads_may_stand_in_any_column(figures, expected):
    row = facts("四、结转下年度继续办理", *figures)
    assert plausible(TABLES["requests"], row, tuple(range(1, 8))) is expected


DOCUMENTS = TABLES["proactive.documents"]
HEADER = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")


@pytest.mark.parametrize(
    ("cells", "drops", "positions"),
    [
        (("规章", "1", "", "3"), False, (1, 2, 3)),
        # A blank cell was left out, and it may be any of three.
        (("规章", "1", "3"), False, None),
        (("规章", "1", "3"), True, (1, 2, 3)),
        (("规章", "1 2", "", "3"), False, None),
        # As many figures as columns place themselves, wherever they stand.
        (("规章", "", "1", "", "2", "", "3"), False, (2, 4, 6)),
        (("规章", "", "1", "", "2", "", ""), False, None),
        (("规章",), False, None),
    ],
)
def test_section_two_stands_under_its_header(cells, drops, positions):
    found = align_to_header(DOCUMENTS, facts(*HEADER), facts(*cells), drops=drops)
    assert found == positions
