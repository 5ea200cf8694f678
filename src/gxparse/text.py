"""Normal forms of text, for comparing only.

Nothing here is ever stored: what a report says is kept as printed, and these functions answer whether two printed
texts mean the same label. All tables map one character to at most one character, so that offsets into a
canonical text are offsets into the source.
"""

from __future__ import annotations

import functools
import re
import unicodedata

__all__ = ["canonical", "fold", "is_blank", "is_page_line", "is_page_mark", "page_ends", "skeleton"]

# --- one character for one character: what the grammars read -----------------------------------------------------

#: Other line breaks become a newline, invisible characters a space; nothing changes its place.
_CANONICAL = {
    0x0B: "\n",
    0x0C: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
    0x00: " ",
    0xFEFF: " ",
    0x200B: " ",
    0x200C: " ",
    0x200D: " ",
    0x2060: " ",
    0x00AD: " ",
    **dict.fromkeys(range(28, 32), " "),
}
_NEEDS_CANONICAL = re.compile("[\r" + "".join(map(chr, _CANONICAL)) + "]")
_FORM_FEED = re.compile("\f")
#: characters that nobody sees, inside a figure: it is one figure
_IN_FIGURE = re.compile("(?<=[0-9])[\ufeff\u200b-\u200d\u2060\u00ad](?=[0-9])")


def canonical(text: str) -> str:
    """*text* with every line break a newline and every invisible character a space, length unchanged.

    Between two digits an invisible character stays invisible: it parts no figure.

    >>> canonical("a\\r\\nb\\x0cc")
    'a \\nb\\nc'
    """
    if _NEEDS_CANONICAL.search(text) is None:
        return text
    # A lone CR is a line break of its own; before LF it is only padding.
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    return _IN_FIGURE.sub("\u2061", text).translate(_CANONICAL)


def page_ends(text: str) -> tuple[int, ...]:
    """Offsets of the form feeds of a text, which :func:`canonical` makes line breaks like others.

    >>> page_ends("a\\n\\x0cb")
    (2,)
    """
    return tuple([match.start() for match in _FORM_FEED.finditer(text)])


# --- folding ----------------------------------------------------------------------------------------------------

#: Radicals of the block U+2E80 that programs print for the character; NFKC leaves them alone.
_RADICALS = dict(
    zip(
        "⺁⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺓⺔⺕⺖⺗⺘⺙⺛⺝⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺴⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
        "厂亻冂刀刂卜巳小小兀尢尢幺彐彑忄忄扌攵旡月母民氵氺灬爪爪丬牛犭王疋目示礻竹糸纟网罒羊羊羊羋老聿聿肉臼艹艹艹虎衤西西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食饣首马骨鬼鱼鸟卤麦黄黾齐齿龙龟龟",
        strict=True,
    )
)
#: Kangxi radicals that NFKC turns into a traditional or variant form.
_VARIANTS = dict(
    zip(
        "戶見車長門頁風飛馬魚鳥麥齊齒龍龜黃黽角貝韋鹵麻食靑淸歩",
        "户见车长门页风飞马鱼鸟麦齐齿龙龟黄黾角贝韦卤麻食青清步",
        strict=True,
    )
)
#: Traditional characters of the statutory labels and headings, and of the common words around them.
_TRADITIONAL = dict(
    zip(
        "體況問時間編數規項條處強徵總計報領據會關國際業務專門構員單縣鎮鄉區長個開辦當處於與為從來後機訴訟複復議維護結糾審轉續繼績證實際現製發廢強購採購額萬"
        "請確認獲權益內屬類過並應該無對帶領導響徵詢週匯總產資參選舉辦紀錄覽閱讀書畫廣場電視臺網絡絡約統說話記載執補齊稅檔衛應"
        "達進運還連遲遞適選遺邊鄧鄰醫釋錢鐵銷錄險隨隱隊陽陰陳陸難雖離雙雜靈靜韓頂順預領頻題願顯類風飛飯飲館駐驗驚魚鳥麥黃齊齒龍龜"
        "嚴許項罰費歸檢結轉訪舉訴複諮詢請繳納費現紙範圍務農藝衛視檔優勢勞動勝勵勤區協單華單壓厲參號嗎國圖團園圓聖場壞壯聲處備夠夢夾奮婦媽嬰學孫寧實審寫寬寶將專尋對導屆層屬岡島幣師帶幫幹庫廁廂廈廠廣廳強彈彎彙徑從復懷態慶應懲戰戲戶拋挾捨掃掛採揀換揮損搖擁擇擊擔據擴攝擺",
        "体况问时间编数规项条处强征总计报领据会关国际业务专门构员单县镇乡区长个开办当处于与为从来后机诉讼复复议维护结纠审转续继绩证实际现制发废强购采购额万"
        "请确认获权益内属类过并应该无对带领导响征询周汇总产资参选举办纪录览阅读书画广场电视台网络络约统说话记载执补齐税档卫应"
        "达进运还连迟递适选遗边邓邻医释钱铁销录险随隐队阳阴陈陆难虽离双杂灵静韩顶顺预领频题愿显类风飞饭饮馆驻验惊鱼鸟麦黄齐齿龙龟"
        "严许项罚费归检结转访举诉复咨询请缴纳费现纸范围务农艺卫视档优势劳动胜励勤区协单华单压厉参号吗国图团园圆圣场坏壮声处备够梦夹奋妇妈婴学孙宁实审写宽宝将专寻对导届层属冈岛币师带帮干库厕厢厦厂广厅强弹弯汇径从复怀态庆应惩战戏户抛挟舍扫挂采拣换挥损摇拥择击担据扩摄摆",
        strict=True,
    )
)
_FOLD_ONE = {**_RADICALS, **_VARIANTS, **_TRADITIONAL}


