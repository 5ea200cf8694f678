"""Annotations of GitHub Actions: one command for each finding, nothing of a report breaks out of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import arbitrary
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.source.model import Place, SourceText
from gxparse.span import Span
from gxparse.views.github import workflow_commands


def test_a_finding_points_at_its_characters():
    source = SourceText("标题\n\t1 2\n", "a.txt")
    found = Diagnostic("GX997", Severity.ERROR, {"raw": "1 2"}, Span(4, 7))
    assert list(workflow_commands("a.txt", source, [found], "en")) == [
        "::error file=a.txt,line=2,endLine=2,col=2,endColumn=5,title=error GX997::GX997 (raw: 1 2)"
    ]


def test_a_finding_over_several_lines_has_no_columns():
    source = SourceText("一\n二\n", "a.txt")
    [command] = workflow_commands("a.txt", source, [Diagnostic("GX997", Severity.NOTE, {}, Span(0, 3))], "zh")
    assert command == "::notice file=a.txt,line=1,endLine=2,title=说明 GX997::GX997"


def test_a_hint_comes_on_a_line_of_its_own():
    found = Diagnostic("GX997", Severity.INCONSISTENCY, hint="100%: look")
    [command] = workflow_commands("a.txt", None, [found], "en")
    assert command == "::error file=a.txt,title=inconsistency GX997::GX997%0A100%25: look"


def test_a_file_without_lines_has_its_address_in_the_message():
    source = SourceText("\x1e\x1f1", "a.docx", "docx", places=(Place(Span(2, 3), "table 1, row 1"),))
    [command] = workflow_commands("a.docx", source, [Diagnostic("GX997", Severity.WARNING, {}, Span(2, 3))], "en")
    assert command == "::warning file=a.docx,title=warning GX997::table 1, row 1: GX997"


@given(arbitrary.diagnostics, arbitrary.texts, st.sampled_from(["zh", "en"]))
@settings(max_examples=50)
def test_no_finding_becomes_two_commands(found, name, lang):
    source = SourceText("一\n二 ::error::\n", name)
    [command] = workflow_commands(name, source, [found], lang)
    assert command.splitlines() == [command]
    head, _, _text = command.removeprefix("::").partition("::")
    assert head.split(" ", 1)[0] in {"error", "warning", "notice"}
    assert all(
        part.split("=")[0] in {"file", "line", "endLine", "col", "endColumn", "title"}
        for part in head.split(" ", 1)[1].split(",")
    )
