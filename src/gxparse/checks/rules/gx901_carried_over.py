"""GX901: requests carried over that are not those carried forward a year before."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.across import Pair
from gxparse.checks.metrics.requests import APPLICANTS
from gxparse.checks.model import Case, Finding, Scope, Status, Verdict, rule
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX901",
    "carried-over",
    Severity.WARNING,
    zh="{year} 年的上年结转与 {previous_year} 年的结转下年度不符：{columns}",
    en="carried over into {year} is not what {previous_year} carried forward: {columns}",
    hint_zh="机构撤并、上年数更正都会造成不符；否则请核对两年的报告。",
    hint_en="Reorganisations and corrections break this too; otherwise compare the two reports.",
    doc_zh="本年“上年结转”应等于上年“结转下年度继续办理”，逐列如此。格式没有印明这一关系，机构改革、上年数事后更正以及"
    "条例修订（2019年）都会打破它；美国信息自由法年报中约有 35 % 的机构年不符。因此只作警告。",
    doc_en="What is carried over is what was carried forward a year before, column by column. The form does not print this; "
    "reorganisations, later corrections and the revision of the regulation in 2019 break it, and in US FOIA reports it "
    "is broken in about 35 % of agency-years. It is therefore a warning.",
    basis="年度报告格式第三部分“二、上年结转政府信息公开申请数量”“四、结转下年度继续办理”",
)


def _signed(value: int) -> str:
    shown = printable(value)
    return f"+{shown}" if value > 0 else str(shown)


@rule(
    ENTRY,
    scope=Scope.YEARS,
    fires=(
        Case(
            "five carried forward, three carried over",
            {"requests.carried_over.natural_person": 3, "requests.carried_over.total": 3},
            year=2023,
            others=(
                Case(
                    "earlier",
                    {"requests.carried_forward.natural_person": 5, "requests.carried_forward.total": 5},
                    year=2022,
                ),
            ),
            expect={"columns": "自然人 5→3（-2），总计 5→3（-2）", "difference": -2},
        ),
        Case(
            "across the two forms",
            {"requests.carried_over.total": 1},
            year=2021,
            others=(Case("earlier", year=2020, edition="trial_2019"),),
        ),
    ),
    silent=(
        Case(
            "equal",
            {"requests.carried_over.total": 3},
            year=2023,
            others=(Case("earlier", {"requests.carried_forward.total": 3}, year=2022),),
        ),
        Case(
            "blank", blank=True, year=2023, others=(Case("earlier", {"requests.carried_forward.total": 3}, year=2022),)
        ),
    ),
)
def check_carried_over(pair: Pair) -> Iterator[Finding]:
    """Carried over in a year = carried forward in the year before, in each column."""
    broken = []
    for column in APPLICANTS:
        now, then = f"requests.carried_over.{column}", f"requests.carried_forward.{column}"
        current, previous = pair.current.count(now), pair.previous.count(then)
        if current is None or previous is None:
            yield Verdict(Status.NOT_CHECKABLE, (now,))
        elif current == previous:
            yield Verdict(Status.PASS, (now,))
        else:
            broken.append((now, then, previous, current))
    if broken:
        label = pair.current.edition.fields
        last = broken[-1]
        yield ENTRY(
            pair.current.span(last[0]),
            last[0],
            related=pair.related((b[0] for b in broken), (b[1] for b in broken)),
            year=pair.current.report.year,
            previous_year=pair.previous.report.year,
            columns="，".join(
                f"{label[now][2].label} {printable(p)}→{printable(c)}（{_signed(c - p)}）" for now, _, p, c in broken
            ),
            difference=printable(last[3] - last[2]),
        )
