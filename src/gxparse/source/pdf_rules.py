"""Ruling lines among the drawings of a PDF page.

A border has many shapes on paper: Writer strokes one line across the whole table, Word and Chromium fill a thin
rectangle for each cell's edge, other programs stroke a rectangle for each cell or put the lines of a whole table into one
path. Whatever it was, what leaves here is a list of thin boxes.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from gxparse.source.pdf_unseen import in_layer, says_otherwise

__all__ = ["Affine", "Rule", "RuleReader", "TooManyRules", "shown_box"]

#: left, top, right, bottom of a thin box, in points from the top left of the page as it is shown
Rule: TypeAlias = tuple[float, float, float, float]
#: xa, xb, xc, ya, yb, yc: x' = xa * x + xb * y + xc, y' = ya * x + yb * y + yc
Affine: TypeAlias = tuple[float, float, float, float, float, float]

#: A filled box up to this thickness is a line, in points; a thicker one is shading.
_THICK = 4.5
#: Shorter than this in points is a dot, a tick or part of a picture.
_SHORT = 3.0
#: Dots this near make a line, if it is at least that long.
_DOT_GAP, _DOTTED = 3.0, 9.0
#: How far from the axis the ends of a line may be.
_SLANT = 0.6
#: Dots that strike a digit out make at least this length.
_STRIKING = 1.5
#: What is painted as densely as this, of 255, hides what lies under it.
_DENSE, _OPAQUE = 128, 255
#: Points of an outline that is a box at most.
_BOX = 6
#: Forms inside forms are followed this deep.
_DEPTH = 12
#: Outlines of a clip, and points of each, that are looked at.
_CLIPS = 32
#: How far a line may run out of what is shown before it counts as cut off.
_CUT = 3.0
#: Drawings and points of drawings that are looked at on one page. A page of a report has some hundreds.
_MAX_OBJECTS = 60_000
_MAX_POINTS = 240_000

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_LINE_TO, _MOVE_TO = 0, 2
_IDENTITY: Affine = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


class Picture(NamedTuple):
    """A picture on the page: its area, its box, its number in the order of drawing, and what pdfium knows it by."""

    area: float
    box: Rule
    order: int
    item: Any


class TooManyRules(Exception):
    """The page holds more drawings than are looked at."""


def _compose(outer: Affine, inner: Affine) -> Affine:
    """The map that applies *inner* first."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (a * p + b * s, a * q + b * t, a * r + b * u + c, d * p + e * s, d * q + e * t, d * r + e * u + f)


