"""GX752: a telephone number, an identity number or a name that a public report should not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.model.origin import Section

ENTRY = Entry(
    "GX752",
    "personal-details",
    Severity.WARNING,
    zh="正文中有{what_zh} {masked}，公开的报告不应包含个人信息",
    en="the prose holds {what_en} {masked}; a public report should not hold personal data",
    hint_zh="请在公布前删除或隐去。",
    hint_en="Remove it before publication.",
    doc_zh="查找手机号码（不在“联系电话”“咨询”等字样之后）、校验位正确的居民身份证号码，以及“申请人”等称谓之后带“先生”“女士”或"
    "紧接“不服”“诉”的姓名。消息中只显示掩去中间部分的内容。",
    doc_en="Looks for mobile numbers (unless they follow words such as 联系电话), identity numbers with a valid check digit, "
    "and names of applicants followed by 先生, 女士, 不服 or 诉. Messages show them masked.",
    basis="《政府信息公开条例》第十五条；《中华人民共和国个人信息保护法》第三十四条",
)

_DIGITS: Final = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
#: a whole run of digits long enough to be a number of either kind
_NUMBER: Final = re.compile(r"[0-9０-９]{11,}[XxＸｘ]?")
_CONTACT: Final = re.compile(r"联系|电话|咨询|热线|手机|致电|传真|监督")
_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴徐孙朱胡郭林罗郑梁谢宋唐冯韩邓彭萧蔡潘袁董吕魏蒋杜丁沈姚钟姜崔谭陆汪廖贾韦薛阎龚邵"
)
_NAME: Final = re.compile(
    rf"(?:申请人|原告|举报人|信访人)[:：]?([{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=先生|女士|不服|诉[我本]|诉至)"
)
_SIGNS: Final = ("先生", "女士", "不服", "诉")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_identity_number(number: str) -> bool:
    """Whether 18 characters are an identity number: a date of birth and the check digit of GB 11643-1999.

    >>> is_identity_number("11010519491231002X"), is_identity_number("110105194912310021")
    (True, False)
    """
    if len(number) != 18 or not number[:17].isdecimal():
        return False
    if not ("1900" <= number[6:10] <= "2099" and "01" <= number[10:12] <= "12" and "01" <= number[12:14] <= "31"):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[17].upper()


def _finding(subject: Subject, section: Section, place: tuple[int, int], words: tuple[str, str, str]) -> Diagnostic:
    what_zh, what_en, masked = words
    return ENTRY(subject.place(section, *place), what_zh=what_zh, what_en=what_en, masked=masked, section=section.key)


@rule(
    ENTRY,
    fires=(
        Case(
            "a mobile number",
            texts={"overview": "申请人（13800138000）要求公开有关文件。"},
            expect={"masked": "138****8000"},
        ),
        Case(
            "an identity number, older form",
            edition="trial_2019",
            texts={"problems": "如身份证号11010519491231002X的申请，答复不够及时，今后改进。"},
            expect={"masked": "110***********002X"},
        ),
        Case("a name", texts={"requests": "申请人王小明不服答复，申请行政复议。"}, expect={"masked": "王**"}),
    ),
    silent=(
        Case("the number of the office", texts={"other_matters": "联系电话：13800138000，欢迎监督。"}),
        Case("eighteen digits that are no identity number", texts={"overview": "文件编号110105194912310021。"}),
        Case("eleven digits inside a longer number", texts={"overview": "编号9913800138000。"}),
        Case("no name", texts={"requests": "申请人王某不服答复，申请人李某某诉我局。"}),
        Case("an applicant", texts={"requests": "申请人对答复不服，向法院起诉。"}),
    ),
)
def check_personal_details(subject: Subject) -> Iterator[Finding]:
    """No personal data in the prose."""
    for section in subject.prose():
        text = section.text
        for match in _NUMBER.finditer(text):
            number = match[0].translate(_DIGITS)
            if len(number) == 11 and number.isdecimal() and number[0] == "1" and number[1] in "3456789":
                if _CONTACT.search(text, max(0, match.start() - 20), match.start()):
                    continue
                words = ("手机号码", "a mobile number", f"{number[:3]}****{number[7:]}")
            elif is_identity_number(number):
                words = ("身份证号码", "an identity number", f"{number[:3]}***********{number[14:]}")
            else:
                continue
            yield _finding(subject, section, match.span(), words)
        for match in _NAME.finditer(text) if any(sign in text for sign in _SIGNS) else ():
            name = match[1]
            if "某" not in name:
                yield _finding(subject, section, match.span(1), ("姓名", "a name", name[0] + "*" * (len(name) - 1)))
