"""GX723: a number of decisions that is last year's number of items plus its change."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX723",
    "decisions-as-items",
    Severity.WARNING,
    zh="{rows}的“处理决定数量”恰等于“上一年项目数量＋本年增/减”，疑把项目数填作了处理决定数",
    en="the number of decisions of {rows} is exactly last year's items plus the change; items may have been filled in for "
    "decisions",
    hint_zh="“处理决定数量”指本年作出的许可、处罚等决定的件数，不是现有项目数。",
    hint_en="The column asks for the decisions taken in the year, not for the items there are now.",
    doc_zh="试行格式第二部分的“处理决定数量”是本年作出的决定件数，与项目数没有加减关系。各行恰好都等于“上一年项目数量”"
    "与“本年增/减”之和，多半是把该列理解成了现有项目数。单独一行相等也可能是巧合。",
    doc_en="In the trial form the decisions column counts decisions taken in the year and has no arithmetic relation to "
    "the number of items. Where it is exactly last year's items plus the change, the column was probably taken for the "
    "items there are now. A single row may be a coincidence.",
    basis="年度报告格式（试行）第二部分“第二十条第（五）、（六）项”；《政府信息公开条例》第二十条第（五）、（六）项",
)

_ROWS = (
    "proactive.licensing.licenses",
    "proactive.licensing.other_external_services",
    "proactive.enforcement.penalties",
    "proactive.enforcement.coercion",
)
_LICENSES = _ROWS[0]


@rule(
    ENTRY,
    editions=("trial_2019",),
    fires=(
        Case(
            "391 + 12 = 403",
            {
                f"{_LICENSES}.items_previous_year": 391,
                f"{_LICENSES}.items_change": 12,
                f"{_LICENSES}.decisions": 403,
            },
            edition="trial_2019",
            expect={"rows": ("行政许可",)},
        ),
    ),
    silent=(
        Case("nothing decided", edition="trial_2019"),
        Case(
            "independent figures",
            {
                f"{_LICENSES}.items_previous_year": 34,
                f"{_LICENSES}.items_change": 16,
                f"{_LICENSES}.decisions": 770,
            },
            edition="trial_2019",
        ),
        Case(
            "one row without any change may be chance",
            {f"{_LICENSES}.items_previous_year": 5, f"{_LICENSES}.decisions": 5},
            edition="trial_2019",
        ),
    ),
)
def check_decisions_as_items(subject: Subject) -> Iterator[Finding]:
    """Rows whose decisions equal items plus change, if one has a change or two agree."""
    same: list[str] = []
    changed = False
    for prefix in _ROWS:
        numbers = subject.counts((f"{prefix}.items_previous_year", f"{prefix}.items_change", f"{prefix}.decisions"))
        if numbers is not None and numbers[2] > 0 and numbers[0] + numbers[1] == numbers[2]:
            same.append(prefix)
            changed = changed or numbers[1] != 0
    if same and (changed or len(same) > 1):
        path = f"{same[0]}.decisions"
        cells = [f"{p}.{key}" for p in same for key in ("items_previous_year", "items_change", "decisions")]
        yield ENTRY(
            subject.span(path),
            path,
            related=subject.related(cells, "cell"),
            rows=tuple(subject.edition.fields[f"{p}.decisions"][1].label for p in same),
        )
