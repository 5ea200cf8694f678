"""GX170 to GX199: what there is to say about a PDF, an old office file, or a reader in a process of its own."""

from __future__ import annotations

from gxparse.diagnostics.catalogue import Entry, register
from gxparse.diagnostics.model import Severity

# --- no text to be had -------------------------------------------------------------------------------------------

NO_PAGES = register(
    Entry(
        "GX170",
        "pdf-no-pages",
        Severity.ERROR,
        zh="无法读取：PDF 中没有页面",
        en="cannot read this: the PDF has no pages",
        hint_zh="请重新下载，或用原软件重新导出",
        hint_en="download it again, or export it anew",
        doc_zh="文件有 PDF 的外壳而没有任何页面，多半是下载不完整。",
        doc_en="The file looks like a PDF but holds no page; most likely the download broke off.",
    )
)

NO_TEXT_AT_ALL = register(
    Entry(
        "GX171",
        "pdf-no-text",
        Severity.ERROR,
        zh="无法读取：PDF 的 {pages} 页都没有文字层（扫描件或图片）",
        en="cannot read this: none of the {pages} pages has a text layer (scans or pictures)",
        hint_zh="请向发布单位索取可复制文字的版本，或先用文字识别软件处理并逐格核对",
        hint_en="ask for a version with text, or run recognition of characters first and check each cell",
        doc_zh="页面只有图像，没有可读取的文字。gxparse 不内置文字识别：识别结果是猜测，而数字不应猜测。"
        "有识别程序的可以交给 gxparse.read 的 recogniser 参数，见 docs/files.md。",
        doc_en="The pages are pictures without text. Recognition of characters is not built in, because its results are "
        "guesses; bring a program of your own as recogniser of gxparse.read, see docs/files.md.",
    )
)

PAGE_WITHOUT_TEXT = register(
    Entry(
        "GX172",
        "pdf-page-without-text",
        Severity.ERROR,
        zh="第 {page} 页没有文字层（扫描件或图片），未读取",
        en="page {page} has no text layer (a scan or a picture); it was not read",
        hint_zh="该页上的表格不会出现在结果中，请核对原文件",
        hint_en="tables on this page are missing from the result; look at the file",
        doc_zh="页面上有图像而没有文字，或只有页码。其他页照常读取。",
        doc_en="The page shows a picture and no text, or nothing but a page number. The other pages are read.",
    )
)

RECOGNISED_TEXT = register(
    Entry(
        "GX173",
        "pdf-recognised-text",
        Severity.WARNING,
        zh="第 {page} 页的文字是扫描件上不可见的识别结果，可能有误",
        en="the text of page {page} lies invisibly over a scan: it was recognised by a program and may be wrong",
        hint_zh="请对照图像逐格核对数字",
        hint_en="compare the figures with the picture",
        doc_zh="文字识别软件把结果以不可见文字放在扫描图像之上。数字照读，但无法保证与图像一致。",
        doc_en="Programs that recognise characters leave them invisibly over the scan. They are read as they stand, and may "
        "differ from what the picture shows.",
    )
)

UNMAPPED_GLYPHS = register(
    Entry(
        "GX174",
        "pdf-unmapped-glyphs",
        Severity.ERROR,
        zh="第 {page} 页有 {count} 个字形没有对应的字符，以“\ufffd”代替",
        en="page {page} has {count} glyphs whose characters the font does not tell; they stand as U+FFFD",
        hint_zh="含有“\ufffd”的数字不会被读取；请用原软件重新导出",
        hint_en="a figure with U+FFFD in it is not read; export the file anew",
        doc_zh="嵌入的字体没有编码表，字形看得见而不知道是什么字。任何猜测都可能造出错误的数字。",
        doc_en="The embedded font has no table of characters: glyphs can be seen but not told. Any guess could make a wrong "
        "figure.",
    )
)

# --- limits ------------------------------------------------------------------------------------------------------

