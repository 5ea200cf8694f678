"""Year and body where the text mentions them in passing, for reports whose title does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gxparse.model.origin import Section
from gxparse.narrative.bodies import is_body_name, plain_name
from gxparse.narrative.passages import Line
from gxparse.span import Span

__all__ = ["body_in_prose", "year_in_prose"]

_OPENING_YEAR = re.compile(
    r"\s*(?:[（(].{1,6}[）)]\s*)?(20\d\d)\s*年(?:度)?(?:以来|来|，|,|\s|我|本|全|\S{1,12}?[镇乡局县区市办委厅])"
)
_ANNOUNCED_YEAR = re.compile(r"(?:现将|现就|向社会公布|编制)[^。\d]{0,30}?(20\d\d)\s*年")
_COMPILED = re.compile(
    r"由([^，。；,;：:\d]{3,30}?)(?:负责)?(?:编制|编写|撰写)|请(?:与|致电|联系|同)([^，。；,;：:\d（(]{3,30}?)(?:联系|[（(]|，|。|,)"
)


def year_in_prose(text: str, header: Sequence[Line], sections: Sequence[Section]) -> tuple[int, Span] | None:
    """The year that the text announces, or that paragraphs of section one begin with; ``None`` unless it is one."""
    found: list[tuple[int, Span]] = []
    for start, stop in header:
        for match in _ANNOUNCED_YEAR.finditer(text, start, stop):
            found.append((int(match[1]), Span(match.start(1), match.end(1))))
    overview = next((s for s in sections if s.key == "overview"), None)
    if overview is not None:
        announced = _ANNOUNCED_YEAR.search(overview.text)
        places = []
        if announced is not None:
            places.append(announced)
        at = 0
        for paragraph in overview.text.split("\n"):
            opening = _OPENING_YEAR.match(overview.text, at, at + len(paragraph))
            if opening is not None:
                places.append(opening)
            at += len(paragraph) + 1
        for match in places:
            span = overview.source_span(Span(match.start(1), match.end(1)))
            if span is not None:
                found.append((int(match[1]), span))
    years = {year for year, _ in found}
    return found[0] if len(years) == 1 else None


def body_in_prose(text: str, lines: Sequence[Line]) -> tuple[str, Span] | None:
    """The body that the text says compiled the report, or is to be asked about it."""
    for start, stop in lines:
        if "编" in text[start:stop] or "联系" in text[start:stop]:
            for match in _COMPILED.finditer(text, start, stop):
                group = 1 if match[1] else 2
                name = match[group].strip()
                if is_body_name(name) and not name.startswith(("我", "本", "该", "各", "相关")):
                    at = match.start(group) + match[group].index(name)
                    return plain_name(name), Span(at, at + len(name))
    return None
