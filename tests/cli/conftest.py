"""The command line, called as a person would."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from gxparse.cli import main


@pytest.fixture
def gxparse_command(project, monkeypatch):
    """Run ``gxparse ARGUMENTS`` in the project's folder; English unless told otherwise."""
    monkeypatch.chdir(project)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "FORCE_COLOR", "NO_COLOR", "GXPARSE_LANG", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def run(*arguments, stdin=None, env=None):
        result = CliRunner(env=env).invoke(main, list(arguments), input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
