"""Prose of a PDF: paragraphs out of lines, and what repeats on every page taken away."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field

from gxparse.source.pdf_flow import Element, Region
from gxparse.source.pdf_lines import Line, join_wrapped

__all__ = ["Dropped", "Paragraph", "drop_running_heads", "find_paragraphs"]

#: Running heads and page numbers stand in this share of the page's height at its top and bottom.
_EDGE = 0.12
#: Lines from the edge that are looked at.
_LINES = 2
#: How far a running head may stray from page to page, in points.
_STRAY = 4.0
_PAGE_NUMBER = re.compile(
    r"(?P<mark>[-–—―−_~·•.\s]*)(?P<number>\d{1,4})[-–—―−_~·•.\s]*(?:[/／]\s*\d{1,4})?\Z"
    r"|第\s*(?P<zh>\d{1,4})\s*页.{0,20}\Z|page\s*(?P<en>\d{1,4})\b.{0,20}\Z",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = frozenset("。！？!?")
#: A line that begins so begins something new.
_OPENS = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[0-9]{1,2}[、.．)）](?![0-9])|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]+[章节条]"
)


@define
class Dropped:
    """A line that was taken for a running head or a page number."""

    text: str
    pages: list[int] = field(factory=list)


@define
class Paragraph:
    """Lines that were one until they were wrapped; the pages they stand on."""

    text: str
    lines: list[tuple[int, Line]]


def drop_running_heads(pages: Sequence[tuple[float, list[Element]]]) -> list[Dropped]:
    """Take running heads and page numbers out of the pages' elements; returns what was taken.

    *pages* are (height, elements), in order. A line goes only if it stands at the edge of the page, outside of
    every table, and either counts the pages or comes again at the same height on most pages.
    """
    edges = [
        (page, line, region) for page, height, elements in _numbered(pages) for line, region in _edge(height, elements)
    ]
    counted = _page_numbers(edges, len(pages))
    repeated = _repeated(edges, len(pages))
    dropped: dict[str, Dropped] = {}
    for page, line, region in edges:
        if id(line) in counted or id(line) in repeated:
            region.lines = [other for other in region.lines if other is not line]
            text = _shape(line.text) if id(line) in repeated else line.text
            key = "" if id(line) in counted else text
            dropped.setdefault(key, Dropped(line.text)).pages.append(page)
    for _, elements in pages:
        elements[:] = [e for e in elements if not isinstance(e, Region) or e.lines]
    return list(dropped.values())


_Edge = tuple[int, Line, Region]


def _numbered(pages: Sequence[tuple[float, list[Element]]]) -> Iterable[tuple[int, float, list[Element]]]:
    for number, (height, elements) in enumerate(pages, 1):
        yield number, height, elements


def _edge(height: float, elements: Sequence[Element]) -> Iterable[tuple[Line, Region]]:
    lines = [(line, e) for e in elements if isinstance(e, Region) for line in e.lines]
    lines.sort(key=lambda item: item[0].top)
    for line, region in _ends(lines):
        if line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height:
            yield line, region


def _ends(lines: list[tuple[Line, Region]]) -> list[tuple[Line, Region]]:
    return lines if len(lines) <= 2 * _LINES else [*lines[:_LINES], *lines[-_LINES:]]


def _shape(text: str) -> str:
    return _DIGITS.sub("#", "".join(unicodedata.normalize("NFKC", text).split()))


def _page_numbers(edges: Sequence[_Edge], pages: int) -> set[int]:
    """Lines that count the pages, by identity."""
    by_offset: dict[int, list[tuple[int, Line, bool]]] = defaultdict(list)
    for page, line, _ in edges:
        match = _PAGE_NUMBER.match(unicodedata.normalize("NFKC", line.text).strip())
        if match:
            number = int(match["number"] or match["zh"] or match["en"])
            plain = match["number"] is not None and not match["mark"].strip()
            by_offset[number - page].append((page, line, plain))
    found: set[int] = set()
    for offset, lines in by_offset.items():
        in_step = len({page for page, _, _ in lines}) > 1
        found.update(id(line) for page, line, plain in lines if in_step or not plain or (offset == 0 and pages == 1))
    return found


def _repeated(edges: Sequence[_Edge], pages: int) -> set[int]:
    by_shape: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for page, line, _ in edges:
        shape = _shape(line.text)
        if shape.strip("#"):  # bare numbers count the pages or are none of our business
            by_shape[shape].append((page, line))
    found: set[int] = set()
    for lines in by_shape.values():
        for _, line in lines:
            level = {page for page, other in lines if abs(other.top - line.top) <= _STRAY}
            if len(level) >= max(2, (pages + 1) // 2):
                found.add(id(line))
    return found


def find_paragraphs(regions: Iterable[Region]) -> list[Paragraph]:
    """The paragraphs of regions that follow each other without a table between them."""
    found: list[Paragraph] = []
    open_lines: list[tuple[int, Line]] = []
    before: tuple[Region, Line] | None = None
    for region in regions:
        for line in region.lines:
            if before is not None and not _joins(*before, region, line):
                found.append(_paragraph(open_lines))
                open_lines = []
            open_lines.append((region.page, line))
            before = region, line
    if open_lines:
        found.append(_paragraph(open_lines))
    return found


def _paragraph(lines: list[tuple[int, Line]]) -> Paragraph:
    return Paragraph(join_wrapped([line for _, line in lines], 0.0, 0.0).text, lines)


def _joins(region: Region, before: Line, after_region: Region, line: Line) -> bool:
    """Whether *line* goes on with what *before* broke off, for want of room."""
    em = before.em
    if before.turn or line.turn or abs(line.em - em) > 0.15 * em:
        return False
    if before.text[-1] in _SENTENCE_END or _OPENS.match(line.text):
        return False
    if before.right + line.word <= region.right + 0.1 * em:
        return False  # there was room for more
    if region is after_region and line.top - before.top > 2.6 * em:
        return False
    centred = abs((line.left + line.right) - (region.left + region.right)) < em and line.left - region.left > em
    if centred:
        return abs((before.left + before.right) - (region.left + region.right)) < em
    return line.left - after_region.left < 0.9 * em