TOO_MANY_PAGES = register(
    Entry(
        "GX175",
        "pdf-too-many-pages",
        Severity.ERROR,
        zh="PDF 有 {count} 页，超过上限 {limit}，其后的页未读取",
        en="the PDF has {count} pages, more than the limit of {limit}; those behind were not read",
        hint_zh="确实需要时可提高 Limits.pages",
        hint_en="raise Limits.pages if this is meant",
        doc_zh="一份年度报告只有几页到几十页。超过上限的页不读取，其中的表格按“没有这张表”处理。",
        doc_en="An annual report has some pages, at most some dozens. Pages beyond the limit are not read, and "
        "tables on them count as absent.",
    )
)

DAMAGED_PAGE = register(
    Entry(
        "GX176",
        "pdf-damaged-page",
        Severity.ERROR,
        zh="第 {page} 页已损坏，未读取",
        en="page {page} is damaged; it was not read",
        hint_zh="请重新下载，或用原软件重新导出",
        hint_en="download the file again, or export it anew",
        doc_zh="该页的内容流无法解析，没有读取；其余各页照常读取。该页上的表格可能因此缺少若干行。",
        doc_en="The content of the page cannot be interpreted and was not read; the other pages were. Tables that "
        "run over the page may lack rows.",
    )
)

OVERFULL_PAGE = register(
    Entry(
        "GX177",
        "pdf-overfull-page",
        Severity.ERROR,
        zh="第 {page} 页的图形过多（{detail}），未读取",
        en="page {page} is drawn full of lines ({detail}); it was not read",
        hint_zh="报告的页面只有几百条线；请核对该页",
        hint_en="a page of a report has some hundreds of lines; look at it",
        doc_zh="表格由线条得出；线条多到无法逐一比较时，整页不读，以免只读出半张表。",
        doc_en="Tables are found by their lines. Where there are too many to compare, the page is left out whole, because "
        "half a table would look like another report.",
    )
)

# --- repairs and doubts -------------------------------------------------------------------------------------------

WRAPPED_FIGURE = register(
    Entry(
        "GX178",
        "pdf-wrapped-figure",
        Severity.NOTE,
        zh="第 {page} 页单元格内折行的数字已接合为“{figure}”",
        en="a number that was wrapped in its cell on page {page} was put together: {figure}",
        hint_zh="窄列会把一个数字折成两行；请核对原页",
        hint_en="a narrow column wraps a number over two lines; compare the page",
        doc_zh="列宽容不下整个数字时，软件把它折成几行。只有前一行确实容不下下一个数字时才接合；否则换行保留，该格不作数字读取。",
        doc_en="Where a column is too narrow, programs wrap a number. It is put together only if the line had no room for "
        "the next digit; otherwise the line break stays and the cell is not read as a figure.",
    )
)

CUT_ROW = register(
    Entry(
        "GX179",
        "pdf-cut-row",
        Severity.NOTE,
        zh="表格中一行在第 {page} 页之前被分页切断，已接合",
        en="a table row that was cut by the page end before page {page} was put together",
        hint_zh="请核对该行跨页的数字",
        hint_en="compare the figures of that row on both pages",
        doc_zh="浏览器分页时单元格在页末没有下边线、次页没有上边线；或次页的行没有行名，而数字恰好接在上一页折行之后。",
        doc_en="A browser leaves the cells of a broken row open at the page end and at the next page's beginning; or the row on "
        "the next page has no label and goes on with numbers that were wrapped on the page before.",
    )
)

CUT_ROW_GUESSED = register(
    Entry(
        "GX180",
        "pdf-cut-row-guessed",
        Severity.WARNING,
        zh="表格中一行可能在第 {page} 页之前被分页切断，已按一行接合",
        en="a table row was probably cut by the page end before page {page}; its halves were read as one row",
        hint_zh="请对照两页核对该行",
        hint_en="compare the row on both pages",
        doc_zh="次页首行没有行名，或其内容都像上一行的后半，但没有确证。接不上的数字保留换行，不作数字读取。",
        doc_en="The first row of the next page has no label, or all of it looks like the rest of the row before, without proof. "
        "Numbers that do not join keep their line break and are not read as figures.",
    )
)

