"""GX833: the prose gives two numbers for the same thing, and no table can tell which is right."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import is_comparable, place_of, shown, statements_about
from gxparse.checks.prose_readings import readings
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Related, Severity

ENTRY = Entry(
    "GX833",
    "prose-against-itself",
    Severity.WARNING,
    zh="正文前后不一致：“{first}”与“{second}”",
    en="the prose contradicts itself: “{first}” and “{second}”",
    hint_zh="请核对两处；信息处理费以第六部分为准。",
    hint_en="Check both; the statement on fees belongs into section six.",
    doc_zh="正文两处对同一事项给出不同的数字（或一处说没有，一处给出数字），而表中没有可以核对的数。信息处理费不进表，只能这样核对。",
    doc_en="Two passages give different numbers for the same thing, or one denies what the other counts, and the tables give no "
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
        Case("another year", texts={"overview": "上年收取信息处理费200元，本年未收取信息处理费。"}),
    ),
)
def check_prose_against_itself(subject: Subject) -> Iterator[Finding]:
    """The prose gives one number for one thing."""
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
            yield ENTRY(
                place_of(subject, second),
                related=(Related(place_of(subject, first), None, "first"),),
                first=first.text,
                second=second.text,
                said_first=shown(first.quantity),
                said_second=shown(second.quantity),
            )
