"""GX1xx: what there is to say about a file before its text is read.

Errors that leave no text at all (GX101 to GX109) are raised as :class:`~gxparse.errors.UnreadableSource` with the
same code; a limit that is reached (GX120 to GX129) is a diagnostic, and what was read up to there stays.
"""

from __future__ import annotations

from gxparse.diagnostics.catalogue import Entry, register
from gxparse.diagnostics.model import Severity

# --- not readable at all -----------------------------------------------------------------------------------------

UNKNOWN_FORMAT = register(
    Entry(
        "GX101",
        "unknown-format",
        Severity.ERROR,
        zh="无法读取：文件内容是{found}，不是可以读取的报告格式",
        en="cannot read this: the content is {found}, which is no format that reports are read from",
        hint_zh="请另存为 Word（.docx）、网页（.html）、PDF、表格（.xlsx）或纯文本后再试",
        hint_en="save it as Word (.docx), web page (.html), PDF, spreadsheet (.xlsx) or plain text",
        doc_zh="格式由内容而不是扩展名判断。图片、压缩包、程序等不含文字的文件一律拒绝，不作猜测。",
        doc_en="The format is told from the content, never from the suffix. Pictures, archives, programs and other "
        "files that hold no text are refused; nothing is guessed from them.",
    )
)

ENCRYPTED_FILE = register(
    Entry(
        "GX102",
        "encrypted-file",
        Severity.ERROR,
        zh="无法读取：文件已加密（{format}）",
        en="cannot read this: the file is encrypted ({format})",
        hint_zh="请用原软件打开，去掉打开密码后另存",
        hint_en="open it in its own program and save it without a password",
        doc_zh="设有打开密码的文件只有持有密码的人可以读取。gxparse 不尝试任何密码。",
        doc_en="A file with a password to open can be read only by those who hold it. No password is ever tried.",
    )
)

DAMAGED_FILE = register(
    Entry(
        "GX103",
        "damaged-file",
        Severity.ERROR,
        zh="无法读取：{format} 文件已损坏或不完整（{detail}）",
        en="cannot read this: the {format} file is damaged or cut short ({detail})",
        hint_zh="请重新下载，或用原软件打开后另存",
        hint_en="download it again, or open it in its own program and save it anew",
        doc_zh="文件结构不完整时不读取其中任何部分：缺了一半的表格会被误认为另一份报告。",
        doc_en="Nothing is read from a file whose structure is broken: half a table would look like another report.",
    )
)

# --- text and its encoding ---------------------------------------------------------------------------------------

LEGACY_ENCODING = register(
    Entry(
        "GX110",
        "legacy-encoding",
        Severity.NOTE,
        zh="文本不是 UTF-8，按 {encoding} 读取",
        en="the text is not UTF-8 and was read as {encoding}",
        hint_zh="若出现乱码，请另存为 UTF-8",
        hint_en="if characters look wrong, save the file as UTF-8",
        doc_zh="没有 BOM 又不是 UTF-8 的文本按 GB18030（GBK、GB2312 的超集）读取；两字节交替出现 NUL 的按 UTF-16 读取。",
        doc_en="Text without a byte order mark that is not UTF-8 is read as GB18030, which includes GBK and GB2312; "
        "text in which every second byte is NUL as UTF-16.",
    )
)

UNDECODABLE_BYTES = register(
    Entry(
        "GX111",
        "undecodable-bytes",
        Severity.ERROR,
        zh="有 {count} 处字节按 {encoding} 无法解码，已代以“\ufffd”（首处在第 {offset} 字节：{bytes}）",
        en="{count} places cannot be decoded as {encoding} and stand as U+FFFD (the first at byte {offset}: {bytes})",
        hint_zh="请核对原文件的编码；含有“\ufffd”的数字不会被读取",
        hint_en="look at the encoding of the file; a figure with U+FFFD in it is not read",
        doc_zh="无法解码的字节从不悄悄丢弃：每一处在文本中留下一个“\ufffd”，并在此计数。",
        doc_en="Bytes that cannot be decoded are never dropped in silence: each place leaves one U+FFFD in the text "
        "and is counted here.",
    )
)

