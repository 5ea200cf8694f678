"""Arbitrary values of the model: anything the classes may hold, however unlikely.

For properties that must hold for *every* report, such as the JSON round trip. Reports that look like reports come from
:mod:`gxparse.strategies`.
"""

from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import strategies as st

from gxparse.diagnostics.model import Diagnostic, Related, Severity
from gxparse.forms.editions import EDITIONS
from gxparse.model.origin import Heading, Missing, Origin, Origins, Repair, Section
from gxparse.model.report import METADATA_FIELDS, Period, Report, Signature
from gxparse.span import Span

#: Text with everything a source may hold. A high surrogate directly before a low one is one character in JSON.
texts = st.text(st.characters(exclude_categories=()), max_size=20).filter(
    lambda text: text == text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
)
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
dates = st.dates(datetime.date(1, 1, 1))
counts = st.integers(-(10**6), 10**6) | st.integers(-(10**30), 10**30)
amounts = st.decimals(allow_nan=False, allow_infinity=False)


def maybe(strategy):
    return st.none() | strategy


headings = st.builds(Heading, st.integers(1, 4), texts, texts, maybe(spans))
places = st.lists(st.tuples(st.integers(), st.integers()), max_size=2).map(tuple)
sections = st.builds(
    Section, texts, maybe(texts), texts, st.lists(headings, max_size=3).map(tuple), maybe(spans), places
)
repairs = st.builds(Repair, texts, texts, texts, maybe(spans))


def origins_of(path):
    return st.builds(
        Origin,
        st.just(path),
        maybe(texts),
        maybe(spans),
        maybe(spans),
        maybe(texts),
        maybe(st.sampled_from(Missing)),
        st.lists(repairs, max_size=2).map(tuple),
        maybe(texts),
    )


@st.composite
def reports(draw):
    edition = draw(st.sampled_from(list(EDITIONS.values())))
    leaves = draw(st.lists(st.sampled_from(edition.shape.leaves), unique=True, max_size=12))
    values = {leaf.path: draw(amounts if leaf.type is Decimal else counts) for leaf in leaves}
    known = draw(st.lists(st.sampled_from([*METADATA_FIELDS, *edition.paths]), unique=True, max_size=6))
    return Report.from_values(
        edition.key,
        values,
        title=draw(maybe(texts)),
        body=draw(maybe(texts)),
        year=draw(maybe(st.integers())),
        period=draw(maybe(st.builds(Period, dates, dates))),
        published=draw(maybe(dates)),
        signature=draw(maybe(st.builds(Signature, maybe(texts), maybe(dates)))),
        sections=tuple(draw(st.lists(sections, max_size=3))),
        origins=Origins({path: draw(origins_of(path)) for path in known}),
    )


scalars = maybe(texts) | st.integers()
related = st.builds(Related, maybe(spans), maybe(texts), texts)
diagnostics = st.builds(
    Diagnostic,
    texts,
    st.sampled_from(Severity),
    st.dictionaries(texts, scalars | st.lists(scalars, max_size=3).map(tuple), max_size=3),
    maybe(spans),
    maybe(texts),
    st.lists(related, max_size=2).map(tuple),
    maybe(texts),
)
