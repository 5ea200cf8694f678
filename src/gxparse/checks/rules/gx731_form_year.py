"""GX731: a report on the form of other years."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, not_checkable, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX731",
    "form-year",
    Severity.INCONSISTENCY,
    zh="{year} 年的报告使用了适用于 {years} 年的格式“{form}”",
    en="the report on {year} uses the form for {years}: {form}",
    hint_zh="请核对报告年度；若年度无误，应改用该年度规定的格式。",
    hint_en="Check the year; if it is right, the form prescribed for it should be used.",
    doc_zh="2019、2020 年的报告使用试行格式，2021 年起使用现行格式，两种格式的第二部分和第三部分（六）的栏目不同，数字不能直接比较。"
    "读取文本时由 GX312 报告，这里针对手工建立或从 JSON 读入的报告。",
    doc_en="Reports on 2019 and 2020 use the trial form, those on 2021 and later the revised one; section two and item （六） of "
    "section three differ, and their figures cannot be compared. While a text is read, GX312 says so; this rule is for "
    "reports that were built by hand or loaded from JSON.",
    basis="国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知",
)


@rule(
    ENTRY,
    fires=(
        Case("the trial form in 2022", year=2022, edition="trial_2019", expect={"years": "2019–2020"}),
        Case("the revised form in 2020", year=2020, expect={"years": "2021–"}),
    ),
    silent=(
        Case("the first year of the revised form", year=2021),
        Case("the last year of the trial form", year=2020, edition="trial_2019"),
        Case("the year is not known"),
    ),
)
def check_form_year(subject: Subject) -> Iterator[Finding]:
    """The edition is the one prescribed for the year."""
    year, edition = subject.report.year, subject.edition
    if year is None:
        yield not_checkable("year")
    elif not edition.covers(year):
        years = f"{edition.first_year}–{edition.last_year or ''}"
        yield ENTRY(subject.report.origin("year").span, "year", year=printable(year), form=edition.title, years=years)
