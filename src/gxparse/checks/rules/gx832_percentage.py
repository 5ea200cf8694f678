"""GX832: a percentage of the prose does not follow from the numbers it relates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from gxparse.checks.model import Case, Finding, Status, Verdict, rule
from gxparse.checks.prose_figures import is_comparable, place_of, results_added_up, shown, statements_about
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.model.statement import Extent, Statement

ENTRY = Entry(
    "GX832",
    "percentage",
    Severity.WARNING,
    zh="正文写“{quote}”，按 {formula} 计算应为 {computed}%",
    en="the prose says “{quote}”, but {formula} gives {computed}%",
    hint_zh="请核对分子、分母和四舍五入。",
    hint_en="Check the two numbers and the rounding.",
    doc_zh="重新计算正文中的办结率（第三张表（七）总计除以新收与结转之和，或除以新收）、占比（部分除以总数，或除以新收、新收与结转之和、办结总计）和同比增减"
    "（句中写出上年数字或增减件数的）。四舍五入和截去尾数都算相符。按时办结率不由表中数字决定，不检查。",
    doc_en="Recomputed are the rate of conclusion (row （七） over rows 一 and 二, or over row 一), shares (part over whole, or over rows 一, 一 and 二, or （七）) and "
    "growth where the sentence gives last year's number or the difference. Rounding and cutting off both count as right. The rate of requests "
    "concluded in time does not follow from the tables and is not checked.",
    basis="《政府信息公开条例》第五十条",
)

_RECEIVED = "requests.received.total"
_CARRIED = "requests.carried_over.total"
_CONCLUDED = "requests.results.total.total"
_TOPICS = ("rate.concluded", "rate.share", "rate.growth", "rate.decline")


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "rate of conclusion",
            {_RECEIVED: 10, _CARRIED: 0, _CONCLUDED: 9},
            texts={"overview": "收到申请10件，总体办结率100%。"},
            expect={"computed": "90"},
        ),
        Case(
            "a share, older form",
            {_RECEIVED: 8},
            edition="trial_2019",
            texts={"overview": "收到申请8件，其中自然人6件，占80%。"},
            expect={"computed": "75", "formula": "6÷8"},
        ),
        Case(
            "growth",
            {_RECEIVED: 12},
            texts={"overview": "收到申请12件，上年收到申请10件，同比增长12%。"},
            expect={"computed": "20"},
        ),
        Case(
            "a share of all requests",
            {_RECEIVED: 8, _CARRIED: 0, _CONCLUDED: 8},
            texts={"overview": "办结申请时，予以公开6件，占比80%；部分公开2件。"},
            expect={"computed": "75", "formula": "6÷8"},
        ),
        Case(
            "growth by a difference",
            {_RECEIVED: 12},
            texts={"overview": "收到申请12件，同比增加2件，增长17%。"},
            expect={"computed": "20", "formula": "12÷10－1"},
        ),
    ),
    silent=(
        Case("right", {_RECEIVED: 9, _CONCLUDED: 6}, texts={"overview": "收到申请9件，办结率66.7%。"}),
        Case("cut off", {_RECEIVED: 9, _CONCLUDED: 6}, texts={"overview": "收到申请9件，办结率66.6%。"}),
        Case(
            "of the new ones only", {_RECEIVED: 4, _CARRIED: 1, _CONCLUDED: 4}, texts={"overview": "申请办结率100%。"}
        ),
        Case("in time", {_RECEIVED: 9, _CONCLUDED: 6}, texts={"overview": "收到申请9件，按时办结率100%。"}),
        Case(
            "the total of results was left at 0",
            {_RECEIVED: 9, _CONCLUDED: 0, "requests.results.granted.total": 9},
            texts={"overview": "收到申请9件，办结率100%。"},
        ),
        Case(
            "a share of those concluded",
            {_RECEIVED: 9, _CARRIED: 1, _CONCLUDED: 8},
            texts={"overview": "收到申请9件，其中予以公开6件，占75%。"},
        ),
        Case(
            "growth of something else",
            {_RECEIVED: 12},
            texts={"overview": "收到申请12件，同比增加2件，办结率提高17%。"},
        ),
        Case("of the hotline", {_RECEIVED: 9, _CONCLUDED: 6}, texts={"overview": "办理热线来电120件，办结率98%。"}),
        Case("no requests at all", texts={"overview": "收到申请0件，办结率100%。"}),
        Case("of something not named", {_RECEIVED: 9}, texts={"overview": "公开信息90条，占栏目更新量的40%。"}),
    ),
)
def check_percentage(subject: Subject) -> Iterator[Finding]:
    """Percentages follow from their numbers."""
    for statement, _whole in statements_about(subject, _TOPICS):
        if not is_comparable(statement):
            continue
        ratios, paths = _ratios(subject, statement)
        missing = tuple(path for path in paths if subject[path] is None)
        if missing:
            yield Verdict(Status.NOT_CHECKABLE, paths, missing)
            continue
        fractions = [(a, b) for a, b in ratios if b > 0]
        said = Decimal(statement.quantity)
        if not fractions or any(_agrees(said, a, b) for a, b in fractions):
            if paths and fractions and subject.detail:
                yield Verdict(Status.PASS, paths)
            continue
        a, b = fractions[0]
        difference = statement.topic in ("rate.growth", "rate.decline")
        now = a + b if statement.topic == "rate.growth" else b - a
        formula = f"{shown(now)}÷{shown(b)}－1" if difference else f"{shown(a)}÷{shown(b)}"
        yield ENTRY(
            place_of(subject, statement),
            paths[-1] if paths else None,
            related=subject.related(paths, "cell"),
            quote=statement.text,
            formula=formula,
            computed=_percent(a, b, _places(said)),
        )


def _ratios(subject: Subject, statement: Statement) -> tuple[list[tuple[Decimal, Decimal]], tuple[str, ...]]:
    """The fractions that a percentage may be, and the cells they are made of."""
    if statement.topic == "rate.concluded":
        paths = (_RECEIVED, _CARRIED, _CONCLUDED)
        counts = subject.counts(paths)
        if counts is None:
            return [], paths
        received, carried, concluded = map(Decimal, counts)
        ratios = [(concluded, received + carried), (concluded, received)]
        added = results_added_up(subject)
        if added is not None:
            ratios += [(Decimal(added), received + carried), (Decimal(added), received)]
        return ratios, paths
    if len(statement.parts) < 1 or not all(map(is_exact, statement.parts)):
        return [], ()
    first, *others = statement.parts
    of = Decimal(first.quantity)
    if statement.topic == "rate.share":
        ratios = [(of, Decimal(other.quantity)) for other in others]
        if (first.topic or "").startswith(("outcome.", "applicant.")):
            every = _all_requests(subject)
            listed = len(others) == 1 and first in others[0].parts
            if not is_comparable(first) or not (every or listed):
                return [], ()
            ratios += [(of, Decimal(number)) for number in every]
        return ratios, ()
    grows = statement.topic == "rate.growth"
    now = [Decimal(other.quantity) for other in others if other.extent is Extent.OWN]
    if first.extent is Extent.COMPARED:
        return [(of, number - of if grows else number + of) for number in now], ()
    return [(number - of if grows else of - number, of) for number in now], ()


def _all_requests(subject: Subject) -> tuple[int, ...]:
    """What a share of requests may be a share of; nothing if the tables leave any of it open."""
    counts = subject.counts((_RECEIVED, _CARRIED, _CONCLUDED))
    if counts is None:
        return ()
    received, carried, concluded = counts
    return concluded, received, received + carried


def is_exact(statement: Statement) -> bool:
    """Whether a number that a percentage relates is more than a rough one."""
    return not statement.inexact


def _places(said: Decimal) -> int:
    exponent = said.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _percent(a: Decimal, b: Decimal, places: int) -> str:
    return f"{(100 * a / b).quantize(Decimal(1).scaleb(-max(places, 0)), ROUND_HALF_UP):f}"


def _agrees(said: Decimal, a: Decimal, b: Decimal) -> bool:
    exact = 100 * a / b
    step = Decimal(1).scaleb(-_places(said))
    return said in (exact.quantize(step, ROUND_HALF_UP), exact.quantize(step, ROUND_DOWN))
