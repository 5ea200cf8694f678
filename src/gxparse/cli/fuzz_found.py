"""A finding of ``gxparse fuzz``: said to people, as a command that finds it again, as a test that stands alone."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from decimal import Decimal
from string import Template
from typing import TYPE_CHECKING

from gxparse.cli.options import said
from gxparse.diagnostics.language import Language

if TYPE_CHECKING:
    from gxparse.model.shape import Figure
    from gxparse.strategies import Finding

__all__ = ["finding_lines", "test_of"]

_SHOWN = 10

_OWN_READER = """\
def read(text):
    report = gxparse.parse(text).report
    return {} if report is None else report.values()
"""

_TEST = Template("""\
# Found by gxparse fuzz: $kind
$about
$imports

$reader

TEXT = (
$text)

# what the text gives by field path; None: nothing
GIVEN = {
$given}


def test_what_was_found():
    figures = read(TEXT)
    for path, value in GIVEN.items():
        assert figures.get(path) $allowed, (path, value, figures.get(path))


if __name__ == "__main__":
    test_what_was_found()
""")


def _headline(finding: Finding, lang: Language) -> str:
    number = len(finding.figures)
    english = f"{number} figure" if number == 1 else f"{number} figures"
    if finding.kind == "wrong":
        return said(f"读错 {number} 个数字", f"wrong: {english} that the text does not give", lang)
    if finding.kind == "missing":
        return said(f"漏读 {number} 个数字", f"missing: {english} that the text gives plainly", lang)
    if finding.error is not None:
        error = f"{type(finding.error).__name__}: {finding.error}".rstrip(": ")
        return said(f"解析器抛出异常：{error}", f"raised: {error}", lang)
    return said("同一文本每次读出的数字不同", "unsteady: other figures each time from the same text", lang)


def _figure(value: Figure, lang: Language) -> str:
    if value is None:
        return said("无", "nothing", lang)
    return f"{value:f}" if isinstance(value, Decimal) else repr(value)


def finding_lines(finding: Finding, lang: Language) -> Iterator[str]:
    """Some lines for people: what is wrong, in which layout, with which damage, which figures."""
    from gxparse.forms.editions import edition_of

    printed = finding.printed
    edition = edition_of(printed.report.edition)
    yield _headline(finding, lang)
    if finding.error is not None and (frames := traceback.extract_tb(finding.error.__traceback__)):
        # The innermost call; whoever wants the others runs the test that --output writes.
        at = frames[-1]
        yield said("  位置：", "  at: ", lang) + f"{at.filename}:{at.lineno} {at.name}"
    yield said("  版式：", "  layout: ", lang) + printed.printer.call()
    for damage in printed.damages:
        yield said("  损坏：", "  damage: ", lang) + repr(damage)
    for path, (given, got) in list(finding.figures.items())[:_SHOWN]:
        label = f" {edition.describe(path)}" if path in edition.fields else ""
        there, read = _figure(given, lang), _figure(got, lang)
        words = f"：文本为 {there}，读出 {read}", f": the text gives {there}, read was {read}"
        yield f"  {path}{label}" + said(*words, lang)
    if len(finding.figures) > _SHOWN:
        more = len(finding.figures) - _SHOWN
        yield said(f"  另有 {more} 个", f"  and {more} more", lang)


def test_of(finding: Finding, parser: str | None) -> str:
    """A Python file that needs no luck and no Hypothesis: the text, the figures that it gives, a test of the parser.

    ``pytest`` runs it, and so does ``python``.
    """
    module, _colon, function = ("gxparse", "", "") if parser is None else parser.partition(":")
    printed = finding.printed
    about = [f"layout: {printed.printer.call()}", *(f"damage: {done!r}" for done in printed.damages)]
    given = "".join(f"    {path!r}: {value!r},\n" for path, (value, _got) in finding.figures.items())
    return _TEST.substitute(
        kind=finding.kind,
        about="\n".join(f"# {line}" for line in about),
        imports=f"from decimal import Decimal\n\nimport {module}" if "Decimal(" in given else f"import {module}",
        reader=f"\n{_OWN_READER}" if parser is None else f"read = {module}.{function}",
        text="".join(f"    {line!r}\n" for line in printed.text.splitlines(keepends=True)) or "    ''\n",
        given=given,
        allowed="== value" if finding.kind == "missing" else "in (None, value)",
    )
