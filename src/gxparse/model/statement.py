"""What the prose of a report says in numbers."""

from __future__ import annotations

import enum
from decimal import Decimal

from attrs import field, frozen

from gxparse.span import Span


class Extent(enum.StrEnum):
    """Whom and when a quantity is said to cover, as far as the words around it tell.

    >>> import gxparse
    >>> overview = gxparse.Section("overview", None, "全市共收到申请9件。")
    >>> report = gxparse.Report.from_values("revised_2021", {}, sections=(overview,))
    >>> gxparse.statements(report)[0].extent is gxparse.Extent.WIDER
    True
    """

    #: nothing is said, or the body itself (本机关, 我局): comparable with the tables
    OWN = "own"
    #: another circle of bodies: the whole city or system, the bodies below, one office: not what the tables must count
    WIDER = "wider"
    #: another year than the one reported on
    OTHER_YEAR = "other_year"
    #: some months of the year (第四季度, 上半年)
    PART_OF_YEAR = "part_of_year"
    #: since some earlier time (累计, 历年)
    CUMULATIVE = "cumulative"
    #: a difference to another year (增加, 同比)
    COMPARED = "compared"


@frozen
class Statement:
    """A quantity that a sentence states: ``收到政府信息公开申请5件``.

    ``topic`` names what is counted where that could be recognised, for example ``"requests.received"``,
    ``"outcome.refused"`` or ``"cases.review"``; see :data:`gxparse.narrative.topics.TOPICS`. A sentence such as
    ``未收到申请`` states the quantity 0 and is ``negated``.

    >>> import gxparse
    >>> overview = gxparse.Section("overview", None, "全年收到申请约12件。")
    >>> report = gxparse.Report.from_values("revised_2021", {}, sections=(overview,))
    >>> statement: gxparse.Statement = gxparse.statements(report)[0]
    >>> statement.topic, statement.quantity, statement.unit, statement.inexact
    ('requests.received', 12, '件', True)
    """

    #: what is counted; ``None`` for anything that no table counts
    topic: str | None
    #: the number as said, 万 and 亿 taken in; money in yuan
    quantity: int | Decimal
    #: 件, 条, 元 …; ``None`` if the sentence gives none
    unit: str | None
    #: the words in front of the number, as printed
    subject: str
    extent: Extent = Extent.OWN
    #: the year that the words name, if they name one
    year: int | None = None
    #: whether the sentence denies that there was any
    negated: bool = False
    #: whether it says about how many (近, 余, 多): never a contradiction
    inexact: bool = False
    #: quantities that the sentence gives as parts of this one (其中 …)
    parts: tuple[Statement, ...] = ()
    #: whether the parts claim to be all there is
    complete: bool = False
    #: whether a list stands inside the list, so that the parts do not add up
    nested: bool = False
    #: key of the section it stands in
    section: str = ""
    #: where subject, number and unit stand in the section's text
    at: Span = field(default=Span(0, 0), eq=False)
    #: where they stand in the source, if the report came from one
    span: Span | None = field(default=None, eq=False)
    #: the words at ``at``
    text: str = field(default="", eq=False)
