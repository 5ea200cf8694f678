"""What in a spreadsheet is no part of a figure by its looks: struck out, raised, or white on white."""

from __future__ import annotations

from gxparse.source.docx_numbering import number_of
from gxparse.source.xml_part import XmlElement

__all__ = ["read_apart", "rich_text"]

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
    raised: list[int] = []
    for child in item:
        tag = child.tag.rpartition("}")[2]
        if tag == "t":
            out.append(child.text or "")
        elif tag == "r":
            text = "".join(t.text or "" for t in child.iterfind("{*}t"))
            looks = child.find("{*}rPr")
            if text.strip() and looks is not None:
                align = looks.find("{*}vertAlign")
                if _is_switched_on(looks.find("{*}strike")):
                    text = f"[{text}]"
                elif align is not None and align.get("val") in ("superscript", "subscript"):
                    raised.append(len(out))
            out.append(text)
    if any(text.strip() for at, text in enumerate(out) if at not in raised):
        for at in raised:
            out[at] = f"[{out[at]}]"
    return "".join(out).replace("\r\n", "\n").replace("_x000D_", "")


def _is_switched_on(element: XmlElement | None) -> bool:
    return element is not None and element.get("val", "1") not in ("0", "false")


def _font_look(font: XmlElement) -> tuple[bool, bool]:
    """Whether a font strikes out, and whether it is white."""
    colour = font.find("{*}color")
    white = colour is not None and (
        colour.get("rgb", "").upper().endswith("FFFFFF")
        or (colour.get("theme") == "0" and colour.get("tint") is None)
        or colour.get("indexed") in _WHITE
    )
    return _is_switched_on(font.find("{*}strike")), white


def _is_filled(fill: XmlElement) -> bool:
    pattern = fill.find("{*}patternFill")
    return pattern is None or pattern.get("patternType", "none") != "none"
