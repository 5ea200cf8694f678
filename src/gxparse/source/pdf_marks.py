"""What was laid over a PDF page when it was finished: marks of a PDF editor, and the picture of a scan.

A PDF editor does not change the page when someone strikes a figure out or types another one over it: it adds a note
(an annotation) that lies on top. The text below is still there and no longer holds.
"""

from __future__ import annotations

import ctypes
from typing import Any

from gxparse.source.pdf_rules import Affine, Rule, shown_box

__all__ = ["find_marks", "hides_text"]

#: FPDF_ANNOT_FREETEXT, _LINE, _STRIKEOUT, _INK, _REDACT: what changes the text that it lies on.
_CHANGING = frozenset((3, 4, 12, 15, 28))
_STRIKEOUT = 12
#: FPDF_ANNOT_FLAG_HIDDEN and _NOVIEW
_NOT_SHOWN = 0x02 | 0x20
#: Annotations of a page, and boxes of one, that are looked at.
_MOST = 2_000
#: As dense as this, of 255, nothing shows through; pixels that are looked at, and the share of them that must be so.
_DENSE, _SAMPLES, _SHARE = 250, 2_000, 0.9
_BYTES = 4


def find_marks(raw: Any, page: Any, view: Affine) -> list[Rule]:
    """The boxes of the marks that strike out, redact or write over what is printed on a page."""
    found: list[Rule] = []
    rect = raw.FS_RECTF()
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        mark = raw.FPDFPage_GetAnnot(page, index)
        if not mark:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(mark)
            if kind not in _CHANGING or raw.FPDFAnnot_GetFlags(mark) & _NOT_SHOWN:
                continue
            boxes = _lines(raw, mark, view) if kind == _STRIKEOUT else []
            if not boxes and raw.FPDFAnnot_GetRect(mark, rect):
                boxes = [shown_box(view, rect.left, rect.bottom, rect.right, rect.top)]
            found += boxes
        finally:
            raw.FPDFPage_CloseAnnot(mark)
    return found


def _lines(raw: Any, mark: Any, view: Affine) -> list[Rule]:
    """The lines of text that a mark was laid on, one box for each."""
    boxes: list[Rule] = []
    quad = raw.FS_QUADPOINTSF()
    for index in range(min(raw.FPDFAnnot_CountAttachmentPoints(mark), _MOST)):
        if raw.FPDFAnnot_GetAttachmentPoints(mark, index, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append(shown_box(view, min(xs), min(ys), max(xs), max(ys)))
    return boxes


def hides_text(raw: Any, document: Any, page: Any, picture: Any) -> bool:
    """Whether nothing shows through a picture, as it would through a watermark."""
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(document, page, picture)
    if not bitmap:
        return False
    try:
        if raw.FPDFBitmap_GetFormat(bitmap) != raw.FPDFBitmap_BGRA:
            return True
        size = raw.FPDFBitmap_GetStride(bitmap) * raw.FPDFBitmap_GetHeight(bitmap)
        pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), size)
        step = max(1, size // _BYTES // _SAMPLES)
        alphas = pixels[3 :: _BYTES * step]
        return sum(alpha >= _DENSE for alpha in alphas) >= _SHARE * len(alphas)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
