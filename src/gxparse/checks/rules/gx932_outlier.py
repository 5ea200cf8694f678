"""GX932: a body that lies far outside its peers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from gxparse.checks.across import Peers
from gxparse.checks.metrics.across import LEAST_FOR_RANKS, spread
from gxparse.checks.metrics.model import Ratio
from gxparse.checks.metrics.requests import (
    not_processed_rate,
    refusal_rate,
    substantive_disclosure,
    unable_rate,
)
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.model.report import Report

#: Peers receive so many requests on average that none at all is odd.
_BUSY: Final = 100
#: Shares of fewer requests than this are too coarse to compare.
_LEAST_BASE: Final = 20

ENTRY = Entry(
    "GX932",
    "outlier",
    Severity.NOTE,
    zh="“{what_zh}”为 {value}，远离 {count} 个同类机关（{range_zh}）",
    en="{what_en} is {value}, far from {count} peers ({range_en})",
    hint_zh="离群不等于有误，请结合该机关的职责判断。",
    hint_en="An outlier need not be wrong; consider what the body does.",
    doc_zh="至少三十个机关之间比较：没有收到申请而同类平均超过 100 件；或者某一比率落在四分位距三倍之外"
    "（只比较办结二十件以上的机关）。只作说明，不作排名。",
    doc_en="Compared among thirty bodies or more: no request where the peers average more than 100, or a share more than three "
    "interquartile ranges from the quartiles (bodies with twenty concluded requests or more). A note, not a ranking.",
    basis="《政府信息公开条例》第五十条第一款第（二）项",
)

_RATIOS: Final[tuple[tuple[str, str, Callable[[Report], Ratio]], ...]] = (
    ("实质公开率", "the substantive disclosure rate", substantive_disclosure),
    ("不予公开率", "the refusal rate", refusal_rate),
    ("无法提供率", "the unable rate", unable_rate),
    ("不予处理率", "the not-processed rate", not_processed_rate),
)
_RECEIVED: Final = "requests.received.total"


def _percent(value: Fraction) -> str:
    return f"{100 * value.numerator // value.denominator}%"


def _of(granted: int, refused: int) -> dict[str, int]:
    return {
        "requests.results.granted.total": granted,
        "requests.results.refused.third_party_rights.total": refused,
        "requests.results.total.total": granted + refused,
    }


_PEERS = tuple(Case(f"peer {n}", _of(60 + n, 30)) for n in range(LEAST_FOR_RANKS))
_BUSY_PEERS = tuple(Case(f"peer {n}", {_RECEIVED: 150 + n}) for n in range(LEAST_FOR_RANKS))


@rule(
    ENTRY,
    scope=Scope.PEERS,
    fires=(
        Case("none where others have 150", others=_BUSY_PEERS, expect={"value": "0"}),
        Case("nothing refused where others refuse a third", _of(90, 0), others=_PEERS, expect={"value": "0%"}),
    ),
    silent=(
        Case("like the others", _of(70, 30), others=_PEERS),
        Case("too few peers", others=_BUSY_PEERS[:5]),
        Case("too few requests to have a share", _of(5, 0), others=_PEERS),
    ),
)
def check_outlier(peers: Peers) -> Iterator[Finding]:
    """Nobody is far outside the peers."""
    subjects = peers.subjects
    received = [(n, value) for n, s in enumerate(subjects) if (value := s.count(_RECEIVED)) is not None]
    if len(received) >= LEAST_FOR_RANKS:
        total = sum(value for _, value in received)
        for n, value in received:
            others = len(received) - 1
            if value == 0 and total > _BUSY * others:
                yield ENTRY(
                    subjects[n].span(_RECEIVED),
                    _RECEIVED,
                    related=subjects[n].related((_RECEIVED,), "current"),
                    what_zh="新收申请",
                    what_en="the number of requests received",
                    value="0",
                    count=others,
                    range_zh=f"平均 {total // others}",
                    range_en=f"on average {total // others}",
                    report=n,
                )
    for zh, en, ratio in _RATIOS:
        found = [ratio(subject.report) for subject in subjects]
        shares = [
            (n, share)
            for n, r in enumerate(found)
            if (share := r.value) is not None and r.denominator is not None and r.denominator >= _LEAST_BASE
        ]
        if len(shares) < LEAST_FOR_RANKS:
            continue
        around = spread(value for _, value in shares)
        if around is None:
            continue
        low, high = around.fences()
        for n, share in shares:
            if not low <= share <= high:
                yield ENTRY(
                    subjects[n].span("requests.results.total.total"),
                    "requests.results.total.total",
                    related=subjects[n].related(("requests.results.total.total",), "current"),
                    what_zh=zh,
                    what_en=en,
                    value=_percent(share),
                    count=len(shares) - 1,
                    range_zh=f"四分位 {_percent(around.low)}–{_percent(around.high)}",
                    range_en=f"quartiles {_percent(around.low)}–{_percent(around.high)}",
                    report=n,
                )
