"""GX906: requests received that are many times, or a small part, of last year's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.slips import slip_between
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

#: Neither year above this: too few to speak of a jump.
_LEAST: Final = 20
_TIMES: Final = 5

ENTRY = Entry(
    "GX906",
    "requests-jump",
    Severity.NOTE,
    zh="新收申请由 {previous} 件变为 {current} 件，超过 5 倍{slip_zh}",
    en="requests received went from {previous} to {current}, by more than five times{slip_en}",
    hint_zh="请核对数位；批量申请、机构调整也会造成大幅变动。",
    hint_en="Check the digits; mass requests and reorganisations cause jumps too.",
    doc_zh="两年新收申请相差五倍以上，且较多的一年不少于 20 件。两数只差一位数字时另行注明，可能是多写或漏写一位。",
    doc_en="The requests of the two years differ by more than five times, and the larger year has at least 20. Where the two "
    "figures differ by one digit that is said, since a digit may be missing or too many.",
    basis="《政府信息公开条例》第五十条第一款第（二）项",
)

_PATH: Final = "requests.received.total"


@rule(
    ENTRY,
    scope=Scope.YEARS,
    fires=(
        Case(
            "ten times",
            {_PATH: 120},
            year=2023,
            others=(Case("earlier", {_PATH: 12}, year=2022),),
            expect={"current": 120, "slip": "extra"},
        ),
        Case(
            "a twentieth, across the forms",
            {_PATH: 3},
            year=2021,
            others=(Case("earlier", {_PATH: 61}, edition="trial_2019", year=2020),),
            expect={"slip": None},
        ),
    ),
    silent=(
        Case("five times", {_PATH: 100}, year=2023, others=(Case("earlier", {_PATH: 20}, year=2022),)),
        Case("few", {_PATH: 19}, year=2023, others=(Case("earlier", {_PATH: 1}, year=2022),)),
        Case("blank", {_PATH: 120}, year=2023, others=(Case("earlier", {_PATH: None}, year=2022),)),
    ),
)
def check_requests_jump(pair: Pair) -> Iterator[Finding]:
    """Requests received stay within five times of last year's."""
    current, previous = pair.current.count(_PATH), pair.previous.count(_PATH)
    if current is None or previous is None or min(current, previous) < 0:
        return
    low, high = sorted((current, previous))
    if high >= _LEAST and high > _TIMES * low:
        slip = slip_between(current, previous)
        words = {
            "extra": ("，两数只差一位数字", ", and differ by one digit"),
            "missing": ("，两数只差一位数字", ", and differ by one digit"),
        }
        zh, en = words.get(slip or "", ("", ""))
        yield ENTRY(
            pair.current.span(_PATH),
            _PATH,
            related=pair.related((_PATH,), (_PATH,)),
            previous=printable(previous),
            current=printable(current),
            slip=slip,
            slip_zh=zh,
            slip_en=en,
        )
