"""GX833: the prose gives two numbers for the same thing, and no table can tell which is right."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import is_comparable, place_of, shown, statements_about
from gxparse.checks.prose_readings import readings
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Related, Severity
from gxparse.model.statement import Extent, Statement

ENTRY = Entry(
    "GX833",
    "prose-against-itself",
    Severity.WARNING,
    zh="正文前后不一致：“{first}”与“{second}”",
    en="the prose contradicts itself: “{first}” and “{second}”",
    hint_zh="请核对两处；信息处理费以第六部分为准。",
    hint_en="Check both; the statement on fees belongs into section six.",
    doc_zh="正文两处对同一事项给出不同的数字（或一处说没有，一处给出数字），或增减的件数不是两年之差，而表中没有可以核对的数。信息处理费不进表，只能这样核对。",
    doc_en="Two passages give different numbers for the same thing, or one denies what the other counts, or a difference to last year is not that of the two numbers, and the tables give no "
    "figure to compare. Information-processing fees are in no table, so this is how they are checked.",
    basis="《政府信息公开条例》第五十条；《政府信息公开信息处理费管理办法》",
)

_TOPICS = (
    "requests.new",
    "requests.carried_over",
    "requests.carried_forward",
    "requests.concluded",
    "cases.review",
    "cases.litigation",
    "fees.processing",
)


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "fees",
            texts={"overview": "收取信息处理费200元。", "other_matters": "本年度未收取信息处理费。"},
            expect={"first": "收取信息处理费200元"},
        ),
        Case(
            "a difference that is none",
            {"requests.received.total": 12},
            texts={"overview": "收到申请12件，上年收到申请10件，同比增加3件，增长20%。"},
            expect={"second": "同比增加3件"},
        ),
        Case(
            "requests that are not in the table, older form",
            {"requests.received.total": None},
            edition="trial_2019",
            texts={"overview": "本年新收申请5件。", "requests": "本年新收政府信息公开申请6件。"},
        ),
    ),
    silent=(
        Case("the same", texts={"overview": "收取信息处理费200元。", "other_matters": "本年度收取信息处理费200元。"}),
        Case("zero and none", texts={"overview": "信息处理费0元。", "other_matters": "本年度未收取信息处理费。"}),
        Case("the table tells", texts={"overview": "本年新收申请5件。", "requests": "本年新收申请6件。"}),
        Case(
            "the difference",
            {"requests.received.total": 12},
            texts={"overview": "收到申请12件，同比增加2件，增长20%（上年10件）。"},
        ),
        Case("another year", texts={"overview": "上年收取信息处理费200元，本年未收取信息处理费。"}),
    ),
)
def check_prose_against_itself(subject: Subject) -> Iterator[Finding]:
    """The prose gives one number for one thing."""
    for statement, _whole in statements_about(subject, ("rate.growth", "rate.decline")):
        if is_comparable(statement):
            yield from _wrong_difference(subject, statement)
    for topic in _TOPICS:
        said = [s for s, whole in statements_about(subject, (topic,)) if whole is None and is_comparable(s)]
        if len(said) < 2:
            continue
        cells = [path for reading in readings(subject.report.edition, topic, None) for path in reading]
        if cells and all(subject[path] is not None for path in cells):
            continue  # the comparison with the table names the wrong one
        first = said[0]
        second = next((s for s in said if s.quantity != first.quantity), None)
        if second is not None:
            yield _contradiction(subject, first, second)


def _wrong_difference(subject: Subject, statement: Statement) -> Iterator[Finding]:
    """A difference to last year that no two numbers of the sentence have."""
    by_extent = {extent: [p for p in statement.parts if p.extent is extent] for extent in Extent}
    earlier, now = by_extent[Extent.OTHER_YEAR], by_extent[Extent.OWN]
    if any(part.inexact for part in statement.parts):
        return
    for difference in by_extent[Extent.COMPARED]:
        for last in earlier:
            if not any(abs(one.quantity - last.quantity) == difference.quantity for one in now):
                yield _contradiction(subject, last, difference)


def _contradiction(subject: Subject, first: Statement, second: Statement) -> Finding:
    return ENTRY(
        place_of(subject, second),
        related=(Related(place_of(subject, first), None, "first"),),
        first=first.text,
        second=second.text,
        said_first=shown(first.quantity),
        said_second=shown(second.quantity),
    )
