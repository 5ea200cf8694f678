"""Words around figures: how a figure, a blank and a heading read in either language.

Statutory labels stay Chinese in both; what is translated is what gxparse says itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.diagnostics.render import severity_word, visible
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Kind
from gxparse.model.origin import Missing, Origin
from gxparse.model.report import Report
from gxparse.model.shape import Figure

__all__ = [
    "address_words",
    "cell_note",
    "cell_words",
    "counted",
    "edition_words",
    "facts",
    "figure_text",
    "heading",
    "missing_words",
    "pick",
    "worst_first",
]

_REASONS: Final[Mapping[Missing, tuple[str, str]]] = {
    Missing.BLANK: ("空白", "blank"),
    Missing.MARK: ("只有标记", "only a mark"),
    Missing.UNREADABLE: ("无法识别为数字", "not readable as a figure"),
    Missing.ABSENT_ROW: ("报告中没有这一行", "the report does not have this row"),
    Missing.ABSENT_COLUMN: ("报告中没有这一列", "the report does not have this column"),
    Missing.ABSENT_TABLE: ("报告中没有这张表", "the report does not have this table"),
    Missing.AMBIGUOUS: ("有数字，但位置不能确定", "there is a figure, but not one place for it"),
}
_NOT_GIVEN: Final = ("未填", "not given")

#: how bad, worst first
_RANKS: Final = {
    Severity.INCONSISTENCY: 0,
    Severity.ERROR: 1,
    Severity.WARNING: 2,
    Severity.NOTE: 3,
}
#: magnitude from which a figure is shown in scientific notation: no screen holds more digits
_DIGITS: Final = 40


def pick(words: tuple[str, str], lang: Language) -> str:
    """The word of a pair (Chinese, English) in that language."""
    return words[0 if lang == "zh" else 1]


def figure_text(value: Figure, kind: Kind = Kind.COUNT) -> str:
    """A figure as people read it; the empty string for ``None``, never a zero.

    Money is in yuan with separators; a change keeps its sign. A number too long for any screen shows its magnitude.

    >>> figure_text(1200), figure_text(None), figure_text(3, Kind.CHANGE), figure_text(Decimal("3313400.00"), Kind.MONEY)
    ('1200', '', '+3', '3,313,400.00')
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        if not value.is_finite() or not -_DIGITS < value.adjusted() < _DIGITS:
            return str(value)
        return format(value, ",f")
    if value.bit_length() > _DIGITS * 3:
        return f"{'-' if value < 0 else ''}10^{int(math.log10(abs(value)))}"
    return f"{value:+d}" if kind is Kind.CHANGE and value else str(value)


def missing_words(origin: Origin, lang: Language = "zh") -> str:
    """Why a figure is missing, in words; the printed characters with it where there are any.

    >>> missing_words(Origin("requests.received.total", raw="/", missing=Missing.MARK), "en")
    'only a mark: “/”'
    """
    words = pick(_NOT_GIVEN if origin.missing is None else _REASONS[origin.missing], lang)
    raw = "" if origin.raw is None else origin.raw.strip()
    if not raw:
        return words
    return f"{words}：“{visible(raw[:60])}”" if lang == "zh" else f"{words}: “{visible(raw[:60])}”"


def cell_words(report: Report | None, diagnostic: Diagnostic) -> str:
    """The cell that a diagnostic marks, in the words of the form; empty where it marks prose or a row of cells.

    In many layouts a line holds a bare number, so an excerpt says which cell it is.
    """
    if report is None or diagnostic.path is None:
        return ""
    edition = edition_of(report.edition)
    if diagnostic.path not in edition.fields or report.origin(diagnostic.path).span != diagnostic.span:
        return ""
    return edition.describe(diagnostic.path)


def cell_note(report: Report, path: str, value: Figure, lang: Language = "zh") -> str:
    """What there is to know about one cell, in a line: the field, how it was printed, or why it is blank."""
    origin = report.origin(path)
    parts = [edition_of(report.edition).describe(path)]
    if value is None:
        parts.append(missing_words(origin, lang))
    elif origin.raw is not None and origin.raw.strip() != figure_text(value):
        unit = "" if origin.unit is None or origin.unit in origin.raw else f"（{origin.unit}）"
        parts.append(f"{pick(('原文', 'printed'), lang)}“{visible(origin.raw.strip()[:60])}”{unit}")
    if origin.address is not None:
        parts.append(address_words(origin.address, lang))
    return "｜".join(parts) if lang == "zh" else " | ".join(parts)


