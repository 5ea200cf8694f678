"""Reports, results and findings as static HTML: the form as on paper, with the findings beside it.

For notebooks (``_repr_html_``) and for files. There is no JavaScript and nothing is fetched; every text is escaped,
and what could turn the direction of writing or hide itself is shown by number. A figure that is ``None`` is an empty,
hatched cell whose tooltip says why; it is never a zero.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import resources

from attrs import field, frozen

from gxparse.checks.causes import Cause
from gxparse.diagnostics.language import Language, default_language
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.diagnostics.render import excerpt, hint, message, severity_word, visible
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Edition, Kind
from gxparse.model.origin import Missing, Section
from gxparse.model.report import Report
from gxparse.model.shape import Figure
from gxparse.printers.form import sheets_of
from gxparse.printers.paper import Cell, Role, Sheet
from gxparse.printers.style import Style
from gxparse.source.model import SourceText
from gxparse.views.marks import Mark, causes_of, is_change, marks_of
from gxparse.views.wording import (
    address_words,
    cell_note,
    cell_words,
    counted,
    facts,
    figure_text,
    heading,
    missing_words,
    pick,
    worst_first,
)

__all__ = ["diagnostic_html", "page", "report_html"]

#: findings shown in full beside the form; the rest is counted
_SHOWN = 60


@functools.cache
def _css() -> str:
    return resources.files("gxparse.views").joinpath("gxparse.css").read_text("utf-8")


def _safe(text: str) -> str:
    return escape(visible(text), quote=True)


def _wrap(inner: str, lang: Language) -> str:
    code = "zh-Hans" if lang == "zh" else "en"
    return f'<div class="gxparse" lang="{code}"><style>{_css()}</style>{inner}</div>'


# --- findings ---------------------------------------------------------------------------------------------------


def _excerpt(diagnostic: Diagnostic, source: SourceText, report: Report | None, lang: Language) -> str:
    if diagnostic.span is None:
        return ""
    shown = excerpt(source.text, diagnostic.span)
    place = source.place_of(diagnostic.span)
    where = str(shown.line) if place is None else address_words(place.address, lang)
    # The excerpt is made visible already; a mark does what carets do on a terminal.
    before, marked, after = escape(shown.before), escape(shown.marked) or " ", escape(shown.after)
    field_of = cell_words(report, diagnostic)
    named = f'<span class="gx-where">{escape(field_of)}</span>' if field_of else ""
    return f'<pre class="gx-excerpt">{escape(where)} | {before}<mark>{marked}</mark>{after}{named}</pre>'


def _headline(diagnostic: Diagnostic, lang: Language, number: int | None) -> str:
    shown = "" if number is None else f'<span class="gx-number">{number}</span> '
    return (
        f'<p class="gx-head">{shown}{escape(severity_word(diagnostic.severity, lang))} '
        f'<span class="gx-code">{_safe(diagnostic.code)}</span></p><p>{escape(message(diagnostic, lang))}</p>'
    )


def _cause(
    cause: Cause, lang: Language, source: SourceText | None, report: Report | None = None, number: int | None = None
) -> str:
    """Findings that share a cause in one box, the faults first and then the change that would settle them."""
    ordered = sorted(cause.findings, key=is_change)
    advice = dict.fromkeys(hint(d, lang) for d in ordered if is_change(d) or not is_change(ordered[-1]))
    marked = [d for d in reversed(ordered) if d.span is not None][:1]
    return "".join(
        (
            f'<div class="gx-finding gx-{worst_first(ordered)[0].severity.value}">',
            *(_headline(d, lang, number if at == 0 else None) for at, d in enumerate(ordered)),
            *(_excerpt(d, source, report, lang) for d in marked if source is not None),
            *(f'<p class="gx-hint">{escape(text)}</p>' for text in advice if text is not None),
            "</div>",
        )
    )


def _findings(
    causes: Sequence[Cause], lang: Language, source: SourceText | None, report: Report | None
) -> Iterator[str]:
    shown = list(enumerate(causes[:_SHOWN], 1))
    serious = [(n, c) for n, c in shown if any(d.severity is not Severity.NOTE for d in c.findings)]
    yield from (_cause(cause, lang, source, report, number) for number, cause in serious)
    notes = shown[len(serious) :]
    if notes:
        inner = "".join(_cause(cause, lang, source, report, number) for number, cause in notes)
        words = counted((d for _n, cause in notes for d in cause.findings), lang)
        yield f"<details><summary>{escape(words)}</summary>{inner}</details>"
    if rest := len(causes) - len(shown):
        yield f"<p>{pick((f'另有 {rest} 条未列出。', f'{rest} more are not shown.'), lang)}</p>"


def _verdict(diagnostics: Sequence[Diagnostic], lang: Language) -> str:
    found = [d for d in diagnostics if d.severity is not Severity.NOTE]
    if not found:
        return f'<p class="gx-verdict gx-good">{pick(("没有发现问题", "nothing found"), lang)}</p>'
    grave = any(d.severity is not Severity.WARNING for d in found)
    words = pick(("发现 ", "found: "), lang) + counted(found, lang)
    return f'<p class="gx-verdict {"gx-bad" if grave else "gx-doubtful"}">{escape(words)}</p>'


# --- the form ---------------------------------------------------------------------------------------------------


@frozen
class _Form:
    """A report about to be drawn."""

    report: Report
    lang: Language
    marks: Mapping[str, Mark]
    values: Mapping[str, Figure] = field(init=False)
    edition: Edition = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "values", self.report.values())
        object.__setattr__(self, "edition", edition_of(self.report.edition))

    def figure(self, path: str, spans: str) -> str:
        """The cell of one figure."""
        value, mark = self.values[path], self.marks.get(path)
        kind = self.edition.fields[path][2].kind
        classes = [] if mark is None else [f"gx-{mark.severity.value}", *(["gx-primary"] if mark.primary else [])]
        if value is None:
            classes.append("gx-blank")
        elif value == 0:
            classes.append("gx-zero")
        unit = pick((" 元", " yuan"), self.lang) if kind is Kind.MONEY and value is not None else ""
        # The numbers are drawn by the style sheet: whoever copies the table must not copy them with the figures.
        numbers = "" if mark is None else f' data-findings="{" ".join(map(str, mark.numbers[:4]))}"'
        spoken = f' aria-label="{escape(missing_words(self.report.origin(path), self.lang))}"' if value is None else ""
        return (
            f'<td class="{" ".join(classes)}" title="{escape(cell_note(self.report, path, value, self.lang))}"'
            f"{numbers}{spans}{spoken}>{escape(figure_text(value, kind))}{unit}</td>"
        )

    def cell(self, cell: Cell) -> str:
        """One cell of a sheet."""
        spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        if cell.path is not None:
            return self.figure(cell.path, spans)
        scope = "row" if cell.role in (Role.LABEL, Role.GROUP) else "col"
        scope += "group" if (cell.rows if scope == "row" else cell.columns) > 1 else ""
        classes = {Role.LABEL: "gx-label", Role.GROUP: "gx-group", Role.CAPTION: "gx-caption"}.get(cell.role, "")
        return f'<th scope="{scope}" class="{classes}"{spans}>{escape(cell.text)}</th>'

    def table(self, sheet: Sheet) -> str:
        """One statutory table, or the sentence that the report does not have it."""
        paths = [cell.path for cell in sheet.cells() if cell.path is not None]
        if all(self.report.origin(path).missing is Missing.ABSENT_TABLE for path in paths):
            nothing = pick(("报告中没有这张表。", "The report does not have this table."), self.lang)
            return f'<p class="gx-absent">{nothing}</p>'
        rows = ("".join(map(self.cell, sheet.starts(row))) for row in range(len(sheet.grid)))
        return f'<table class="gx-table" lang="zh-Hans"><tbody><tr>{"</tr><tr>".join(rows)}</tr></tbody></table>'

    def prose(self, section: Section | None) -> str:
        """The prose of one section, folded."""
        if section is None or not section.text.strip():
            return ""
        length = sum(not c.isspace() for c in section.text)
        summary = pick((f"文字（{length} 字）", f"prose ({length} characters)"), self.lang)
        paragraphs = "".join(f"<p>{_safe(line)}</p>" for line in section.text.split("\n") if line.strip())
        return f'<details><summary>{summary}</summary><div lang="zh-Hans">{paragraphs}</div></details>'

    def blanks(self) -> str:
        """How many figures are missing, by reason."""
        reasons: Counter[str] = Counter()
        for path, value in self.values.items():
            if value is None:
                # Every mark is quoted in its own tooltip; here only the kind of reason counts.
                reasons[missing_words(self.report.origin(path)._replace(raw=None), self.lang)] += 1
        if not reasons:
            return ""
        listed = pick(("、", ", "), self.lang).join(f"{escape(why)} {number}" for why, number in reasons.most_common())
        total = reasons.total()
        words = pick(
            (f"空格 {total} 处（不作 0 处理）：", f"{total} figures are not given (never taken for 0): "), self.lang
        )
        return f'<p class="gx-legend">{words}{listed}</p>'

    def sections(self) -> Iterator[str]:
        """The six sections in the order of the form."""
        sheets = {sheet.section: sheet for sheet in sheets_of(self.report, Style())}
        for spec in self.edition.sections:
            section = self.report.section(spec.key)
            title = section.title if section is not None and section.title else f"{spec.ordinal}、{spec.title}"
            yield f'<p class="gx-heading" lang="zh-Hans">{_safe(title)}</p>'
            if spec.key in sheets:
                yield self.table(sheets[spec.key])
            yield self.prose(section)


# --- the whole --------------------------------------------------------------------------------------------------


def diagnostic_html(diagnostic: Diagnostic, *, source: SourceText | None = None, lang: Language | None = None) -> str:
    """One diagnostic as an HTML fragment: headline, excerpt where *source* is given, what to look at.

    >>> from gxparse.diagnostics.model import Diagnostic, Severity
    >>> '<script>' in diagnostic_html(Diagnostic("GX999", Severity.NOTE, {"raw": "<script>"}))
    False
    """
    chosen = default_language() if lang is None else lang
    return _wrap(_cause(Cause((), (diagnostic,)), chosen, source), chosen)


def report_html(
    report: Report | None,
    diagnostics: Sequence[Diagnostic] = (),
    *,
    source: SourceText | None = None,
    lang: Language | None = None,
) -> str:
    """A report as an HTML fragment: title, facts, verdict, the form as on paper, findings beside it.

    Cells that a finding names are marked with its number; the cell it is mainly about has a border. *report* is
    ``None`` where a source held no report that could be read: the findings then stand alone. Texts are in *lang*,
    or in the language of the locale.

    >>> html = report_html(Report.from_values("revised_2021", {"requests.received.total": 3}), lang="en")
    >>> html.count("<table"), "nothing found" in html
    (3, True)
    """
    chosen = default_language() if lang is None else lang
    causes = causes_of(report, diagnostics)
    found = "".join(_findings(causes, chosen, source, report))
    if report is None:
        nothing = pick(("没有读到年度报告。", "No annual report was found."), chosen)
        return _wrap(f'<p class="gx-title">{nothing}</p>{found}', chosen)
    form = _Form(report, chosen, marks_of(causes[:_SHOWN]))
    colon = pick(("：", ": "), chosen)
    known = "".join(f"<span>{escape(name)}{colon}{escape(value)}</span>" for name, value in facts(report, chosen))
    beside = f'<div class="gx-findings">{found}</div>' if found else ""
    return _wrap(
        f'<p class="gx-title" lang="zh-Hans">{escape(heading(report, chosen))}</p><p class="gx-facts">{known}</p>'
        f"{_verdict(diagnostics, chosen)}"
        f'<div class="gx-columns"><div class="gx-form">{"".join(form.sections())}{form.blanks()}</div>{beside}</div>',
        chosen,
    )


def page(fragments: Sequence[str], *, title: str, lang: Language | None = None) -> str:
    """A whole HTML document around fragments, to be written to a file.

    Its content security policy forbids scripts and every request.

    >>> print(page(["<p>1</p>"], title="a & b", lang="en").splitlines()[-1])
    <body><p>1</p></body></html>
    """
    chosen = default_language() if lang is None else lang
    code = "zh-Hans" if chosen == "zh" else "en"
    return (
        f'<!DOCTYPE html>\n<html lang="{code}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_safe(title)}</title>"
        "<style>body { font-family: system-ui, sans-serif; margin: 1.5em; }</style></head>\n"
        f"<body>{'<hr>'.join(fragments)}</body></html>\n"
    )
