"""Fuzzing a reader of reports, gxparse's own or another one: print, read, compare, shrink."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from typing import NoReturn, TypeAlias

from attrs import field, frozen
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, InvalidArgument

from gxparse.errors import UsageError
from gxparse.forms.editions import EDITIONS
from gxparse.model.shape import Figure
from gxparse.strategies.printed import Printed, printed_reports

__all__ = ["Finding", "Reader", "fuzz"]

#: What is fuzzed: a callable from a printed report to the figures it read, by path. A path that is left out, or is
#: ``None``, was not read. Most readers look at :attr:`Printed.text <gxparse.strategies.Printed.text>` alone.
Reader: TypeAlias = Callable[[Printed], Mapping[str, Figure]]


@frozen
class Finding:
    """A printed report that a reader got wrong, as small as Hypothesis could make it."""

    #: ``"wrong"`` (a figure that the text does not give), ``"missing"`` (one that it gives plainly), ``"raised"`` (an
    #: exception instead of figures) or ``"unsteady"`` (not the same figures each time)
    kind: str
    printed: Printed
    #: path -> (figure that the text gives, figure that was read)
    figures: Mapping[str, tuple[Figure, Figure]]
    #: how many examples were read before this one was found and made smaller
    examples: int = field(eq=False)
    #: what the reader raised, with its traceback
    error: Exception | None = field(default=None, eq=False)

    def describe(self) -> str:
        """Some lines for people: layout, damage, and what was read instead of what."""
        said = f"{len(self.figures)} figure" + ("s" if len(self.figures) != 1 else "")
        if self.error is not None:
            said = f"{type(self.error).__name__}: {self.error}".rstrip(": ")
        elif self.kind == "unsteady":
            said = "not the same figures from the same text each time"
        lines = [f"{self.kind}: {said}, after {self.examples} examples"]
        lines.append(f"layout: {self.printed.printer.call()}")
        lines += [f"damage: {done!r}" for done in self.printed.damages]
        shown = list(self.figures.items())[:10]
        lines += [f"{path}: the text gives {given!r}, read was {got!r}" for path, (given, got) in shown]
        if len(self.figures) > len(shown):
            lines.append(f"and {len(self.figures) - len(shown)} more")
        return "\n".join(lines)


class _FoundError(AssertionError):
    """Carries a finding out of Hypothesis, which shrinks for each class and place on its own."""

    kind = ""

    def __init__(self, printed: Printed, figures: Mapping[str, tuple[Figure, Figure]]) -> None:
        super().__init__(self.kind)
        self.printed, self.figures = printed, figures


class _WrongError(_FoundError):
    kind = "wrong"


class _MissingError(_FoundError):
    kind = "missing"


class _RaisedError(_FoundError):
    kind = "raised"


def _read(read: Reader, printed: Printed) -> Mapping[str, Figure]:
    try:
        return read(printed)
    except Exception as error:
        error.add_note(f"while reading {printed!r}")
        raise _RaisedError(printed, {}) from error


def _refuse_path(path: object) -> NoReturn:
    known = list(dict.fromkeys(path for edition in EDITIONS.values() for path in edition.paths))
    near = difflib.get_close_matches(str(path), known, 1)
    meant = f"; did you mean {near[0]!r}?" if near else ""
    raise UsageError(f"the reader gave a figure for {path!r}, which is no field path of any edition{meant}")


def _compare(printed: Printed, read: Mapping[str, Figure], *, complete: bool) -> None:
    if not isinstance(read, Mapping):
        raise UsageError(f"a reader gives a mapping of field paths to figures; this one gave {type(read).__name__}")
    given = printed.values
    for path in read:
        if path not in given and not any(path in edition.fields for edition in EDITIONS.values()):
            _refuse_path(path)
    wrong = {p: (given.get(p), got) for p, got in read.items() if got is not None and got != given.get(p)}
    if wrong:
        raise _WrongError(printed, wrong)
    if complete and printed.must_read:
        missing = {p: (value, None) for p, value in given.items() if value is not None and read.get(p) is None}
        if missing:
            raise _MissingError(printed, missing)


def fuzz(
    read: Reader,
    *,
    printed: st.SearchStrategy[Printed] | None = None,
    examples: int = 1000,
    complete: bool = True,
    random_seed: int | None = None,
    progress: Callable[[int, bool], object] | None = None,
) -> Finding | None:
    """Look for a printed report that *read* gets wrong; ``None`` if none was found.

    ``printed`` is a strategy such as :func:`~gxparse.strategies.printed_reports` makes; without it any report is
    printed in any layout with up to two damages. With ``complete=False`` figures may be left out, and only wrong ones
    count. ``random_seed`` makes a run repeatable. ``progress`` is called with the number of examples read so far and
    whether a finding is being made smaller, which may go beyond ``examples``. What *read* raises is a finding like
    any other, the exception is its ``error``. Raises :class:`~gxparse.errors.UsageError` if *read* gives no mapping,
    or a path that no edition has.

    >>> from gxparse.strategies import fuzz
    >>> fuzz(lambda printed: printed.values, examples=10) is None
    True
    >>> finding = fuzz(lambda printed: {"requests.received.total": 7}, examples=50, random_seed=1)
    >>> finding.kind, finding.figures
    ('wrong', {'requests.received.total': (0, 7)})
    """
    if not callable(read):
        raise InvalidArgument(f"Expected read to be callable, got read={read!r}")
    if type(examples) is not int or examples < 1:
        raise InvalidArgument(f"Expected examples to be an int, at least 1, got examples={examples!r}")
    done = 0
    latest: _FoundError | None = None

    @settings(
        max_examples=examples,
        phases=(Phase.generate, Phase.shrink),
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),  # pyright: ignore[reportArgumentType] - its metaclass hides the members
    )
    @given(printed_reports() if printed is None else printed)
    def try_one(candidate: Printed) -> None:
        nonlocal done, latest
        done += 1
        try:
            _compare(candidate, _read(read, candidate), complete=complete)
        except _FoundError as found:
            latest = found
            raise
        finally:
            if progress is not None:
                progress(done, latest is not None)

    run = try_one if random_seed is None else seed(random_seed)(try_one)
    try:
        run()
    except _FoundError as found:
        error = found.__cause__
        assert error is None or isinstance(error, Exception)
        return Finding(found.kind, found.printed, found.figures, done, error)
    except Flaky:
        assert latest is not None, "only what was found once can be missed the second time"
        return Finding("unsteady", latest.printed, latest.figures, done)
    return None
