"""GX727: government rules reported by a body that cannot make any."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from gxparse.checks.model import Case, Finding, not_checkable, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.forms.editions import edition_of

ENTRY = Entry(
    "GX727",
    "rules-without-power",
    Severity.WARNING,
    zh="“{body}”没有规章制定权，“规章›{column}”却填 {value}",
    en="{body} has no power to make government rules, but 规章 › {column} is {value}",
    hint_zh="请核对是否应填入“规范性文件”一行。",
    hint_en="The figure may belong in the row of normative documents.",
    doc_zh="规章只能由国务院有关部门（部门规章）和省、自治区、直辖市以及设区的市、自治州人民政府（地方政府规章）制定。"
    "县、乡镇、街道以及地方各级政府的工作部门不能制定规章。只在机关名称明确属于后者时提示。",
    doc_en="Government rules are made by departments of the State Council and by the governments of provinces, cities "
    "divided into districts and autonomous prefectures. Counties, townships, subdistricts and departments of local "
    "governments cannot make them. Reported only where the name of the body leaves no doubt.",
    basis="《中华人民共和国立法法》（2023年修正）第九十一条、第九十三条；《政府信息公开条例》第二十条第（一）项",
)

_NO_POWER: Final = re.compile(
    r"(?:[镇乡]|街道|[县旗])(?:人民政府|办事处)?(?:办公室)?$|(?:[市县区镇乡州盟旗省].{0,20}[局厅])$"
)
_CENTRAL: Final = re.compile(r"^(?:国家|中国|中华|全国|海关|国务院)")
_RULES: Final = "proactive.documents.government_rules."


@functools.cache
def _paths(edition: str) -> tuple[str, ...]:
    return tuple(path for path in edition_of(edition).paths if path.startswith("proactive.documents.government_rules."))


@rule(
    ENTRY,
    fires=(
        Case("a town", {f"{_RULES}in_force": 1}, body="青石镇人民政府", expect={"value": 1}),
        Case("a bureau, older form", {f"{_RULES}newly_made": 2}, edition="trial_2019", body="白沙县水利局"),
    ),
    silent=(
        Case("a city", {f"{_RULES}in_force": 12}, body="临河市人民政府"),
        Case("a department of the State Council", {f"{_RULES}in_force": 12}, body="国家统计局"),
        Case("no rules", body="青石镇人民政府"),
        Case("the body is not known", {f"{_RULES}in_force": 1}),
    ),
)
def check_rules_without_power(subject: Subject) -> Iterator[Finding]:
    """Townships, counties and local departments report no rules."""
    body = subject.report.body
    if not body:
        yield not_checkable("body")
        return
    given = [(path, value) for path in _paths(subject.report.edition) if (value := subject.count(path))]
    if not given or _CENTRAL.search(body) or not _NO_POWER.search(body):
        return
    path, value = given[0]
    yield ENTRY(
        subject.span(path),
        path,
        related=subject.related((p for p, _ in given), "cell"),
        body=body,
        column=subject.edition.fields[path][2].label,
        value=printable(value),
    )
