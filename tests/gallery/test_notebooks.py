"""The notebooks in ``examples/`` run, and show what they showed."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

PROJECT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((PROJECT / "examples").glob("*.ipynb"))


def test_there_are_notebooks():
    assert NOTEBOOKS


def shown(notebook):
    """What the cells show, cell by cell, as text; the style sheet of a view is no content."""
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            assert output.output_type != "error", output
            bundle = output.get("data", {"text/plain": output.get("text", "")})
            text = bundle.get("text/html", bundle.get("text/plain", ""))
            found.append(re.sub(r"<style.*?</style>", "", text, flags=re.DOTALL))
    return found


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # those of Jupyter's own libraries are not ours to mend
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_it_showed(path, request, monkeypatch):
    monkeypatch.setenv("GXPARSE_LANG", "en")
    kept = nbformat.read(path, as_version=4)
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": path.parent}})
    client.execute(cwd=str(path.parent))
    for number, cell in enumerate((c for c in notebook.cells if c.cell_type == "code"), 1):
        cell.execution_count = number
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = number
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # times of day
    if request.config.getoption("--update-golden"):
        nbformat.write(notebook, path)
        kept = notebook
    assert len(shown(notebook)) >= 5
    assert shown(notebook) == shown(kept)