OPEN_OUTLINE = register(
    Entry(
        "GX181",
        "pdf-open-outline",
        Severity.WARNING,
        zh="第 {page} 页的表格 {table} 有 {count} 个单元格的边线不闭合，已按矩形划分",
        en="table {table} on page {page} has {count} cells without a closed outline; they were cut into rectangles",
        hint_zh="请核对该表格缺少的边线",
        hint_en="look for missing lines of the table",
        doc_zh="表格缺少部分边线时，按相邻边线的延长线划分单元格。数字所在的格可能因此与原意不同，所以提示核对。",
        doc_en="Where rules are missing, cells are cut along the extension of those around. A figure may then "
        "stand in another cell than was meant, hence this warning.",
    )
)

TEXT_OVER_RULE = register(
    Entry(
        "GX182",
        "pdf-text-over-rule",
        Severity.WARNING,
        zh="第 {page} 页的“{text}”压在单元格边线上，按其主要部分所在的格读取",
        en="“{text}” on page {page} stands on a ruling line; it was read into the cell that holds most of it",
        hint_zh="请核对这个数字属于哪一格",
        hint_en="look which cell it belongs to",
        doc_zh="一次画出的文字越过了格线，说明内容超出单元格。整个词归入占大部分的一格，不在格线处拆开。",
        doc_en="Text drawn in one go crosses a ruling line because it is too long for its cell. The word is kept whole and "
        "given to the cell that holds most of it.",
    )
)

NO_RULING_LINES = register(
    Entry(
        "GX183",
        "pdf-no-ruling-lines",
        Severity.NOTE,
        zh="PDF 中没有表格线，文字按页面位置分列读取",
        en="the PDF has no ruling lines; its text was read in columns by position",
        hint_zh="没有表格线时空白格难以辨认，请核对各列",
        hint_en="without lines blank cells are hard to tell; compare the columns",
        doc_zh="没有表格线的 PDF 只能按文字在页面上的位置分列，并以表头位置和勾稽关系核验；不能确定的数字不采用。",
        doc_en="Without ruling lines, columns are found by the position of the text and confirmed by the header "
        "and the sums; figures that stay uncertain are not used.",
    )
)

FORM_FIELDS = register(
    Entry(
        "GX184",
        "pdf-form-fields",
        Severity.WARNING,
        zh="PDF 含有可填写的表单域，域中的内容未读取",
        en="the PDF has fields to fill in; what was filled in was not read",
        hint_zh="请打印为新的 PDF 后再试",
        hint_en="print the file to a new PDF and try again",
        doc_zh="表单域中的内容不属于页面文字，可以由阅读者改动，因此不读取。",
        doc_en="What is filled into form fields is no text of the page and can be changed by whoever reads it, so "
        "it is not read.",
    )
)

RUNNING_HEAD = register(
    Entry(
        "GX185",
        "pdf-running-head",
        Severity.NOTE,
        zh="页眉、页脚或页码“{text}”不属于正文，已略去（{count} 处，首见于第 {page} 页）",
        en="a running head or page number was left out: “{text}” ({count} times, first on page {page})",
        doc_zh="只有位于页边、不在表格内、并且逐页递增或在多数页的同一高度重复的行才会略去。",
        doc_en="A line is left out only at the edge of a page, outside of tables, and if it counts the pages or comes again at the "
        "same height on most pages.",
    )
)

SLANTED_TEXT = register(
    Entry(
        "GX186",
        "pdf-slanted-text",
        Severity.NOTE,
        zh="第 {page} 页斜置的文字（水印）已略去：“{text}”",
        en="slanted text (a watermark) was left out on page {page}: “{text}”",
        doc_zh="斜置的文字通常是水印，例如“征求意见稿”。它与表格重叠会打乱数字，因此略去并在此列出。与正文一般大小的几个斜置数字可能是某个数字的一部分，"
        "该数字不读取。",
        doc_en="Slanted text is usually a watermark such as 征求意见稿. Lying over a table it would mix with the "
        "figures, so it is left out and named here. A few slanted digits as large as the text may be part of a figure, "
        "which is then not read.",
    )
)

