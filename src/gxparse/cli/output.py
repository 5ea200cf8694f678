"""Where output goes, and that it gets there in one piece whatever the terminal can show."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

import click

from gxparse.cli.options import said

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

__all__ = ["complain", "console_for", "open_output", "prepare_streams", "show"]

#: columns of output that goes to a file or a pipe
_PLAIN_WIDTH = 100


def prepare_streams() -> None:
    """Let no character that a terminal cannot show end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def open_output(path: str | None, *, text: bool = False) -> Iterator[TextIO]:
    """Standard output or a file; UTF-8 with Unix line ends, or with ``text=True`` as the terminal has it.

    Programs read JSON, CSV and SARIF, so these are UTF-8 even where the terminal is not.
    """
    if path is not None and path != "-":
        try:
            opened = open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: PTH123, SIM115
        except OSError as error:
            words = f"cannot write {path}: {error.strerror}"
            raise click.UsageError(said(f"不能写入 {path}：{error.strerror}", words)) from error
        with opened as file:
            yield file
    elif text or not isinstance(sys.stdout, TextIOWrapper):
        yield sys.stdout
    else:
        sys.stdout.flush()
        wrapped = TextIOWrapper(
            sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True
        )
        try:
            yield wrapped
        finally:
            wrapped.flush()
            wrapped.detach()


def console_for(file: TextIO, color: str) -> Console:
    """A rich console on *file* that interprets nothing of what it is given."""
    from rich.console import Console

    terminal = file.isatty()
    return Console(
        file=file,
        markup=False,
        highlight=False,
        emoji=False,
        width=None if terminal else _PLAIN_WIDTH,
        no_color=True if color == "never" else None,
        force_jupyter=False,
        force_terminal=True if color == "always" else None,
    )


def show(console: Console, renderable: RenderableType) -> None:
    """Print one renderable; lines of text are left for the terminal to fold."""
    from rich.text import Text

    if isinstance(renderable, Text):
        console.print(renderable, soft_wrap=True)
    else:
        console.print(renderable)


def complain(text: str) -> None:
    """One line on standard error."""
    click.echo(f"gxparse: {text}", err=True)
