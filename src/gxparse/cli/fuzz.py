"""``gxparse fuzz``: print invented reports in any layout with any damage, and look for one that is read wrong."""

from __future__ import annotations

import os
import random
import shlex
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from gxparse.cli.fuzz_found import finding_lines, test_of
from gxparse.cli.fuzz_target import load_reader, read_here
from gxparse.cli.options import color_option, lang_option, said
from gxparse.cli.output import complain, console_for, open_output, show
from gxparse.diagnostics.language import Language
from gxparse.errors import MissingExtra, UsageError

__all__ = ["fuzz"]

_STORAGE = "HYPOTHESIS_STORAGE_DIRECTORY"
#: options that change what is shown, not what is found
_SHOWING = ("lang", "color", "output", "names")


@contextmanager
def _storage_elsewhere() -> Iterator[None]:
    """Keep Hypothesis from leaving a folder ``.hypothesis`` where the command is run."""
    if _STORAGE in os.environ:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="gxparse-fuzz-", ignore_cleanup_errors=True) as folder:
        os.environ[_STORAGE] = folder
        try:
            yield
        finally:
            del os.environ[_STORAGE]


def _check_name(name: str, known: Collection[str], option: str, lang: Language) -> None:
    if name not in known:
        every = ", ".join(known)
        words = f"{option} 没有 {name!r}；可用：{every}", f"{option} knows no {name!r}; it knows: {every}"
        raise click.UsageError(said(*words, lang))


def _chosen(given: tuple[str, ...], known: Collection[str], option: str, lang: Language) -> tuple[str, ...] | None:
    """The names in an option that may be repeated or hold commas; ``None`` if it was not given."""
    names = tuple(dict.fromkeys(name.strip() for part in given for name in part.split(",") if name.strip()))
    for name in names:
        _check_name(name, known, option, lang)
    return names or None


def _list_names(file: TextIO, color: str) -> None:
    """Layouts, kinds of damage and editions, each with a line of explanation."""
    from rich.text import Text

    from gxparse.forms.editions import EDITIONS
    from gxparse.layouts import names, printer
    from gxparse.strategies import DAMAGES

    console = console_for(file, color)
    layouts = {name: printer(name).__doc__ for name in names()}
    damages = {name: kind.__doc__ for name, kind in DAMAGES.items()}
    editions = {key: edition.title for key, edition in EDITIONS.items()}
    for option, listed in (("--layout", layouts), ("--damage", damages), ("--edition", editions)):
        show(console, Text(option, "bold"))
        for name, doc in listed.items():
            show(console, Text(f"  {name:24}", "cyan").append((doc or "").partition("\n")[0], "default"))


