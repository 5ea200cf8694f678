"""Formats that only an office program reads: converted by LibreOffice where it is installed.

The conversion runs in a process of its own with an empty profile, without macros, and is ended when it takes too long.
Where LibreOffice is not installed the message says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from gxparse.diagnostics.codes import pdf as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.breach import Breach, unreadable
from gxparse.source.detect import detect
from gxparse.source.model import SourceText

__all__ = ["FORMATS", "convert", "find_office", "read", "read_document"]

FORMATS = ("xls", "xlsb", "ods", "fods")

Reader: TypeAlias = Callable[[bytes, str | None, Limits], tuple[SourceText, tuple[Diagnostic, ...]]]

#: Names of the program, and where it is when it is not on the path.
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)


#: Settings of the profile: no macros, nothing fetched that a document links to, and no way into the network.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def find_office() -> str | None:
    """The path of LibreOffice; ``None`` if it is not installed."""
    for program in _PROGRAMS:
        found = shutil.which(program)
        if found:
            return found
    return next((place for place in _PLACES if Path(place).is_file()), None)


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a spreadsheet of another format than ``.xlsx`` by way of one.

    Raises :class:`~gxparse.errors.UnreadableSource` without LibreOffice (GX193) and when it cannot read the file
    (GX194); taking too long is a limit (GX190).
    """
    from gxparse.source import xlsx

    return _read(data, name, detect(data, name, limits).format, "xlsx", limits, xlsx.read)


def read_document(
    data: bytes, name: str | None, format_: str, limits: Limits
) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a text document by way of a Word file; raises what :func:`read` raises."""
    from gxparse.source import docx

    return _read(data, name, format_, "docx", limits, docx.read)


def _read(
    data: bytes, name: str | None, format_: str, target: str, limits: Limits, reader: Reader
) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    source, diagnostics = reader(convert(data, format_, target, limits), name, limits)
    converted = SourceText(source.text, name, format_, source.layout, source.places)
    return converted, (codes.CONVERTED(format=format_), *diagnostics)


def convert(data: bytes, format_: str, target: str, limits: Limits) -> bytes:
    """The same document in the format *target*, a suffix without its dot; *format_* is the suffix that it has now."""
    program = find_office()
    if program is None:
        raise unreadable(codes.OFFICE_MISSING, format=format_, target=target)
    with tempfile.TemporaryDirectory(prefix="gxparse-") as folder:
        source = Path(folder, f"source.{format_}")
        source.write_bytes(data)
        profile = Path(folder, "profile")
        settings = profile / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            target,
            "--outdir",
            folder,
            str(source),
        ]
        _run(command, format_, limits.seconds)
        made = Path(folder, f"source.{target}")
        if not made.is_file():
            raise unreadable(codes.NOT_CONVERTED, format=format_)
        if made.stat().st_size > limits.file_bytes:
            raise unreadable(codes.NOT_CONVERTED, format=format_)
        return made.read_bytes()


def _run(command: Sequence[str], format_: str, seconds: float | None) -> None:
    # In a group of its own: the program that is started starts the one that works.
    child = subprocess.Popen(  # noqa: S603 - a known program, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        raise Breach(codes.OUT_OF_TIME(format=format_, seconds=f"{seconds:g}")) from None
    finally:
        if child.poll() is None:
            _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    import signal

    if hasattr(os, "killpg"):
        os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.wait()
