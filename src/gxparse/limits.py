"""Budgets for input of unknown origin: each breach is a diagnostic, never an escaping exception."""

from __future__ import annotations

from attrs import frozen

__all__ = ["DEFAULT_LIMITS", "Limits"]


@frozen(kw_only=True)
class Limits:
    """How much of an input gxparse is willing to look at.

    The defaults are far above any real report and low enough that a hostile file costs little.

    >>> import gxparse
    >>> result = gxparse.parse("一、总体情况" * 100, limits=gxparse.Limits(text_chars=300))
    >>> [d.code for d in result.diagnostics if d.code.startswith("GX12")]
    ['GX121']
    """

    #: bytes of a file
    file_bytes: int = 64 * 2**20
    #: characters of text that are read; the rest is named by a diagnostic
    text_chars: int = 8 * 2**20
    #: cells of one table row that are looked at
    row_cells: int = 400
    #: diagnostics that are kept for one source
    diagnostics: int = 1000
    #: members of an archive (docx, xlsx, odt)
    archive_members: int = 2000
    #: bytes of one unpacked archive member
    member_bytes: int = 24 * 2**20
    #: unpacked bytes for each packed byte, above the first megabyte
    compression_ratio: int = 200
    #: tags of one web page
    tags: int = 150_000
    #: tags and attributes of one XML part; a tree of them takes up to 240 bytes for each
    xml_nodes: int = 400_000
    #: tables within tables
    table_depth: int = 40
    #: depth of nested elements in XML and HTML (libxml2 itself stops at 256 in XML)
    xml_depth: int = 512
    #: widest column span (the HTML standard clamps at 1000; Word has 63 columns)
    column_span: int = 1000
    #: longest row span (the HTML standard clamps at 65534)
    row_span: int = 65534
    #: cells of one table's full grid
    grid_cells: int = 100_000
    #: tables of one document
    tables: int = 500
    #: pages of a PDF
    pages: int = 500
    #: read formats whose libraries are not written for hostile input (PDF) in a child process of their own
    isolate: bool = False
    #: seconds for one file in an isolated child process; ``None`` sets no limit
    seconds: float | None = 60.0
    #: bytes of memory that reading one file in an isolated child process may take beyond the program itself and the
    #: file; ``None`` sets no limit
    memory_bytes: int | None = 96 * 2**20


DEFAULT_LIMITS = Limits()
