"""``gxparse explain``: what a code means, or the list of all codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gxparse.cli.options import color_option, lang_option, said
from gxparse.cli.output import console_for, open_output, show
from gxparse.diagnostics.language import Language

if TYPE_CHECKING:
    from gxparse.checks import Rule
    from gxparse.diagnostics.catalogue import Entry
    from gxparse.diagnostics.model import Diagnostic

__all__ = ["example_of", "explain"]


def _first_case(rule: Rule) -> Diagnostic | None:
    """What a rule says about the first of its own examples."""
    from gxparse.checks import Scope, Subject
    from gxparse.checks.across import Family, Pair, Peers
    from gxparse.checks.engine import run_rule
    from gxparse.checks.examples import report_of
    from gxparse.diagnostics.model import Diagnostic

    case = rule.fires[0]
    subject, others = Subject(report_of(case)), tuple(Subject(report_of(other)) for other in case.others)
    about: Subject | Family | Peers | Pair = subject
    if rule.scope is Scope.FAMILY:
        about = Family(subject, others)
    elif rule.scope is Scope.PEERS:
        about = Peers((subject, *others))
    elif rule.scope is not Scope.REPORT:
        about = Pair(others[0], subject)
    found = (f for f in run_rule(rule, about) if isinstance(f, Diagnostic) and f.code == rule.code)
    return next(found, None)


def example_of(entry: Entry) -> Diagnostic | None:
    """A diagnostic with that code, made from its own example; ``None`` where no text and no figures bring it up."""
    from gxparse.checks import all_rules
    from gxparse.pipeline import parse

    for rule in all_rules():
        if rule.code == entry.code:
            return _first_case(rule)
    if not entry.reproducer:
        return None
    return next((d for d in parse(entry.reproducer).diagnostics if d.code == entry.code), None)


@click.command(
    help=said(
        "解释一个代码（如 GX601 或 request-balance）：含义、依据、例子。不给代码则列出全部。",
        "Explain a code (GX601 or request-balance): what it means, its legal basis, examples. Without a code: list all.",
    )
)
@click.argument("codes", nargs=-1, metavar=said("代码…", "CODE…"))
@click.option(
    "--markdown", is_flag=True, help=said("输出双语 Markdown 页面。", "Print the page in both languages as Markdown.")
)
@lang_option
@color_option
@click.pass_context
def explain(context: click.Context, codes: tuple[str, ...], markdown: bool, lang: Language, color: str) -> None:
    """Print the pages of codes."""
    from rich.markdown import Markdown
    from rich.text import Text

    from gxparse.diagnostics.catalogue import find_entry
    from gxparse.diagnostics.render import general, severity_word, visible
    from gxparse.views.pages import all_entries, code_page, family_of

    known = all_entries()
    with open_output(None, text=not markdown) as file:
        console = console_for(file, color)
        if not codes:
            family = ""
            for entry in known:
                if (name := family_of(entry, lang)) != family:
                    family = name
                    show(console, Text(f"GX{entry.code[2]}xx {name}", "bold"))
                line = Text(f"  {entry.code} ", "cyan").append(f"{entry.slug} ", "bold")
                line.append(f"{severity_word(entry.severity, lang)} ", "dim")
                show(console, line.append(general(entry.zh if lang == "zh" else entry.en), ""))
        for code in codes:
            entry_ = find_entry(code)
            if entry_ is None:
                raise click.UsageError(
                    said(
                        f"没有代码或名称 {visible(code)}；gxparse explain 列出全部代码。",
                        f"no code or name {visible(code)}; gxparse explain lists them all.",
                        lang,
                    )
                )
            example = example_of(entry_)
            if markdown:
                file.write(code_page(entry_, example))
            else:
                console.print(Markdown(code_page(entry_, example, languages=[lang])))
    context.exit(0)
