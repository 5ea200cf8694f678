"""From bound figures, metadata and sections to a report whose origins are made when somebody asks for them."""

from __future__ import annotations

from gxparse.forms.bind import Bound
from gxparse.forms.spec import Edition
from gxparse.model.origin import Origin, Origins, Repair, Section
from gxparse.model.report import Report
from gxparse.narrative.metadata import Metadata
from gxparse.source.model import SourceText
from gxparse.span import Span

__all__ = ["assemble_report"]


def assemble_report(
    form: Edition,
    bound: Bound,
    metadata: Metadata,
    sections: tuple[Section, ...],
    source: SourceText,
    *,
    respelled: bool,
) -> Report:
    """The report of an edition; *respelled* says that the grammars read other characters than the source has."""
    proactive, requests, proceedings = form.shape.build(bound.values)
    known = metadata.origins
    index = form.shape.index

    def make(path: str) -> dict[str, Origin]:
        found = {path: known[path]} if path in known else bound.origins(path)
        return _as_in_source(found, source, respelled=respelled) if respelled or source.places else found

    def place(path: str) -> Span | None:
        position = index.get(path)
        if position is not None:
            return bound.span(position)
        return known[path].span if path in known else None

    return Report(
        form.key,
        proactive,
        requests,
        proceedings,
        metadata.title,
        metadata.body,
        metadata.year,
        metadata.period,
        metadata.published,
        metadata.signature,
        sections,
        Origins(make=make, place=place, paths=(*form.paths, *known)),
    )


def _as_in_source(origins: dict[str, Origin], source: SourceText, *, respelled: bool) -> dict[str, Origin]:
    """Origins with the characters of the source, where the grammars read others, and with their places in a file."""
    found = {}
    for path, origin in origins.items():
        span = origin.span
        if span is not None:
            if respelled and origin.raw is not None and len(origin.raw) == len(span):
                # What the grammars read has other line breaks in the same places; the origin shows what is there.
                origin = origin._replace(raw=span.of(source.text))  # noqa: PLW2901
            place = source.place_of(span) if source.places else None
            if place is not None:
                origin = origin._replace(address=place.address)  # noqa: PLW2901
                if place.recognised and origin.raw:
                    seen = Repair("recognised", "", origin.raw, span)
                    origin = origin._replace(repairs=(seen, *origin.repairs))  # noqa: PLW2901
        found[path] = origin
    return found