@contextmanager
def _bar(examples: int, lang: Language) -> Iterator[Callable[[int, bool], None]]:
    """A progress bar on standard error, if that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(said("已读", "read", lang), total=examples)
        smaller = said("有发现，正在缩小，已读", "found one, making it smaller, read", lang)

        def tell(done: int, found: bool) -> None:
            if found:
                # Nobody knows how long that takes, so the bar stands for nothing from now on.
                progress.update(task, description=smaller, completed=done, total=None)
            else:
                progress.update(task, completed=done)

        yield tell


def _again(context: click.Context, seed: int) -> str:
    """The command that finds the same once more."""
    words = ["gxparse", "fuzz"]
    for option in context.command.params:
        name = option.name or ""
        value = seed if name == "seed" else context.params.get(name)
        if name in _SHOWING or value is None or (value == option.get_default(context) and name != "seed"):
            continue
        for each in value if isinstance(value, tuple) else (value,):
            words += [option.opts[0]] if each is True else [option.opts[0], str(each)]
    return shlex.join(words)


@click.command(
    help=said(
        "用虚构的报告测试解析器：任意版式、任意损坏，数字已知；找到读错的就缩到最小。默认测试 gxparse 本身。",
        "Test a parser with invented reports whose figures are known, in any layout, with any damage; what is read "
        "wrong is made as small as possible. Without --parser gxparse itself is tested.",
    )
)
@click.option(
    "--layout",
    "layouts",
    multiple=True,
    metavar="NAME",
    help=said("只用这些版式；可重复或用逗号。", "Only these layouts; may be repeated, commas work too."),
)
@click.option(
    "--damage",
    "damages",
    multiple=True,
    metavar="NAME",
    help=said("只用这些损坏；可重复或用逗号。", "Only these kinds of damage; may be repeated, commas work too."),
)
@click.option(
    "--max-damage",
    type=click.IntRange(min=0),
    default=2,
    show_default=True,
    help=said("每份报告最多几处损坏；0 为完好。", "At most so many damages in a report; 0: whole reports."),
)
@click.option("--edition", metavar="NAME", help=said("只用这一版格式。", "Only this edition of the form."))
@click.option("--plain", is_flag=True, help=said("标签、数字照格式原样。", "Labels and digits as on the form."))
@click.option("--blanks", is_flag=True, help=said("也有空白单元格。", "Leave some cells blank."))
@click.option(
    "--parser",
    metavar=said("模块:函数", "MODULE:FUNCTION"),
    help=said(
        "被测函数：传入文本，返回 {字段路径: 数字}。",
        "The function to test: it takes a text and gives {field path: figure}.",
    ),
)
@click.option(
    "--only-wrong",
    is_flag=True,
    help=said("漏读不算，只找读错的。", "Look for wrong figures only; any may be left out."),
)
@click.option(
    "--examples",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    help=said("读多少份。", "How many reports to read."),
)
@click.option("--seed", type=click.IntRange(min=0), help=said("随机种子；可重现。", "Seed of the run, to repeat it."))
@click.option(
    "--list", "names", is_flag=True, help=said("列出版式、损坏、格式。", "List layouts, kinds of damage and editions.")
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, writable=True),
    metavar=said("文件", "FILE"),
    help=said(
        "把找到的写入文件：.py 为可独立运行的测试，其他为文本。",
        "Write what is found to this file: FILE.py a test that stands alone, else the text.",
    ),
)
@lang_option
@color_option
@click.pass_context
def fuzz(
    context: click.Context,
    layouts: tuple[str, ...],
    damages: tuple[str, ...],
    max_damage: int,
    edition: str | None,
    plain: bool,
    blanks: bool,
    parser: str | None,
    only_wrong: bool,
    examples: int,
    seed: int | None,
    names: bool,
    output: str | None,
    lang: Language,
    color: str,
) -> None:
    """Fuzz a parser."""
    try:
        from gxparse import strategies
    except MissingExtra as error:
        words = "需要 Hypothesis：pip install 'gxparse[fuzz]'", "Hypothesis is needed: pip install 'gxparse[fuzz]'"
        raise click.UsageError(said(*words, lang)) from error
    from rich.text import Text

    from gxparse.forms.editions import EDITIONS
    from gxparse.layouts import names as layout_names

    if names:
        with open_output(None, text=True) as file:
            _list_names(file, color)
        return
    if edition is not None:
        _check_name(edition, EDITIONS, "--edition", lang)
    printed = strategies.printed_reports(
        reports=strategies.reports(edition=edition, blanks=blanks),
        layouts=strategies.layouts(names=_chosen(layouts, layout_names(), "--layout", lang), plain=plain),
        damage=strategies.damage(kinds=_chosen(damages, strategies.DAMAGES, "--damage", lang)),
        max_damage=max_damage,
    )
    read = read_here if parser is None else load_reader(parser, lang)
    if seed is None:
        seed = random.SystemRandom().randrange(2**32)
    done = 0
    try:
        with _storage_elsewhere(), _bar(examples, lang) as tell:

            def progress(number: int, found: bool) -> None:
                nonlocal done
                done = number
                tell(number, found)

            finding = strategies.fuzz(
                lambda each: read(each.text),
                printed=printed,
                examples=examples,
                complete=not only_wrong,
                random_seed=seed,
                progress=progress,
            )
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:
        complain(said(f"读了 {done} 份后中断", f"stopped after {done} examples", lang))
        context.exit(2)
    with open_output(None, text=True) as file:
        console = console_for(file, color)
        if finding is None:
            words = f"读了 {done} 份，没有发现问题（种子 {seed}）", f"nothing found in {done} examples (seed {seed})"
            show(console, Text(said(*words, lang), "bold green"))
            return
        first, *rest = finding_lines(finding, lang)
        show(console, Text(first, "bold red"))
        for line in rest:
            show(console, Text(line))
        show(console, Text(said("再次运行：", "once more: ", lang) + _again(context, seed)))
        if finding.kind == "missing":
            hint = "只读部分数字的解析器：加 --only-wrong"
            show(console, Text(said(hint, "for a parser that reads some figures only: --only-wrong", lang), "dim"))
        if output is None:
            hint = "加 --output FILE.py 写成测试，或 --output FILE.txt 只写文本"
            english = "--output FILE.py writes a test, --output FILE.txt the text alone"
            show(console, Text(said(hint, english, lang), "dim"))
    if output is not None:
        with open_output(output, text=True) as file:
            file.write(test_of(finding, parser) if output.endswith(".py") else finding.printed.text)
    context.exit(1)
