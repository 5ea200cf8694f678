"""GX744: a report dated after the day by which it has to be public."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from gxparse.checks.metrics.disclosure import deadline
from gxparse.checks.model import Case, Finding, not_checkable, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.model.report import Signature

ENTRY = Entry(
    "GX744",
    "published-late",
    Severity.NOTE,
    zh="{what_zh}为 {date}，晚于法定期限 {deadline}，迟 {days} 天",
    en="the {what_en} is {date}, {days} days after the statutory deadline {deadline}",
    hint_zh="落款日期不一定是公布日期，请以公布日期为准。",
    hint_en="The date below the report need not be the day of publication, which is what counts.",
    doc_zh="县级以上人民政府部门的年度报告应于次年 1 月 31 日前公布，县级以上地方人民政府的应于次年 3 月 31 日前公布。"
    "名称看不出是部门还是政府的，按 3 月 31 日计；乡镇和街道法律没有单独规定，也按 3 月 31 日计。",
    doc_en="Departments of governments at county level and above publish by 31 January of the next year, the governments "
    "themselves by 31 March. Where the name does not tell, and for townships and subdistricts, which the regulation "
    "does not mention, 31 March is taken.",
    basis="《政府信息公开条例》第四十九条",
)


@rule(
    ENTRY,
    fires=(
        Case(
            "a bureau in February",
            body="白沙县水利局",
            year=2022,
            fields={"published": datetime.date(2023, 2, 10)},
            expect={"deadline": "2023-01-31", "days": 10},
        ),
        Case(
            "a city in April, by its signature; older form",
            edition="trial_2019",
            body="临河市人民政府",
            year=2019,
            fields={"signature": Signature("临河市人民政府", datetime.date(2020, 4, 1))},
            expect={"deadline": "2020-03-31", "days": 1},
        ),
    ),
    silent=(
        Case("on the day", body="白沙县水利局", year=2022, fields={"published": datetime.date(2023, 1, 31)}),
        Case("a city in March", body="临河市人民政府", year=2022, fields={"published": datetime.date(2023, 3, 31)}),
        Case("a town in February", body="青石镇人民政府", year=2022, fields={"published": datetime.date(2023, 2, 10)}),
        Case("no date", body="白沙县水利局", year=2022),
        Case("a year without a next one", body="白沙县水利局", year=9999, fields={"published": datetime.date.max}),
    ),
)
def check_published_late(subject: Subject) -> Iterator[Finding]:
    """The day of publication, or else of the signature, is not after the deadline."""
    report = subject.report
    date, field = report.published, "published"
    if date is None and report.signature is not None:
        date, field = report.signature.date, "signature"
    due = deadline(report)
    if date is None or due is None:
        yield not_checkable("published" if date is None else "year")
    elif date > due:
        yield ENTRY(
            subject.report.origin(field).span,
            what_zh="公布日期" if field == "published" else "落款日期",
            what_en="day of publication" if field == "published" else "date of the signature",
            date=date.isoformat(),
            deadline=due.isoformat(),
            days=(date - due).days,
        )
