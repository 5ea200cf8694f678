"""What stands in a binary Word file, construct by construct."""

from __future__ import annotations

import struct

import pytest

from gxparse.errors import UnreadableSource
from gxparse.source import office, read_source
from source_pdf import making_doc as making
from source_pdf.making_doc import IN_TABLE, cells, depth, doc, row
from source_pdf.reading import codes, shown

RESTART, ON = 0x60, 0x20


def test_rows_stand_on_the_grid_of_their_edges():
    data = doc(
        ("二、主动公开政府信息情况\r", b""),
        *cells("角", "甲", definition=row(2000, 3000, merges=(RESTART,))),
        *cells("", "乙", definition=row(2000, 3000, merges=(ON,))),
        *cells("规章", "1", "2", definition=row(1000, 2000, 3010)),
        ("六、其他\r", b""),
    )
    assert shown(data) == "二、主动公开政府信息情况\n|角|<|甲\n|^|<|乙\n|规章|1|2\n六、其他\n"
    source, diagnostics = read_source(data, "a.wps")
    assert source.format == "doc"
    assert diagnostics == ()
    assert [p.address for p in source.places][-2:] == ["table 1, row 3, column 3", "paragraph 2"]


def test_cells_merged_sideways():
    data = doc(
        *cells("甲", "", "1", definition=row(1000, 2000, 3000, merges=(1, 2))),
        *cells("1", "2", "3", definition=row(1000, 2000, 3000)),
    )
    assert shown(data) == "|甲|<|1\n|1|2|3\n"


def test_later_changes_merge_cells_too():
    sideways = struct.pack("<HBB", 0x5624, 0, 2)
    down = struct.pack("<HBBB", 0xD62B, 2, 2, 3)
    on = struct.pack("<HBBB", 0xD62B, 2, 2, 1)
    data = doc(
        *cells("甲", "", "1", definition=row(1000, 2000, 3000) + sideways + down),
        *cells("1", "2", "", definition=row(1000, 2000, 3000) + on),
    )
    assert shown(data) == "|甲|<|1\n|1|2|^\n"


def test_paragraphs_and_line_breaks_of_a_cell_are_lines_of_it():
    data = doc(("商业\r", IN_TABLE), *cells("企业", "a\x0bb", definition=row(1000, 2000)))
    assert shown(data) == "|商业~企业|a~b\n"


def test_a_table_in_a_cell_is_part_of_it():
    inner_cell = depth(2) + struct.pack("<HB", 0x244B, 1)
    inner_end = depth(2) + struct.pack("<HB", 0x244C, 1) + row(500)[6:]
    data = doc(
        ("内\r", inner_cell),
        ("\r", inner_end),
        *cells("7", "办理结果", definition=row(1000, 2000)),
    )
    assert shown(data) == "|内~7|办理结果\n"


def test_fields_show_their_results():
    data = doc(("第\x13 PAGE \x143\x15页 \x13 HYPERLINK x \x14甲\x13 y \x14乙\x15\x15\r", b""))
    assert shown(data) == "第3页 甲乙\n"


def test_special_characters():
    data = doc(("a\x1eb\x1fc\xa0d\te\x02f\r", b""))
    assert shown(data) == "a-bc\xa0d\tef\n"


def test_hidden_deleted_inserted_and_raised_characters():
    text = "ab12cdefg1h\r"
    data = doc(
        (text, b""),
        runs=[
            (2, 4, making.DELETED),
            (4, 5, making.HIDDEN),
            (6, 7, making.INSERTED),
            (9, 10, making.RAISED),
        ],
    )
    assert shown(data) == "abdefg[1]h\n"
    found = codes(data)
    assert found["GX130"] == {"insertions": 1, "deletions": 1}
    assert found["GX131"] == {"text": "c", "count": 1}


def test_text_of_one_byte_a_character():
    assert (
        shown(doc(("12.5 “a”\r", b""), *cells("1", "2", definition=row(1000, 2000)), narrow=True)) == "12.5 “a”\n|1|2\n"
    )


def test_characters_beyond_the_first_plane_do_not_move_what_follows():
    data = doc(("\U00020000\U0001f600甲\r", b""), *cells("1", "2", definition=row(1000, 2000)))
    assert shown(data) == "\U00020000\U0001f600甲\n|1|2\n"


def test_notes_and_text_boxes_stand_at_the_end():
    assert shown(doc(("甲\r", b""), notes="\x02 注一\r", boxes="框\r")) == "甲\n 注一\n框\n"


def test_automatic_numbers_are_said():
    data = doc(("总体情况\r", struct.pack("<HH", 0x460B, 1)))
    assert codes(data)["GX133"] == {"count": 1, "format": "doc"}


def test_many_rows_fill_many_pages_of_properties():
    rows = [p for n in range(60) for p in cells("规章", str(n), definition=row(*range(500, 8000, 500)))]
    lines = shown(doc(*rows)).splitlines()
    assert [line.split("|")[1:3] for line in lines] == [["规章", str(n)] for n in range(60)]


def test_an_encrypted_file_is_refused():
    with pytest.raises(UnreadableSource) as refused:
        read_source(doc(("x\r", b""), flags=0x0300))
    assert refused.value.code == "GX102"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-512],
        lambda data: data[:30] + b"\x20" + data[31:],
        lambda data: data.replace("1Table".encode("utf-16-le"), "9Table".encode("utf-16-le")),
        lambda data: data.replace(b"\xec\xa5\xc1\0", b"\0\0\xc1\0"),
        lambda data: data[:76] + b"\x05\0\0\0" + data[80:],
    ],
    ids=["cut", "sectors", "no table stream", "no mark", "no allocation"],
)
def test_a_damaged_file_is_refused(damage):
    with pytest.raises(UnreadableSource) as refused:
        read_source(damage(doc(("规章\r", b""))))
    assert refused.value.code == "GX103"


def test_chains_in_circles_come_to_an_end():
    data = bytearray(doc(("规章\r" * 3000, b"")))
    fat_at = (struct.unpack_from("<I", data, 76)[0] + 1) * 512
    for number in range(40):
        struct.pack_into("<I", data, fat_at + 4 * number, number)
    with pytest.raises(UnreadableSource) as refused:
        read_source(bytes(data))
    assert refused.value.code == "GX103"


def read_or_refusal(data: bytes) -> str:
    try:
        return shown(data)
    except UnreadableSource as error:
        return error.code


def test_a_file_cut_anywhere_is_read_or_refused():
    data = doc(*(p for n in range(20) for p in cells("规章", str(n), definition=row(1000, 2000))))
    whole = shown(data)
    found = [read_or_refusal(data[:stop]) for stop in range(8, len(data), 500)]
    assert set(found) <= {whole, "GX101", "GX103"}
    assert len(found) > 10


def test_an_older_file_needs_an_office_program(monkeypatch):
    monkeypatch.setattr(office, "find_office", lambda: None)
    with pytest.raises(UnreadableSource) as refused:
        read_source(doc(("x\r", b""), version=0x0065))
    assert (refused.value.code, refused.value.params) == ("GX193", {"format": "doc", "target": "docx"})
