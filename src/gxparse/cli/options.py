"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

import click

from gxparse.diagnostics.language import LANGUAGES, Language, default_language, language_of

__all__ = ["color_option", "files_argument", "jobs_option", "lang_option", "output_option", "said"]

_F = TypeVar("_F", bound=Callable[..., Any])


def said(zh: str, en: str, lang: Language | None = None) -> str:
    """A text of the command line itself, in *lang* or in the language of the locale."""
    return zh if (default_language() if lang is None else lang) == "zh" else en


def _language(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Language:
    return default_language() if value is None else language_of(value)


def lang_option(command: _F) -> _F:
    """``--lang``: the language of messages; Chinese where the locale is Chinese."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        callback=_language,
        help=said(
            "消息的语言；默认随系统，也可用环境变量 GXPARSE_LANG 指定。",
            "Language of messages. By default that of the locale; GXPARSE_LANG overrides it.",
        ),
    )(command)


def color_option(command: _F) -> _F:
    """``--color``: when to colour; the variables NO_COLOR and FORCE_COLOR are heeded too."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help=said("是否使用颜色。", "When to use colour."),
    )(command)


def output_option(command: _F) -> _F:
    """``--output``: a file instead of standard output."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, writable=True, allow_dash=True),
        help=said("写入文件，而不是标准输出。", "Write to this file instead of standard output."),
    )(command)


def jobs_option(command: _F) -> _F:
    """``--jobs``: in how many processes files are read; what comes out does not depend on it."""
    return click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=0),
        default=1,
        show_default=True,
        metavar=said("个数", "N"),
        help=said(
            "同时用几个进程读取文件；0 为每个处理器一个。",
            "Read files in so many processes; 0: one for each processor.",
        ),
    )(command)


#: ``FILE…``; existence is not checked here, so that one missing file does not keep the others from being read
files_argument: Final = click.argument("files", nargs=-1, required=True, metavar=said("文件…", "FILE…"))
