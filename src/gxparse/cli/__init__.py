"""The command line: ``gxparse parse``, ``check``, ``explain`` and ``fuzz``.

Exit codes are the same for every command: 0 nothing found, 1 findings, 2 something could not be read (or the
command line was wrong). Figures, findings and texts go to standard output, complaints about files to standard error.
Everything but :mod:`click` is imported by the command that needs it.
"""

from __future__ import annotations

import click

from gxparse.cli.check import check
from gxparse.cli.explain import explain
from gxparse.cli.fuzz import fuzz
from gxparse.cli.options import said
from gxparse.cli.output import prepare_streams
from gxparse.cli.parse import parse

__all__ = ["main"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=said(
        "读取并检查政府信息公开工作年度报告。一切都在本机完成，不联网，不改动文件。",
        "Read and check Chinese annual reports on government information disclosure. Everything stays on this "
        "machine; no file is changed.",
    ),
    epilog=said(
        "退出码：0 没有发现问题；1 有发现；2 有文件不能读取。",
        "Exit code: 0 nothing found, 1 findings, 2 a file could not be read.",
    ),
)
@click.version_option(package_name="gxparse", message="gxparse %(version)s")
def main() -> None:
    """Run the command line."""
    prepare_streams()


main.add_command(parse)
main.add_command(check)
main.add_command(explain)
main.add_command(fuzz)
