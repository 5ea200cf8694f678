"""Fuzzing a reader of reports, gxparse's own or another one: print, read, compare, shrink."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from attrs import field, frozen
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from gxparse.model.shape import Figure
from gxparse.strategies.printed import Printed, printed_reports

__all__ = ["Finding", "Reader", "fuzz"]

#: What is fuzzed: a callable from a printed report to the figures it read, by path. A path that is left out, or is
#: ``None``, was not read. Most readers look at :attr:`Printed.text <gxparse.strategies.Printed.text>` alone.
Reader: TypeAlias = Callable[[Printed], Mapping[str, Figure]]


@frozen
class Finding:
    """A printed report that a reader got wrong, as small as Hypothesis could make it."""

    #: ``"wrong"`` (a figure that the text does not give) or ``"missing"`` (one that it gives plainly)
    kind: str
    printed: Printed
    #: path -> (figure that the text gives, figure that was read)
    figures: Mapping[str, tuple[Figure, Figure]]
    #: how many examples were read before this one was found and made smaller
    examples: int = field(eq=False)

    def describe(self) -> str:
        """Some lines for people: layout, damage, and what was read instead of what."""
        lines = [f"{self.kind}: {len(self.figures)} figures, after {self.examples} examples"]
        lines.append(f"layout: {self.printed.printer.call()}")
        lines += [f"damage: {done!r}" for done in self.printed.damages]
        shown = list(self.figures.items())[:10]
        lines += [f"{path}: the text gives {given!r}, read was {got!r}" for path, (given, got) in shown]
        if len(self.figures) > len(shown):
            lines.append(f"and {len(self.figures) - len(shown)} more")
        return "\n".join(lines)


class _FoundError(AssertionError):
    """Carries a finding out of Hypothesis."""

    def __init__(self, kind: str, printed: Printed, figures: Mapping[str, tuple[Figure, Figure]]) -> None:
        super().__init__(kind)
        self.kind, self.printed, self.figures = kind, printed, figures


class _WrongError(_FoundError):
    pass


class _MissingError(_FoundError):
    pass


def _compare(printed: Printed, read: Mapping[str, Figure], *, complete: bool) -> None:
    given = printed.values
    wrong = {p: (given.get(p), got) for p, got in read.items() if got is not None and got != given.get(p)}
    if wrong:
        raise _WrongError("wrong", printed, wrong)
    if complete and printed.must_read:
        missing = {p: (value, None) for p, value in given.items() if value is not None and read.get(p) is None}
        if missing:
            raise _MissingError("missing", printed, missing)


def fuzz(
    read: Reader,
    *,
    printed: st.SearchStrategy[Printed] | None = None,
    examples: int = 1000,
    complete: bool = True,
    random_seed: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> Finding | None:
    """Look for a printed report that *read* gets wrong; ``None`` if none was found.

    ``printed`` is a strategy such as :func:`~gxparse.strategies.printed_reports` makes; without it any report is
    printed in any layout with up to two damages. With ``complete=False`` figures may be left out, and only wrong ones
    count. ``random_seed`` makes a run repeatable. ``progress`` is called with the number of examples read so far; it
    may go beyond ``examples`` while a finding is made smaller. What *read* raises is raised again, with a note that
    shows the smallest report it was raised for.

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
    latest: Printed | None = None

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
        done, latest = done + 1, candidate
        figures = read(candidate)
        if progress is not None:
            progress(done)
        _compare(candidate, figures, complete=complete)

    run = try_one if random_seed is None else seed(random_seed)(try_one)
    try:
        run()
    except _FoundError as found:
        return Finding(found.kind, found.printed, found.figures, done)
    except Exception as error:
        error.add_note(f"while reading {latest!r}")
        raise
    return None
