"""The text of a paragraph of a Word file as a reader sees it.

ECMA-376 part 1: runs 17.3.2, fields 17.16, numbering 17.9. Fields go on from paragraph to paragraph, and so does this
reader.
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Severity
from gxparse.source.docx_fields import chosen, shown
from gxparse.source.docx_numbering import Numbering, number_of
from gxparse.source.docx_sizes import Sizes
from gxparse.source.docx_styles import PLAIN, Look, Styles, read_look
from gxparse.source.docx_walk import ALTERNATE, MATH_TEXT, Walk, choose
from gxparse.source.figure_like import PICTURE, is_figure, numbered, without_pictures
from gxparse.source.xml_part import XmlElement

__all__ = ["Runs"]

_AUXILIARY = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
#: What a formula consists of that is characters on a line; looks are those of Word and of mathematics.
_FLAT = frozenset(
    {"oMathPara", "oMathParaPr", "oMath", "r", "rPr", "t", "jc", "ctrlPr", "sty", "scr", "nor", "lit"}
    | {"rFonts", "sz", "szCs", "b", "bCs", "i", "iCs", "color", "lang"}
)
_SYMBOL = re.compile(r"[0-9A-Fa-f]{1,6}\Z")


def _formula(math: XmlElement) -> str:
    """The text of a formula, in brackets if it is more than characters on a line: a fraction, a power."""
    text = "".join(t.text for t in math.iter(*MATH_TEXT) if t.text)
    flat = all(child.tag.rpartition("}")[2] in _FLAT for child in math.iter())
    return text if flat or not text.strip() else f"[{text}]"


def _symbol(code: str, font: str) -> str:
    """The character of a symbol; in a font of signs a letter or digit is none."""
    number = int(code, 16) if _SYMBOL.match(code) else 0
    if "dings" in font.lower():
        return chr(0xF000 + number % 0x100) if number else ""
    return chr(number) if 0 < number < 0xD800 or 0xDFFF < number <= 0x10FFFF else ""


def _pieces(out: list[str], starts: list[tuple[int, XmlElement]]) -> list[tuple[int, str, XmlElement]]:
    """Position, text and run of every piece that a run gave."""
    ends = [start for start, _ in starts[1:]] + [len(out)]
    return [(at, out[at], run) for (start, run), end in zip(starts, ends, strict=True) for at in range(start, end)]


@define
class Runs:
    """Reads paragraphs one after the other."""

    walk: Walk
    numbering: Numbering
    styles: Styles
    sizes: Sizes
    #: whether the document has hidden, raised or struck text, or styles that could make it so
    has_looks: bool
    #: text boxes and notes (kind, id, content where it stands in place) that were met and not yet written, and whether a picture was
    boxes: list[XmlElement] = field(factory=list)
    notes: list[tuple[str, str, XmlElement | None]] = field(factory=list)
    pictured: bool = False
    #: whether a cell of a table is being read
    in_cell: bool = False
    #: one entry for each open field: whether its result has begun
    _fields: list[bool] = field(factory=list, init=False)
    #: pieces of the paragraph that are white, raised, lowered or too small
    _faint: set[int] = field(factory=set, init=False)
    _text: str = field(init=False)
    _looks: str = field(init=False)
    #: how many of them have not: what stands there is not shown
    _instructions: int = field(default=0, init=False)
    _instruction: list[str] = field(factory=list, init=False)
    #: what was chosen in the list that the field is
    _choice: str = field(default="", init=False)

    def __attrs_post_init__(self) -> None:
        self._text = self.walk.ns + "t"
        self._looks = self.walk.ns + "rPr"

    def paragraph(self, paragraph: XmlElement) -> str:
        """The text of a paragraph, with its automatic number."""
        walk = self.walk
        out: list[str] = []
        properties = paragraph.find(walk.ns + "pPr")
        style: str | None = None
        number = ""
        if properties is not None and len(properties):
            style = walk.number(properties, "pStyle")
            number = self._number(properties, style)
        around = self.styles.look(style)
        starts: list[tuple[int, XmlElement]] = []
        for kind, child in walk.children(paragraph):
            if kind == "r":
                starts.append((len(out), child))
                self.run(child, out, around)
            elif kind == "math":
                out.append(_formula(child))
            elif kind == "turned":
                self._turned(child, out, around)
        if len(out) > 1 and any(one[-1:].isdigit() and other[:1].isdigit() for one, other in pairwise(out)):
            self._faint.update(self.sizes.lesser(_pieces(out, starts), style))
        if self._faint:
            faint, self._faint = self._faint, set()
            if any(part.strip() for at, part in enumerate(out) if at not in faint):
                # White beside black: on a white page nobody sees it. White alone may stand on a dark ground.
                out = [f"[{part}]" if at in faint and part.strip() else part for at, part in enumerate(out)]
        text = "".join(out)
        if PICTURE in text:
            text = without_pictures(text, in_cell=self.in_cell)
        if not number or not text or text.isspace():
            return text
        walk.sheet.count(codes.AUTOMATIC_NUMBERS, text=number)
        return numbered(number, text)

    def _turned(self, wrapper: XmlElement, out: list[str], around: Look) -> None:
        """Add text that is shown from its end to its beginning: no figure is read from it."""
        inner: list[str] = []
        for kind, child in self.walk.children(wrapper):
            if kind == "r":
                self.run(child, inner, around)
        if text := "".join(inner).strip():
            out.append(f"[{text}]")

    def _number(self, properties: XmlElement, style: str | None) -> str:
        walk = self.walk
        # Word 2003 writes down the number that it shows.
        shown = properties.find(f"{walk.ns}listPr/{_AUXILIARY}t")
        if shown is not None:
            text: str = shown.get(_AUXILIARY + "val", "")
            return text if text.strip("\uf000-\uf0ff·●") else ""
        found = properties.find(walk.ns + "numPr")
        key: str | None = None
        level: int | None = None
        if found is not None:
            key = walk.number(found, "numId")
            level = number_of(walk.number(found, "ilvl"))
        if key is None and style is not None:
            inherited = self.styles.numbering(style, self.numbering.by_style)
            if inherited is not None:
                key, level = inherited[0], inherited[1] if level is None else level
        if key is None or key == "0":
            return ""
        text, unknown = self.numbering.next(key, 0 if level is None else level)
        if unknown is not None:
            walk.sheet.count(codes.UNKNOWN_NUMBERS, format=unknown)
        return text

    def run(self, run: XmlElement, out: list[str], around: Look) -> None:
        """Add the text of a run to *out*; *around* is how its paragraph looks."""
        look = around
        if self.has_looks:
            looks = run.find(self.walk.ns + "rPr")
            if looks is not None:
                by_style = self.styles.look(self.walk.number(looks, "rStyle"))
                look = read_look(looks, self.walk.ns).over(by_style).over(around)
        if not look.hidden and not look.struck:
            start = len(out)
            self._inline(run, out)
            if look.pale or look.raised:
                self._faint.update(range(start, len(out)))
            if look.backwards:
                out[start:] = [f"[{part}]" if is_figure(part) and not part.isdigit() else part for part in out[start:]]
            return
        inner: list[str] = []
        self._inline(run, inner)
        text = "".join(inner)
        if text and look.hidden:
            if not text.isspace():
                self.walk.sheet.count(codes.HIDDEN_TEXT, text=text[:20])
        elif text.strip():
            # Glued to the figure before it, it would make another figure.
            out.append(f"[{text}]")
        else:
            out.append(text)

    def _inline(self, run: XmlElement, out: list[str]) -> None:
        # Nearly all runs hold looks and one text; the rest of the ways are not for them.
        if not self._fields:
            found: list[str] = []
            for child in run:
                tag = child.tag
                if tag == self._text:
                    if child.text:
                        found.append(child.text)
                elif tag != self._looks:
                    break
            else:
                out += found
                return
        for kind, child in self.walk.children(run):
            if kind == "field":
                self._field(child, out)
            elif kind == "instruction":
                if self._fields and child.text:
                    self._instruction.append(child.text)
            elif self._instructions:
                continue  # the instruction of a field, whatever stands in it
            elif kind == "t":
                if child.text:
                    out.append(child.text)
            elif kind == "tab":
                out.append("\t")
            elif kind == "break":
                out.append("\n")
            elif kind == "hyphen":
                out.append("-")
            elif kind == "sym":
                out.append(_symbol(child.get(self.walk.ns + "char", ""), child.get(self.walk.ns + "font", "")))
            elif kind == "note":
                name = child.tag.partition("}")[2] or child.tag
                self.notes.append((name.removesuffix("Reference"), child.get(self.walk.ns + "id", ""), None))
            elif kind == "inline note":
                self.notes.append((child.tag.partition("}")[2], "", child))
            elif kind == "drawing":
                if self.drawing(child):
                    out.append(PICTURE)
            elif kind == "r":
                self.run(child, out, PLAIN)

    def _field(self, char: XmlElement, out: list[str]) -> None:
        mark = char.get(self.walk.ns + "fldCharType")
        if mark == "begin":
            self._fields.append(False)
            self._instructions += 1
            self._instruction.clear()
            self._choice = chosen(char, self.walk.ns)
        elif mark == "separate" and self._fields:
            # A table of contents repeats every heading, and is as old as its last update.
            contents = "".join(self._instruction).strip().upper().startswith("TOC")
            if not contents and not self._fields[-1]:
                self._fields[-1] = True
                self._instructions -= 1
            if contents:
                self.walk.sheet.diagnostics.append(
                    codes.PART_NOT_READ(severity=Severity.NOTE, part="TOC", detail="table of contents")
                )
        elif mark == "end" and self._fields and not self._fields.pop():
            self._instructions -= 1
            if not self._instructions:
                out.append(shown("".join(self._instruction), self._choice, in_cell=self.in_cell))

    def drawing(self, drawing: XmlElement) -> bool:
        """Note the text boxes in a drawing, each once; a drawing without any is a picture.

        Whether it is a picture that stands in the line of the text is returned.
        """
        box = self.walk.ns + "txbxContent"
        found = False
        stack = [drawing]
        while stack:
            element = stack.pop()
            if element.tag == box:
                self.boxes.append(element)
                found = True
            elif element.tag == ALTERNATE:
                chosen = choose(element)
                if chosen is not None:
                    stack.append(chosen)
            else:
                stack.extend(reversed(element))
        self.pictured = self.pictured or not found
        return not found and next(drawing.iter("{*}anchor"), None) is None