TEXT_OUTSIDE = register(
    Entry(
        "GX187",
        "pdf-text-outside",
        Severity.NOTE,
        zh="第 {page} 页有 {count} 个字符位于可见页面之外，已略去",
        en="{count} characters outside of the visible page {page} were left out",
        doc_zh="裁切后的页面之外的文字打印时看不到，不属于报告。",
        doc_en="Text outside of the cropped page is not seen when printed and is no part of the report.",
    )
)

TABLE_CUT_OFF = register(
    Entry(
        "GX188",
        "pdf-table-cut-off",
        Severity.ERROR,
        zh="第 {page} 页的表格 {table} 超出页面，{count} 个单元格显示不全，不作数字读取",
        en="table {table} runs off page {page}: {count} cells are not shown whole and are not read as figures",
        hint_zh="请缩小表格或改用横向页面重新导出",
        hint_en="make the table narrower or the page wider, and export it anew",
        doc_zh="超出页面的列只印出一部分，余下的数字不在文件中：“1132”可能只剩“1”。这些格的文字后加“\ufffd”，以免被当作完整的数字。",
        doc_en="Of a column that runs off the page only a part is printed; the rest of its figures is not in the file, and 1132 may be "
        "left as 1. The text of such cells ends with U+FFFD, so that no figure is read from it.",
    )
)

UNDRAWN_TEXT = register(
    Entry(
        "GX189",
        "pdf-undrawn-text",
        Severity.WARNING,
        zh="第 {page} 页有 {count} 处文字的字体未嵌入文件，本机也没有，未能读取",
        en="{count} texts on page {page} were not read: their font is neither in the file nor on this machine",
        hint_zh="请安装中文字体后再读，或导出时嵌入字体；这些位置的空白格未必是空白",
        hint_en="install Chinese fonts, or export the file with its fonts; a cell that seems blank there may not be",
        doc_zh="字体没有嵌入、本机又没有对应字形时，单个字符可能读不出来。用空格排版的文件也可能出现本提示。",
        doc_en="Where a font is not embedded and the machine has no glyphs for it, characters that stand alone give no text. A "
        "file that draws spaces one by one may be reported as well.",
    )
)

# --- a reader in a process of its own ------------------------------------------------------------------------------

OUT_OF_TIME = register(
    Entry(
        "GX190",
        "isolated-out-of-time",
        Severity.ERROR,
        zh="读取 {format} 文件超过 {seconds} 秒，已终止",
        en="reading the {format} file took more than {seconds} seconds and was stopped",
        hint_zh="这样的文件通常已损坏或是恶意构造的；确认无误可提高 Limits.seconds",
        hint_en="such a file is most likely damaged or made to do harm; raise Limits.seconds if you know better",
        doc_zh="来历不明的文件在单独的进程中读取，时间和内存都有上限，到限即终止，不影响其他文件。",
        doc_en="Files of unknown origin are read in a process of their own whose time and memory are limited; reaching a limit "
        "ends that process and nothing else.",
    )
)

OUT_OF_MEMORY = register(
    Entry(
        "GX191",
        "isolated-out-of-memory",
        Severity.ERROR,
        zh="读取 {format} 文件所需内存超过上限 {limit} 字节，已终止",
        en="reading the {format} file needed more memory than the limit of {limit} bytes and was stopped",
        hint_zh="这样的文件通常已损坏或是恶意构造的；确认无误可提高 Limits.memory_bytes",
        hint_en="such a file is most likely damaged or made to do harm; raise Limits.memory_bytes if you know better",
        doc_zh="上限只计读取该文件所用的内存，不含程序本身和文件自身的大小。",
        doc_en="The limit counts what reading takes, beyond the program itself and the bytes of the file.",
    )
)

