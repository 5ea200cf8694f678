"""GX931: two bodies with the same section three."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gxparse.checks.across import Peers, duplicates
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.requests_table import request_cells
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

#: Tables with fewer cells above zero, or with ones only, agree by chance.
_LEAST: Final = 6

ENTRY = Entry(
    "GX931",
    "same-table-elsewhere",
    Severity.WARNING,
    zh="第三张表与“{other}”的完全相同（{cells} 个不为 0 的格都一样）",
    en="section three equals that of {other} ({cells} cells above 0 are the same)",
    hint_zh="可能收录了同一份报告两次，或者套用了别的单位的表格。",
    hint_en="One report may have been collected twice, or another body's table was used.",
    doc_zh="两个机关同一年度的第三张表逐格相同，且不为 0 的格不少于六个、其中有大于 1 的数。只有一两件申请的表相同不报告。",
    doc_en="The tables of two bodies for one year agree in every cell; at least six cells are not 0 and one is above 1. Tables with a "
    "request or two agree by chance.",
    basis="《政府信息公开条例》第四十九条",
)

_TABLE = {
    f"requests.{row}.{column}": 9
    for row in ("received", "results.granted", "results.total")
    for column in ("natural_person", "total")
}


def _key(subject: Subject) -> tuple[object, ...] | None:
    cells = tuple(subject.row[cell] for cell in request_cells(subject.report.edition))
    filled = [value for value in cells if isinstance(value, int) and value > 0]
    if len(filled) < _LEAST or max(filled) < 2:
        return None
    return (subject.report.edition, subject.report.year, cells)


@rule(
    ENTRY,
    scope=Scope.PEERS,
    fires=(
        Case(
            "two towns",
            _TABLE,
            body="青石镇",
            others=(Case("other", _TABLE, body="白沙镇"),),
            expect={"other": "青石镇"},
        ),
        Case("older form", _TABLE, edition="trial_2019", others=(Case("other", _TABLE, edition="trial_2019"),)),
    ),
    silent=(
        Case("zeros", others=(Case("other"),)),
        Case("another year", _TABLE, year=2022, others=(Case("other", _TABLE, year=2023),)),
        Case("a cell differs", _TABLE, others=(Case("other", {**_TABLE, "requests.carried_over.total": 1}),)),
    ),
)
def check_same_table_elsewhere(peers: Peers) -> Iterator[Finding]:
    """No two bodies have the same section three."""
    subjects = peers.subjects
    for first, second in duplicates([_key(subject) for subject in subjects]):
        subject, other = subjects[second], subjects[first]
        cells = request_cells(subject.report.edition)
        paths = [subject.edition.paths[cell] for cell in cells if subject.row[cell]]
        yield ENTRY(
            subject.span(paths[0]),
            paths[0],
            related=subject.related(paths, "current"),
            other=other.report.body or f"#{first + 1}",
            cells=len(paths),
            report=second,
        )
