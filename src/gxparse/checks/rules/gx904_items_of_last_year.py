"""GX904: last year's number of items that is not what last year's report comes to."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX904",
    "items-of-last-year",
    Severity.NOTE,
    zh="“{row}”上一年项目数量填 {given}，而上年报告的项目数 {before}＋增减 {change}＝{expected}，相差 {difference}",
    en="{row}: last year's items are given as {given}, but last year's report comes to {before} + {change} = {expected}; "
    "difference {difference}",
    hint_zh="请核对两年的项目数和增减的正负号。",
    hint_en="Compare the items of both years, and the sign of the change.",
    doc_zh="试行格式中，2020 年的“上一年项目数量”应等于 2019 年的“上一年项目数量”加“本年增/减”。权责清单调整会打破它，只作说明。",
    doc_en="In the trial form the items of last year given for 2020 are those of 2019 plus the change of 2019. Changes of the "
    "power lists break this; it is a note.",
    basis="年度报告格式（试行）第二部分“第二十条第（五）、（六）、（八）项”",
)

_ROWS = (
    "proactive.licensing.licenses",
    "proactive.licensing.other_external_services",
    "proactive.enforcement.penalties",
    "proactive.enforcement.coercion",
    "proactive.fees.administrative_fees",
)
_EARLIER = {f"{_ROWS[0]}.items_previous_year": 20, f"{_ROWS[0]}.items_change": 3}


@rule(
    ENTRY,
    scope=Scope.YEARS,
    editions=("trial_2019",),
    fires=(
        Case(
            "20 + 3, not 17",
            {f"{_ROWS[0]}.items_previous_year": 17},
            edition="trial_2019",
            year=2020,
            others=(Case("earlier", _EARLIER, edition="trial_2019", year=2019),),
            expect={"expected": 23, "difference": -6},
        ),
    ),
    silent=(
        Case(
            "20 + 3 = 23",
            {f"{_ROWS[0]}.items_previous_year": 23},
            edition="trial_2019",
            year=2020,
            others=(Case("earlier", _EARLIER, edition="trial_2019", year=2019),),
        ),
        Case(
            "blank",
            blank=True,
            edition="trial_2019",
            year=2020,
            others=(Case("earlier", _EARLIER, edition="trial_2019", year=2019),),
        ),
    ),
)
def check_items_of_last_year(pair: Pair) -> Iterator[Finding]:
    """Items of last year as given = last year's items + last year's change."""
    for prefix in _ROWS:
        path, change = f"{prefix}.items_previous_year", f"{prefix}.items_change"
        given, before = pair.current.count(path), pair.previous.counts((path, change))
        if given is not None and before is not None and given != sum(before):
            yield ENTRY(
                pair.current.span(path),
                path,
                related=pair.related((path,), (path, change)),
                row=pair.current.edition.fields[path][1].label,
                given=printable(given),
                before=printable(before[0]),
                change=printable(before[1]),
                expected=printable(sum(before)),
                difference=printable(given - sum(before)),
            )