CONTROL_CHARACTERS = register(
    Entry(
        "GX112",
        "control-characters",
        Severity.NOTE,
        zh="文本中有 {count} 个控制字符（首个为 {first}）",
        en="the text holds {count} control characters (the first is {first})",
        doc_zh="NUL 等控制字符保留在原处，不影响其他字符的位置。",
        doc_en="NUL and other control characters stay where they are, so that offsets still point into the input.",
    )
)

WRONG_SUFFIX = register(
    Entry(
        "GX113",
        "wrong-suffix",
        Severity.NOTE,
        zh="扩展名是 {suffix}，内容却是 {format}，按内容读取",
        en="the suffix is {suffix} but the content is {format}; the content decides",
        doc_zh="格式由内容判断。许多网站把网页另存为 .doc，把 .docx 改名为 .wps。",
        doc_en="The format is told from the content: many sites save web pages as .doc, or rename .docx to .wps.",
    )
)

TWO_FORMATS = register(
    Entry(
        "GX114",
        "two-formats",
        Severity.WARNING,
        zh="文件同时是 {format} 和 {other}，按 {format} 读取",
        en="the file is {format} and {other} at the same time; it was read as {format}",
        hint_zh="请核对文件来源",
        hint_en="look at where the file came from",
        doc_zh="一个文件可以同时是两种格式，不同软件打开看到的内容不同。以文件开头的格式为准。",
        doc_en="A file can be two formats at once, and programs then differ in what they show. The format that the "
        "file begins with is read.",
    )
)

DECLARED_ENCODING = register(
    Entry(
        "GX115",
        "declared-encoding",
        Severity.NOTE,
        zh="网页声明的编码是 {declared}，内容却是 {encoding}，按内容读取",
        en="the page declares {declared} but is {encoding}; the content decides",
        doc_zh="网页头部声明的编码与实际内容不符时，声明的编码解不出合法文字，或者内容另有明确的标记，因此以内容为准。",
        doc_en="Where the encoding that a page declares does not decode its content, or the content is marked "
        "otherwise, the content decides.",
    )
)

# --- limits --------------------------------------------------------------------------------------------------------

FILE_TOO_LARGE = register(
    Entry(
        "GX120",
        "file-too-large",
        Severity.ERROR,
        zh="文件有 {size} 字节，超过上限 {limit}，未读取",
        en="the file has {size} bytes, more than the limit of {limit}; it was not read",
        hint_zh="确实需要时可提高 Limits.file_bytes",
        hint_en="raise Limits.file_bytes if this is meant",
        doc_zh="上限用来防止超大文件耗尽内存，远高于任何真实报告。超过上限的文件完全不读取，不会只读一部分。",
        doc_en="The limit keeps a huge file from using up the memory and lies far above any real report. A file "
        "beyond it is not read at all, rather than in part.",
    )
)

TEXT_TOO_LONG = register(
    Entry(
        "GX121",
        "text-too-long",
        Severity.ERROR,
        zh="文本超过 {limit} 个字符，其后的内容未读取",
        en="the text is longer than {limit} characters; what follows was not read",
        hint_zh="确实需要时可提高 Limits.text_chars",
        hint_en="raise Limits.text_chars if this is meant",
        doc_zh="上限远高于任何真实报告的长度。超出部分不读取；未读部分中的表格按“没有这张表”处理，不作 0。",
        doc_en="The limit lies far above the length of any real report. What is beyond it is not read; tables in "
        "it count as absent, never as 0.",
    )
)

ARCHIVE_TOO_LARGE = register(
    Entry(
        "GX122",
        "archive-too-large",
        Severity.ERROR,
        zh="压缩包超过上限 {limit}（{what}），未读取",
        en="the archive goes over the limit {limit} ({what}); it was not read",
        hint_zh="这样的文件通常是恶意构造的；确认无误可提高对应的上限",
        hint_en="such a file is most likely made to do harm; raise the limit if you know better",
        doc_zh="docx、xlsx 等是压缩包。成员数、解压后大小、压缩比在解压之前和解压之中检查。",
        doc_en="Word and Excel files are archives. Their number of members, unpacked size and compression ratio are "
        "checked before and while they are unpacked.",
    )
)

