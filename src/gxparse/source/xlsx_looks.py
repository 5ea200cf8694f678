"""What in a spreadsheet is no part of a figure by its looks: struck out, raised, or white on white."""

from __future__ import annotations

import re
from itertools import pairwise

from gxparse.source.docx_numbering import number_of
from gxparse.source.xml_part import XmlElement

__all__ = ["read_apart", "rich_text"]

#: Digits lower than this share of the digits they touch are no digits of that figure.
_SMALL = 0.8
_SIZE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3})?\Z")
#: Numbers of white in the palette that colours are taken from by number.
_WHITE = ("1", "9")


def read_apart(styles: XmlElement) -> list[bool]:
    """For each cell style whether text in it is no figure: struck out, or white with nothing behind it."""
    looks = [_font_look(font) for font in styles.iterfind("{*}fonts/{*}font")]
    filled = [_is_filled(fill) for fill in styles.iterfind("{*}fills/{*}fill")]
    found: list[bool] = []
    for style in styles.iterfind("{*}cellXfs/{*}xf"):
        font, fill = number_of(style.get("fontId")), number_of(style.get("fillId"))
        struck, white = looks[font] if font is not None and 0 <= font < len(looks) else (False, False)
        found.append(struck or (white and not (fill is not None and 0 <= fill < len(filled) and filled[fill])))
    return found


def rich_text(item: XmlElement) -> str:
    """The text of a string with formatting, without its phonetic guide; raised and struck figures set apart."""
    out: list[str] = []
    apart: list[int] = []
    sizes: list[float] = []
    for child in item:
        tag = child.tag.rpartition("}")[2]
        if tag == "t":
            out.append(child.text or "")
            sizes.append(0.0)
        elif tag == "r":
            text = "".join(t.text or "" for t in child.iterfind("{*}t"))
            looks = child.find("{*}rPr")
            if text.strip() and looks is not None:
                align = looks.find("{*}vertAlign")
                if _is_switched_on(looks.find("{*}strike")) or _shows_signs(looks.find("{*}rFont")):
                    text = f"[{text}]"
                elif _is_white(looks.find("{*}color")) or (
                    align is not None and align.get("val") in ("superscript", "subscript")
                ):
                    apart.append(len(out))
            sizes.append(_size(looks))
            out.append(text)
    for at, (one, other) in enumerate(pairwise(out)):
        least, most = sorted(sizes[at : at + 2])
        # A much smaller digit is the number of a note.
        if one[-1:].isdigit() and other[:1].isdigit() and 0 < least < _SMALL * most:
            apart.append(at if sizes[at] == least else at + 1)
    if any(text.strip() for at, text in enumerate(out) if at not in apart):
        for at in set(apart):
            out[at] = f"[{out[at]}]"
    return "".join(out).replace("\r\n", "\n").replace("_x000D_", "")


def _is_switched_on(element: XmlElement | None) -> bool:
    return element is not None and element.get("val", "1") not in ("0", "false")


def _font_look(font: XmlElement) -> tuple[bool, bool]:
    """Whether a font strikes out, and whether it is white."""
    apart = _is_switched_on(font.find("{*}strike")) or _shows_signs(font.find("{*}name"))
    return apart, _is_white(font.find("{*}color"))


def _is_white(colour: XmlElement | None) -> bool:
    return colour is not None and (
        colour.get("rgb", "").upper().endswith("FFFFFF")
        or (colour.get("theme") == "0" and colour.get("tint") is None)
        or colour.get("indexed") in _WHITE
    )


def _shows_signs(font: XmlElement | None) -> bool:
    """Whether a font is one of signs, in which a digit is none."""
    return font is not None and "dings" in font.get("val", "").lower()


def _size(looks: XmlElement | None) -> float:
    """The height of the letters of a piece of text; 0 where it does not say."""
    found = None if looks is None else looks.find("{*}sz")
    text = "" if found is None else found.get("val", "")
    return float(text) if _SIZE.match(text) else 0.0


def _is_filled(fill: XmlElement) -> bool:
    pattern = fill.find("{*}patternFill")
    return pattern is None or pattern.get("patternType", "none") != "none"
