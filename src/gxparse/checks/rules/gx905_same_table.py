"""GX905: a section three that is last year's, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.requests_table import request_cells
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

#: Tables with fewer cells above zero agree by chance.
_LEAST: Final = 4

ENTRY = Entry(
    "GX905",
    "same-table",
    Severity.WARNING,
    zh="{year} 年第三张表与 {previous_year} 年完全相同（{cells} 个不为 0 的格都一样）",
    en="section three of {year} equals that of {previous_year} ({cells} cells above 0 are the same)",
    hint_zh="请核对是否沿用了上年的表格。",
    hint_en="Last year's table may have been used again.",
    doc_zh="两年的第三张表逐格相同，包括空格，而且不为 0 的格不少于四个。全 0 或只有一两件申请的表相同不报告。",
    doc_en="The two tables agree in every cell, blanks included, and at least four cells are not 0. Tables of zeros, or with a "
    "request or two, agree by chance and are left alone.",
    basis="《政府信息公开条例》第四十九条（报告上一年度工作）",
)

_ONE_YEAR = {
    f"requests.{row}.{column}": 9
    for row in ("received", "results.granted", "results.total")
    for column in ("natural_person", "total")
}


@rule(
    ENTRY,
    scope=Scope.YEARS,
    fires=(
        Case(
            "the same nine requests",
            _ONE_YEAR,
            year=2023,
            others=(Case("earlier", _ONE_YEAR, year=2022),),
            expect={"cells": 6},
        ),
        Case(
            "older form",
            _ONE_YEAR,
            edition="trial_2019",
            year=2020,
            others=(Case("earlier", _ONE_YEAR, edition="trial_2019", year=2019),),
        ),
    ),
    silent=(
        Case("zeros", year=2023, others=(Case("earlier", year=2022),)),
        Case(
            "one cell differs",
            {**_ONE_YEAR, "requests.carried_over.total": 1},
            year=2023,
            others=(Case("earlier", _ONE_YEAR, year=2022),),
        ),
        Case(
            "another form",
            _ONE_YEAR,
            year=2021,
            others=(Case("earlier", _ONE_YEAR, edition="trial_2019", year=2020),),
        ),
    ),
)
def check_same_table(pair: Pair) -> Iterator[Finding]:
    """Section three differs from last year's somewhere."""
    if not pair.same_form:
        return
    cells = request_cells(pair.current.report.edition)
    now = [pair.current.row[cell] for cell in cells]
    if now != [pair.previous.row[cell] for cell in cells]:
        return
    filled = sum(1 for value in now if value)
    if filled >= _LEAST:
        paths = [pair.current.edition.paths[cell] for cell, value in zip(cells, now, strict=True) if value]
        yield ENTRY(
            pair.current.span(paths[0]),
            paths[0],
            related=pair.related(paths, ()),
            year=pair.current.report.year,
            previous_year=pair.previous.report.year,
            cells=filled,
        )