class _FoldTable(dict[int, str]):
    """``str.translate`` table that folds each character when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character) if code >= 0x80 else character
        out = "".join(_FOLD_ONE.get(c, c) for c in folded if not (c.isspace() or unicodedata.category(c) in "CcCf"))
        if len(self) < 60_000:  # bounded: a hostile text can hold every code point once
            self[code] = out
        return out


_FOLD = _FoldTable()

#: ``數(shù)量``: a traditional character followed by its reading, left by a broken conversion.
_READING = re.compile(r"(?<=[^\W\d_])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]{1,7}\)")


def fold(text: str) -> str:
    """*text* for comparing: compatibility forms, radicals and traditional characters folded, white space gone.

    >>> fold("本年度 ⼈⺠數(shù)量（１）")
    '本年度人民数量(1)'
    """
    folded = text.translate(_FOLD)
    return _READING.sub("", folded) if "(" in folded else folded


_NOT_LETTER = re.compile(r"[^\w]|_")


@functools.lru_cache(maxsize=16384)
def skeleton(text: str) -> str:
    """The letters and digits of :func:`fold`, in lower case: labels are compared by this.

    >>> skeleton("3. 危及“三安全一稳定”") == skeleton("３、危及三安全 一稳定")
    True
    """
    return _NOT_LETTER.sub("", fold(text)).lower()


def is_blank(text: str) -> bool:
    """Whether *text* holds nothing but white space of any kind.

    >>> is_blank("\\u3000 \\xa0"), is_blank("0")
    (True, False)
    """
    return not text or text.isspace() or not text.translate(_FOLD)


# --- pages ------------------------------------------------------------------------------------------------------

#: - 3 -, -- 1 of 4 --, 第3页, P. 8, Page 8
_PAGE_MARK = re.compile(
    r"\s*(?:[-‐‑‒–—―−─－]+\s*(?:PAGE\s*)?\d{1,4}(?:\s*of\s*\d{1,4})?\s*[-‐‑‒–—―−─－]+|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?"
    r"|(?:P\.|Page)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?)\s*\Z",
    re.IGNORECASE,
)
#: what a page mark begins with
_MARKS_BEGIN = frozenset("-‐‑‒–—―−─－第Pp")


def is_page_mark(line: str) -> bool:
    """Whether a line is nothing but a page number in one of its usual dresses.

    >>> is_page_mark("- 4 -"), is_page_mark("4")
    (True, False)
    """
    line = line.strip()
    return line[:1] in _MARKS_BEGIN and len(line) < 40 and _PAGE_MARK.match(line) is not None


#: what stands alone on a line of prose: - 4 -, -  -, -- 1 of 4 --, 第 3 页 共 5 页, Page 4 - 某某年报, 3 / 12
_PAGE_LINE = re.compile(
    r"[-—–－_·.\s]*(?:"
    r"[-—–－]\s*(?:PAGE\s*)?\d{0,4}\s*[-—–－]"
    r"|\d{1,4}\s*of\s*\d{1,4}"
    r"|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r"|[Pp](?:age|\.)\s*\d{1,4}\b(?:\s*[-—–]\s[^\n]{0,60})?"
    r"|\d{1,4}\s*/\s*\d{1,4}"
    r")[-—–－_·.\s]*\Z"
)


def is_page_line(line: str) -> bool:
    """Whether a line of prose is a page number or the head of a page, and nothing else.

    Wider than :func:`is_page_mark`: in a table ``3 / 12`` may be two figures, and a dash a blank cell.

    >>> is_page_line("- 4 -"), is_page_line("-- 1 of 4 --"), is_page_line("3 / 12"), is_page_line("4")
    (True, True, True, False)
    >>> is_page_mark("3 / 12"), is_page_mark("- -")
    (False, False)
    """
    return len(line) < 100 and _PAGE_LINE.match(line) is not None