NESTED_TOO_DEEP = register(
    Entry(
        "GX123",
        "nested-too-deep",
        Severity.ERROR,
        zh="元素嵌套超过 {limit} 层，更深的内容未读取",
        en="elements are nested deeper than {limit} levels; what lies deeper was not read",
        doc_zh="嵌套过深的元素通常是恶意构造的。更深处的文字不读取，其余部分照常读取。",
        doc_en="Elements nested this deeply are most likely made to do harm. Text deeper inside is not read; the "
        "rest is read as usual.",
    )
)

SPAN_CLAMPED = register(
    Entry(
        "GX124",
        "span-clamped",
        Severity.WARNING,
        zh="有 {count} 个单元格的合并范围超出表格或上限，已截短（首个为 {span}）",
        en="{count} cells span more than the table or the limit allows and were cut (the first spans {span})",
        hint_zh="请核对该单元格在原文件中的位置",
        hint_en="look at the cell in the file",
        doc_zh="HTML 标准规定列合并不超过 1000、行合并不超过 65534；行合并止于所在的行组。",
        doc_en="The HTML standard allows at most 1000 columns and 65534 rows, and a cell never reaches beyond its "
        "group of rows.",
    )
)

TABLE_TOO_LARGE = register(
    Entry(
        "GX125",
        "table-too-large",
        Severity.ERROR,
        zh="表格展开后超过 {limit} 个单元格，其后的行未读取（首个是第 {table} 个表格）",
        en="a table has more than {limit} cells when laid out; the rows behind were not read (the first is table {table})",
        hint_zh="确实需要时可提高 Limits.grid_cells",
        hint_en="raise Limits.grid_cells if this is meant",
        doc_zh="合并单元格可以用很少的字节声明极大的表格。展开后超过上限的行不读取，已读取的行照常使用。",
        doc_en="Merged cells can declare an enormous table in few bytes. Rows beyond the limit are not read; those"
        " before it are used as usual.",
    )
)

TOO_MANY_TABLES = register(
    Entry(
        "GX126",
        "too-many-tables",
        Severity.ERROR,
        zh="文件中的表格超过 {limit} 个，其后的表格未读取",
        en="there are more than {limit} tables; those behind were not read",
        doc_zh="一份年度报告只有几张表格。超过上限的表格不读取，其中的数字按缺失处理。",
        doc_en="An annual report has a few tables. Tables beyond the limit are not read, and figures in them count"
        " as missing.",
    )
)

TOO_MANY_TAGS = register(
    Entry(
        "GX127",
        "too-many-tags",
        Severity.ERROR,
        zh="标签超过 {limit} 个，其后的内容未读取",
        en="there are more than {limit} tags; what follows was not read",
        hint_zh="确实需要时可提高 Limits.tags",
        hint_en="raise Limits.tags if this is meant",
        doc_zh="上限用来保证读取时间与文件大小成正比。超过上限之后的内容不读取。",
        doc_en="The limit keeps the time of reading in proportion to the size of the file. What follows is not read.",
    )
)

DEEPLY_NESTED = register(
    Entry(
        "GX128",
        "deeply-nested",
        Severity.NOTE,
        zh="网页元素嵌套 {depth} 层，文字已全部读取",
        en="elements of the page are nested {depth} levels deep; all text was read",
        doc_zh="网页嵌套很深，但没有超过上限，文字全部读到。多为编辑器反复套用格式所致。",
        doc_en="The page is nested deeply but within the limit, and all of its text was read. Editors that wrap "
        "formats again and again make such pages.",
    )
)

TOO_MANY_DIAGNOSTICS = register(
    Entry(
        "GX129",
        "too-many-diagnostics",
        Severity.WARNING,
        zh="另有 {count} 条读取提示未列出（上限 {limit}）",
        en="{count} more findings on the source are not listed (limit {limit})",
        doc_zh="同一文件的读取提示过多时只列出前面一部分。条数本身就说明该文件异常。",
        doc_en="Only the first of very many remarks on one source are listed. Their number alone says that "
        "something is wrong with the file.",
    )
)

# --- what a reader leaves out or writes out ------------------------------------------------------------------------