_STEPS: Final[Mapping[str, tuple[str, str]]] = {
    "page": ("第 {} 页", "page {}"),
    "to page": ("至第 {} 页", "to page {}"),
    "paragraph": ("第 {} 段", "paragraph {}"),
    "table": ("表 {}", "table {}"),
    "row": ("第 {} 行", "row {}"),
    "column": ("第 {} 列", "column {}"),
    "cell": ("第 {} 格", "cell {}"),
}
_STEP: Final = re.compile(r"(page|to page|paragraph|table|row|column|cell) ([0-9]+)")
#: how the reader of web pages names a cell
_PATH: Final = re.compile(r"\(//table\)\[(\d+)\]/descendant::tr\[(\d+)\]/\*\[(\d+)\](?:#char=[0-9,]*)?")
#: how it names a stretch of text (RFC 5147)
_STRETCH: Final = re.compile(r"#char=([0-9]+),([0-9]+)")


def address_words(address: str, lang: Language = "zh") -> str:
    """Where something stands in a file, in words; an address in a notation of the format (``Sheet1!C7``) stays.

    >>> address_words("table 2, row 4, column 10"), address_words("Sheet1!C7", "en")
    ('表 2，第 4 行，第 10 列', 'Sheet1!C7')
    """
    if (cell := _PATH.fullmatch(address)) is not None:
        address = f"table {cell[1]}, row {cell[2]}, cell {cell[3]}"
    if (stretch := _STRETCH.fullmatch(address)) is not None:
        return pick(("第 {}—{} 个字符", "characters {} to {}"), lang).format(stretch[1], stretch[2])
    steps = [_STEP.fullmatch(step) for step in address.split(", ")]
    words = [pick(_STEPS[step[1]], lang).format(step[2]) for step in steps if step is not None]
    return pick(("，", ", "), lang).join(words) if len(words) == len(steps) else visible(address)


def edition_words(key: str, lang: Language = "zh") -> str:
    """An edition of the form in a few words.

    >>> edition_words("trial_2019"), edition_words("revised_2021", "en")
    ('2019年版格式（2019—2020年）', 'form of 2021 (since 2021)')
    """
    edition = edition_of(key)
    first, last = edition.first_year, edition.last_year
    if lang == "zh":
        return f"{first}年版格式（{f'{first}—{last}年' if last else f'{first}年起'}）"
    return f"form of {first} ({f'{first} to {last}' if last else f'since {first}'})"


def heading(report: Report, lang: Language = "zh") -> str:
    """A report in one line: its title, or else body and year, or else that it has none.

    >>> heading(Report.from_values("trial_2019", {}, body="青石镇人民政府", year=2020))
    '青石镇人民政府 2020年'
    """
    if report.title:
        return visible(" ".join(report.title.split()))
    parts = [visible(report.body)] if report.body else []
    if report.year is not None:
        parts.append(f"{report.year}年" if lang == "zh" else str(report.year))
    return " ".join(parts) or pick(("（无标题的报告）", "(report without a title)"), lang)


def facts(report: Report, lang: Language = "zh") -> tuple[tuple[str, str], ...]:
    """What is known of a report besides its figures, as (name, value); what is not known is left out.

    >>> facts(Report.from_values("trial_2019", {}, year=2020), "en")
    (('year', '2020'), ('edition', 'form of 2019 (2019 to 2020)'))
    """
    found: list[tuple[str, str]] = []
    if report.body:
        found.append((pick(("单位", "body"), lang), visible(report.body)))
    if report.year is not None:
        found.append((pick(("年度", "year"), lang), str(report.year)))
    if report.period is not None:
        dash = "至" if lang == "zh" else " to "
        found.append((pick(("统计期限", "period"), lang), f"{report.period.start}{dash}{report.period.end}"))
    if report.published is not None:
        found.append((pick(("发布日期", "published"), lang), str(report.published)))
    found.append((pick(("格式", "edition"), lang), edition_words(report.edition, lang)))
    return tuple(found)


def worst_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics by severity, the worst first, otherwise in their order."""
    return sorted(diagnostics, key=lambda d: _RANKS[d.severity])


def counted(diagnostics: Iterable[Diagnostic], lang: Language = "zh") -> str:
    """How many there are of each severity, the worst first.

    >>> one = Diagnostic("GX601", Severity.INCONSISTENCY)
    >>> counted([one, one, Diagnostic("GX501", Severity.NOTE)], "en"), counted([one])
    ('2 inconsistencies, 1 note', '1 处不一致')
    """
    numbers: dict[Severity, int] = dict.fromkeys(_RANKS, 0)
    for diagnostic in diagnostics:
        numbers[diagnostic.severity] += 1
    parts = []
    for severity, number in numbers.items():
        if number:
            word = severity_word(severity, lang)
            if lang == "zh":
                parts.append(f"{number} {'条' if severity is Severity.NOTE else '处'}{word}")
            else:
                plural = "inconsistencies" if severity is Severity.INCONSISTENCY else f"{word}s"
                parts.append(f"{number} {word if number == 1 else plural}")
    return ("、" if lang == "zh" else ", ").join(parts)
