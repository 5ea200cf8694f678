"""Programs that print and convert documents, where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from gxparse.source.office import find_office


def office() -> str:
    """LibreOffice; skips the test without it."""
    found = find_office()
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


def chromium() -> str:
    """A Chromium browser; skips the test without it."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    pytest.skip("Chromium is not installed")


def converted(folder: Path, documents: dict[str, bytes], *targets: str) -> dict[str, Path]:
    """Word files converted in one go; name and suffix -> path."""
    program = office()
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    sources = [str(folder / f"{name}.docx") for name in documents]
    for target in targets:
        command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        subprocess.run(
            [*command, "--convert-to", target, "--outdir", str(folder), *sources],
            check=True,
            capture_output=True,
            timeout=600,
        )
    return {f"{name}.{target}": folder / f"{name}.{target}" for name in documents for target in targets}


def printed(folder: Path, name: str, page: str) -> Path:
    """A web page as the browser prints it."""
    source, target = folder / f"{name}.html", folder / f"{name}.pdf"
    source.write_text(page, "utf-8")
    command = [chromium(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        [*command, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True, timeout=120
    )
    return target