TRACKED_CHANGES = register(
    Entry(
        "GX130",
        "tracked-changes",
        Severity.NOTE,
        zh="文件中有未接受的修订：{insertions} 处插入按已接受读取，{deletions} 处删除未读取",
        en="there are tracked changes: {insertions} insertions were read, {deletions} deletions were left out",
        hint_zh="发布前请接受或拒绝全部修订",
        hint_en="accept or reject all changes before publishing",
        doc_zh="修订按“全部接受”读取：插入和移入的内容保留，删除和移出的内容去掉。",
        doc_en="Changes are read as if all were accepted: inserted text is kept, deleted text left out.",
    )
)

HIDDEN_TEXT = register(
    Entry(
        "GX131",
        "hidden-text",
        Severity.NOTE,
        zh="有 {count} 处隐藏内容未读取（首处为“{text}”）",
        en="{count} pieces of hidden text were left out (the first is {text})",
        hint_zh="若应当公开，请取消隐藏",
        hint_en="make it visible if it is meant to be read",
        doc_zh="读者看不到的内容不读取：Word 的隐藏文字和隐藏行、网页中 display:none 的元素、表格中隐藏的行列和工作表、被合并单元格盖住的内容。",
        doc_en="What a reader cannot see is not read: hidden text and rows of Word, elements with display:none in web "
        "pages, hidden rows, columns and sheets of spreadsheets, and what a merged cell covers.",
    )
)

AUTOMATIC_NUMBERS = register(
    Entry(
        "GX132",
        "automatic-numbers",
        Severity.NOTE,
        zh="有 {count} 个段落的编号由自动编号生成，已按显示写出（首个为“{text}”）",
        en="{count} paragraphs are numbered automatically; the numbers were written out (the first is {text})",
        doc_zh="Word 的自动编号不在正文文字中。编号按 numbering.xml 的定义推算，与 Word 显示的一致。",
        doc_en="Automatic numbers of Word do not stand in its text. They are worked out as Word shows them.",
    )
)

UNKNOWN_NUMBERS = register(
    Entry(
        "GX133",
        "unknown-numbers",
        Severity.WARNING,
        zh="有 {count} 个段落的自动编号样式 {format} 无法写出，编号缺失",
        en="{count} paragraphs have automatic numbers of the kind {format}, which were not written out",
        hint_zh="请核对这些段落的编号",
        hint_en="look at the numbers of these paragraphs",
        doc_zh="Word 的自动编号不是文字，要按样式推算。少见的样式无法推算，对应段落读作没有编号，可能影响对章节标题的识别。",
        doc_en="Automatic numbers of Word are no text and are worked out from their style. Rare styles cannot be, "
        "and their paragraphs are read without a number, which may keep a section heading from being "
        "recognised.",
    )
)

OVERLAPPING_CELLS = register(
    Entry(
        "GX134",
        "overlapping-cells",
        Severity.WARNING,
        zh="有 {count} 个单元格与上方合并单元格重叠（首个在 {address}）",
        en="{count} cells overlap a merged cell above (the first at {address})",
        hint_zh="请核对表格的合并单元格",
        hint_en="look at the merged cells of the table",
        doc_zh="HTML 标准称之为表格模型错误，浏览器各行其是。重叠处归上方的单元格，文字都保留。",
        doc_en="The HTML standard calls this a table model error. The cell from above keeps the position; no text is "
        "lost.",
    )
)

NESTED_TABLE = register(
    Entry(
        "GX135",
        "nested-table",
        Severity.WARNING,
        zh="有 {count} 个单元格内还有表格，其内容按行并入该单元格（首个在 {address}）",
        en="{count} cells hold a table of their own; its text became lines of the cell (the first at {address})",
        hint_zh="请核对该单元格",
        hint_en="look at the cell",
        doc_zh="单元格内再套表格时，内层表格的各格按行并入外层单元格，避免丢失文字；其中的数字通常不能确定位置。",
        doc_en="Where a cell holds a table, the cells of the inner one become lines of the outer cell, so that no "
        "text is lost; figures in it usually cannot be placed.",
    )
)

PICTURE_IN_CELL = register(
    Entry(
        "GX136",
        "picture-in-cell",
        Severity.WARNING,
        zh="有 {count} 个单元格只有图片，没有文字（首个在 {address}）",
        en="{count} cells hold a picture and no text (the first at {address})",
        hint_zh="图片中的数字无法读取，请改为文字",
        hint_en="figures in pictures cannot be read; write them as text",
        doc_zh="图片中的文字不作识别：识别结果可能有误，而错误的数字比缺失的数字危害更大。",
        doc_en="Text in pictures is not recognised: recognition errs, and a wrong figure does more harm than a "
        "missing one.",
    )
)