READER_CRASHED = register(
    Entry(
        "GX192",
        "isolated-crash",
        Severity.ERROR,
        zh="读取 {format} 文件的进程异常退出（{how}），未读取",
        en="the process that read the {format} file ended abnormally ({how}); nothing was read",
        hint_zh="请用原软件重新导出该文件",
        hint_en="export the file anew with its own program",
        doc_zh="文件使底层读取程序崩溃或耗尽内存。因为在单独的进程中读取，其他文件不受影响。",
        doc_en="The file made the library that reads it crash or run out of memory. Since it ran in a process of its own, "
        "nothing else is affected.",
    )
)

# --- formats that an office program converts ------------------------------------------------------------------------

OFFICE_MISSING = register(
    Entry(
        "GX193",
        "office-missing",
        Severity.ERROR,
        zh="无法读取：{format} 格式需要 LibreOffice 转换，而本机没有安装",
        en="cannot read this: the format {format} has to be converted by LibreOffice, which is not installed",
        hint_zh="请用 Word 或 WPS 打开，另存为 .{target} 后再试；或安装 LibreOffice",
        hint_en="open it in Word or WPS and save it as .{target}, or install LibreOffice",
        doc_zh="Word 97 至 2003 的 .doc 和 WPS 的同类文件可以直接读取；更早的版本只能由办公软件打开。",
        doc_en="Files of Word 97 to 2003, and those that WPS writes, are read directly. Older ones open in office programs only.",
    )
)

NOT_CONVERTED = register(
    Entry(
        "GX194",
        "office-not-converted",
        Severity.ERROR,
        zh="无法读取：LibreOffice 打不开这个 {format} 文件",
        en="cannot read this: LibreOffice does not open this {format} file",
        hint_zh="请用 Word 或 WPS 打开，另存为 .docx 后再试",
        hint_en="open it in Word or WPS and save it as .docx",
        doc_zh="旧格式文件要先由本机的 LibreOffice 转换。转换失败时不猜测内容，整份文件按不能读取处理。",
        doc_en="Files of older formats are first converted by LibreOffice on this machine. Where that fails "
        "nothing is guessed and the file counts as unreadable.",
    )
)

CONVERTED = register(
    Entry(
        "GX195",
        "office-converted",
        Severity.NOTE,
        zh="{format} 文件由 LibreOffice 转换后读取，位置指转换后的文件",
        en="the {format} file was converted by LibreOffice; places are those in the converted file",
        doc_zh="旧格式文件由本机的 LibreOffice 转换为 Word 文件后读取，因此位置（表、行、列、段）指转换后的文件。",
        doc_en="Files of older formats are converted by LibreOffice on this machine and then read, so that places "
        "(table, row, column, paragraph) are those of the converted file.",
    )
)

RECOGNISED_PAGE = register(
    Entry(
        "GX196",
        "pdf-recognised-page",
        Severity.WARNING,
        zh="第 {page} 页是图像，文字（{count} 处）由调用者提供的识别程序给出，可能有误",
        en="page {page} is a picture; its text ({count} words) is what the given recogniser saw, and may be wrong",
        hint_zh="请对照图像逐格核对数字",
        hint_en="compare the figures with the picture",
        doc_zh="识别程序由 gxparse.read 的 recogniser 参数给出。识别所得的数字在来源记录（origin）的 repairs 中标为 recognised。",
        doc_en="The program was given to gxparse.read as recogniser. Figures that came from it are marked as recognised among "
        "the repairs of their origin.",
    )
)

LAID_OVER = register(
    Entry(
        "GX197",
        "pdf-laid-over",
        Severity.WARNING,
        zh="第 {page} 页有 {count} 处用 PDF 编辑软件加注的删除线、涂改或文字，其内容未读取，被它盖住的数字不采用",
        en="{count} marks of a PDF editor strike out or write over text on page {page}; what they say was not read, and no figure "
        "below them is used",
        hint_zh="请在原文件中改正后重新导出，或对照页面核对",
        hint_en="correct the report in its own program and export it anew, or compare the page",
        doc_zh="PDF 编辑软件的批注浮在页面之上，页面原文不变：划去的数字仍在文件中，补写的数字却不属于页面文字。",
        doc_en="Annotations lie on top of a page and leave its text as it was: a figure that was struck out is still in the file, and "
        "one that was typed over it is no text of the page.",
    )
)