class RuleReader:
    """Collects the ruling lines of one page.

    *shown* maps the page's own space to the page as it is shown.
    """

    def __init__(self, raw: Any, shown: Affine) -> None:
        self._raw = raw
        self._shown = shown
        self._rules: list[Rule] = []
        self._objects = 0
        self._points = 0
        #: whether there are pictures or drawings that are no lines
        self.pictured = False
        #: boxes of pictures
        self.pictures: list[Rule] = []
        self.text_objects = 0
        self.invisible_objects = 0
        #: texts of which nothing can be drawn, since their font is neither in the file nor on the machine
        self.undrawn = 0
        #: left and right end of what is shown, where lines run out of it
        self.cut: tuple[float | None, float | None] = (None, None)
        self._dots: list[Rule] = []
        #: lines of dots that are too short for a border but may strike a digit out
        self.marks: list[Rule] = []
        #: address of each text object -> its number in the order of drawing
        self.orders: dict[int, int] = {}
        #: address of text that may not be seen as it stands -> what it is clipped to, if that is why
        self.doubtful: dict[int, Rule | None] = {}
        #: address of text that says it stands for something else
        self.told: set[int] = set()
        #: filled boxes that are no lines, each with its number in the order of drawing
        self.covers: list[tuple[int, Rule]] = []
        #: the largest picture
        self.largest: Picture | None = None
        self._drawn = 0
        #: left and right end of the drawings so far
        self._reach = (float("inf"), float("-inf"))

    def read(self, page: Any, width: float) -> list[Rule]:
        """All ruling lines of *page*, which is *width* wide. Raises :class:`TooManyRules` when there is no end of them.

        What is not shown of a line is left out.
        """
        raw = self._raw
        count = raw.FPDFPage_CountObjects(page)
        self._walk(page, count, raw.FPDFPage_GetObject, self._shown, 0)
        for line in _dotted(self._dots):
            (self._rules if max(line[2] - line[0], line[3] - line[1]) >= _DOTTED else self.marks).append(line)
        left, right = self.cut
        if self._reach[0] < -_CUT:
            left = max(0.0, left if left is not None else 0.0)
        if self._reach[1] > width + _CUT:
            right = min(width, right if right is not None else width)
        self.cut = (left, right)
        return [shown for rule in self._rules if (shown := self._cut_off(rule)) is not None]

    def _cut_off(self, rule: Rule) -> Rule | None:
        left, right = self.cut
        if (left is not None and rule[2] <= left) or (right is not None and rule[0] >= right):
            return None
        x0 = rule[0] if left is None else max(rule[0], left)
        x1 = rule[2] if right is None else min(rule[2], right)
        return (x0, rule[1], x1, rule[3])

    def _check_clip(self, item: Any, box: Rule, view: Affine) -> None:
        """Look whether a drawing is shown whole, if it reaches further than all before it."""
        if box[0] >= self._reach[0] - 1 and box[2] <= self._reach[1] + 1:
            return
        self._reach = (min(box[0], self._reach[0]), max(box[2], self._reach[1]))
        shown = self._clip(item, view)
        if shown is None:
            return
        left, right = self.cut
        if box[0] < shown[0] - _CUT:
            left = shown[0] if left is None else max(left, shown[0])
        if box[2] > shown[2] + _CUT:
            right = shown[2] if right is None else min(right, shown[2])
        self.cut = (left, right)

    def _clip(self, item: Any, view: Affine) -> Rule | None:
        """The box that a drawing is clipped to; ``None`` if it is not clipped."""
        raw = self._raw
        clip = raw.FPDFPageObj_GetClipPath(item)
        found: Rule | None = None
        for number in range(min(raw.FPDFClipPath_CountPaths(clip), _CLIPS) if clip else 0):
            points: list[tuple[float, float]] = []
            px, py = ctypes.c_float(), ctypes.c_float()
            for index in range(min(raw.FPDFClipPath_CountPathSegments(clip, number), _CLIPS)):
                raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, number, index), px, py)
                points.append((px.value, py.value))
            if len(points) > 1:
                hull = _hull(points)
                box = shown_box(view, *hull)
                found = box if found is None else _common(found, box)
        return found

    def _walk(self, holder: Any, count: int, get: Any, view: Affine, depth: int) -> None:
        kind_of = self._raw.FPDFPageObj_GetType
        self._objects += count
        if self._objects > _MAX_OBJECTS:
            raise TooManyRules(f"{self._objects} drawings")
        for index in range(count):
            item = get(holder, index)
            kind = kind_of(item)
            self._drawn += 1
            if kind == _TEXT:
                self._text(item, view)
            elif kind == _PATH:
                self._path(item, view)
            elif kind == _IMAGE:
                self._image(item, view)
            elif kind == _FORM and depth < _DEPTH:
                inside = self._raw.FPDFFormObj_CountObjects(item)
                inner = _compose(view, self._matrix(item))
                self._walk(item, inside, self._raw.FPDFFormObj_GetObject, inner, depth + 1)

    def _text(self, item: Any, view: Affine) -> None:
        raw = self._raw
        self.text_objects += 1
        address = ctypes.addressof(item.contents)
        self.orders[address] = self._drawn
        # Mode 3 draws nothing, mode 7 only clips: the text layer over a scanned picture.
        invisible = raw.FPDFTextObj_GetTextRenderMode(item) in (3, 7)
        self.invisible_objects += invisible
        self.undrawn += self._is_undrawn(item)
        marked = raw.FPDFPageObj_CountMarks(item) > 0
        if marked and says_otherwise(raw, item):
            self.told.add(address)
        if invisible or (marked and in_layer(raw, item)):
            self.doubtful[address] = None
        elif (clip := self._clip(item, view)) is not None:
            box = self._bounds(item, view)
            if box is not None and not _is_within(box, clip):
                self.doubtful[address] = clip

    def _is_undrawn(self, item: Any) -> bool:
        """Whether a text has no extent and a font that is not in the file: pdfium then gives no text for it."""
        raw = self._raw
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top) or left.value < right.value:
            return False
        font = raw.FPDFTextObj_GetFont(item)
        return bool(font) and raw.FPDFFont_GetIsEmbedded(font) == 0

    def _matrix(self, item: Any) -> Affine:
        matrix = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(item, matrix):
            return _IDENTITY
        return (matrix.a, matrix.c, matrix.e, matrix.b, matrix.d, matrix.f)

    def _bounds(self, item: Any, view: Affine) -> Rule | None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not self._raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            return None
        return shown_box(view, left.value, bottom.value, right.value, top.value)

    def _image(self, item: Any, view: Affine) -> None:
        # Some programs print borders as pictures one pixel high.
        box = self._bounds(item, view)
        if box is not None and not self._add(box):
            self.pictured = True
            self.pictures.append(box)
            area = (box[2] - box[0]) * (box[3] - box[1])
            if self.largest is None or area > self.largest.area:
                self.largest = Picture(area, box, self._drawn, item)

    def _path(self, item: Any, view: Affine) -> None:
        raw = self._raw
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
            return
        count = raw.FPDFPath_CountSegments(item)
        box = self._bounds(item, view)
        if box is None:
            return
        if max(box[2] - box[0], box[3] - box[1]) >= _SHORT:
            self._check_clip(item, box, view)
        # A thin drawing is one line, however many dashes it consists of.
        if fill.value and stroke.value and count <= _BOX and min(box[2] - box[0], box[3] - box[1]) > _THICK:
            self._cover(item, box, view)
        if not stroke.value and (count <= _BOX or min(box[2] - box[0], box[3] - box[1]) <= _THICK):
            if not self._add(box):
                self._cover(item, box, view)
            return
        self._points += count
        if self._points > _MAX_POINTS:
            raise TooManyRules(f"{self._points} points of drawings")
        whole = _compose(view, self._matrix(item))
        for outline in self._outlines(item, count, whole):
            if stroke.value:
                self._stroke(outline)
            else:
                self._add(_hull(outline))

    def _cover(self, item: Any, box: Rule, view: Affine) -> None:
        """Note a filled box: what was drawn under it is not seen, unless it lets light through."""
        colour = [ctypes.c_uint() for _ in range(4)]
        raw = self._raw
        if raw.FPDFPageObj_GetFillColor(item, *colour):
            # Highlighters multiply; pdfium tells only that they are not opaque, which little transparency is as well.
            dense = colour[3].value == _OPAQUE and not raw.FPDFPageObj_HasTransparency(item)
            if dense or _DENSE <= colour[3].value < _OPAQUE:
                clip = self._clip(item, view)
                self.covers.append((self._drawn, box if clip is None else _common(box, clip)))

    def _outlines(self, item: Any, count: int, whole: Affine) -> list[list[tuple[float, float]]]:
        """The strokes of a path, each a run of points joined by straight lines."""
        raw = self._raw
        segment_of, point_of = raw.FPDFPath_GetPathSegment, raw.FPDFPathSegment_GetPoint
        kind_of, closes = raw.FPDFPathSegment_GetType, raw.FPDFPathSegment_GetClose
        px, py = ctypes.c_float(), ctypes.c_float()
        xa, xb, xc, ya, yb, yc = whole
        outlines: list[list[tuple[float, float]]] = []
        current: list[tuple[float, float]] = []
        for index in range(count):
            segment = segment_of(item, index)
            kind = kind_of(segment)
            point_of(segment, px, py)
            x, y = px.value, py.value
            at = (xa * x + xb * y + xc, ya * x + yb * y + yc)
            if kind == _LINE_TO and current:
                current.append(at)
            else:  # a new beginning; a curve ends the straight part
                self.pictured |= kind not in (_LINE_TO, _MOVE_TO)
                current = [at]
                outlines.append(current)
            if closes(segment) and len(current) > 2:
                current.append(current[0])
        return [outline for outline in outlines if len(outline) > 1]

    def _stroke(self, outline: list[tuple[float, float]]) -> None:
        for (x0, y0), (x1, y1) in pairwise(outline):
            if abs(x0 - x1) <= _SLANT or abs(y0 - y1) <= _SLANT:
                self._add((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def _add(self, box: Rule) -> bool:
        wide, high = box[2] - box[0], box[3] - box[1]
        if max(wide, high) < _SHORT:
            self._dots.append(box)
            return True
        if min(wide, high) <= _THICK:
            self._rules.append(box)
            return True
        return False


def shown_box(view: Affine, left: float, bottom: float, right: float, top: float) -> Rule:
    """A box of the page as it is shown, from one of the space that *view* maps from."""
    xa, xb, xc, ya, yb, yc = view
    x0, y0 = xa * left + xb * bottom + xc, ya * left + yb * bottom + yc
    x1, y1 = xa * right + xb * top + xc, ya * right + yb * top + yc
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _is_within(box: Rule, room: Rule) -> bool:
    return box[0] >= room[0] - 1 and box[1] >= room[1] - 1 and box[2] <= room[2] + 1 and box[3] <= room[3] + 1


def _common(one: Rule, two: Rule) -> Rule:
    return (max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3]))


def _dotted(dots: Iterable[Rule]) -> Iterable[Rule]:
    """The lines that dots make, level and upright, also those that can only strike a digit out."""
    for turn in (False, True):
        rows: dict[int, list[Rule]] = {}
        for dot in dots:
            box = (dot[1], dot[0], dot[3], dot[2]) if turn else dot
            rows.setdefault(round(box[1] + box[3]), []).append(box)
        for row in rows.values():
            row.sort()
            chain = row[0]
            beyond: Rule = (float("inf"), float("inf"), float("inf"), float("inf"))
            for dot in (*row[1:], beyond):
                if dot[0] - chain[2] <= _DOT_GAP:
                    chain = (chain[0], min(chain[1], dot[1]), max(chain[2], dot[2]), max(chain[3], dot[3]))
                    continue
                if chain[2] - chain[0] >= _STRIKING:
                    yield (chain[1], chain[0], chain[3], chain[2]) if turn else chain
                chain = dot


def _hull(points: list[tuple[float, float]]) -> Rule:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))