PART_NOT_READ = register(
    Entry(
        "GX137",
        "part-not-read",
        Severity.WARNING,
        zh="文件中的 {part} 未读取（{detail}）",
        en="{part} of the file was not read ({detail})",
        hint_zh="请用原软件打开核对",
        hint_en="open the file in its own program and look",
        doc_zh="文件由若干部分组成，其中一部分损坏或超过上限，没有读取；其余部分照常读取。",
        doc_en="A file consists of parts, and one of them is damaged or beyond a limit and was not read; the "
        "others were read as usual.",
    )
)

NUMBER_FORMAT = register(
    Entry(
        "GX138",
        "number-format",
        Severity.WARNING,
        zh="有 {count} 个单元格的数字格式 {format} 使显示的数值与存储值 {text} 不同（首个在 {address}）",
        en="{count} cells have the number format {format}, which shows another figure than the stored {text} (the "
        "first at {address})",
        hint_zh="请核对表格中显示的数值和单位",
        hint_en="look at the figure and the unit that the spreadsheet shows",
        doc_zh="数字格式会四舍五入，也可以按千、按万缩放。只是四舍五入的按存储值读取；缩放的放在方括号中，不作为数字读取。",
        doc_en="A number format rounds, and can scale by thousands. A figure that is only rounded is read as stored; one "
        "that is scaled is put in brackets and not read.",
    )
)

FORMULA_WITHOUT_VALUE = register(
    Entry(
        "GX139",
        "formula-without-value",
        Severity.ERROR,
        zh="有 {count} 个单元格只有公式而没有计算结果（首个在 {address}）",
        en="{count} cells hold a formula without a result (the first at {address})",
        hint_zh="请用表格软件打开并保存一次，使公式得到计算结果",
        hint_en="open and save the file in a spreadsheet program, so that formulas get their results",
        doc_zh="gxparse 不计算公式，只读取保存在文件中的结果。由程序生成、从未打开过的文件没有结果。",
        doc_en="Formulas are never computed; the stored result is read. Files made by programs and never opened have "
        "none.",
    )
)

STRUCK_TEXT = register(
    Entry(
        "GX140",
        "struck-text",
        Severity.NOTE,
        zh="有 {count} 处标为删除的文字未读取（首处为“{text}”）",
        en="{count} pieces of text that are marked as deleted were left out (the first is {text})",
        doc_zh="网页中 del 元素标出的文字已被作者删去。",
        doc_en="The element del of HTML marks text that its author took out.",
    )
)

ROW_TOO_LONG = register(
    Entry(
        "GX141",
        "row-too-long",
        Severity.ERROR,
        zh="有 {count} 行的单元格超过上限 {limit} 个，其后的单元格未读取",
        en="{count} rows have more than {limit} cells; the cells behind were not read",
        hint_zh="确实需要时可提高 Limits.row_cells",
        hint_en="raise Limits.row_cells if this is meant",
        doc_zh="法定表格每行至多十几个单元格。Word 97–2003 和 RTF 文件中超过上限的单元格不读取，已读取的照常使用。",
        doc_en="A row of the form has fifteen cells at most. In Word 97 to 2003 and Rich Text files cells beyond the limit are not "
        "read; those before them are used as usual.",
    )
)

STYLED_FIGURE = register(
    Entry(
        "GX142",
        "styled-figure",
        Severity.WARNING,
        zh="网页样式改变了 {count} 个单元格的显示内容（首个在 {address}），其中的数字未读取",
        en="styles of the page change what {count} cells show (the first at {address}); figures in them were not read",
        hint_zh="请在浏览器中打开网页核对",
        hint_en="open the page in a browser and look",
        doc_zh="样式表可以在单元格前后添加内容，也可以隐藏、移动或反转其内容。源代码中的数字这时不是读者看到的数字。样式之间如何取舍不作计算，因此也可能多拒绝几个数字。",
        doc_en="A style sheet can write before and behind the text of a cell, and hide, move or turn it. The figure in the source "
        "is then not the one that a reader sees. Which style wins is not worked out, so a figure may be refused that could have "
        "been read.",
    )
)
