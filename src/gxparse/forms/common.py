"""What the tables of both editions share: applicant columns, request rows, section four, sums."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.forms.spec import Column, Equation, Row, Table

ORGANIZATIONS = "法人或其他组织"
_APPLICANTS = ("申请人情况",)

APPLICANT_COLUMNS = (
    Column("natural_person", "自然人", header_path=_APPLICANTS),
    Column("commercial_enterprise", "商业企业", header_path=(*_APPLICANTS, ORGANIZATIONS)),
    Column("research_institution", "科研机构", header_path=(*_APPLICANTS, ORGANIZATIONS)),
    Column("public_interest_organization", "社会公益组织", header_path=(*_APPLICANTS, ORGANIZATIONS)),
    Column("legal_services", "法律服务机构", header_path=(*_APPLICANTS, ORGANIZATIONS)),
    Column("other_organization", "其他", header_path=(*_APPLICANTS, ORGANIZATIONS)),
    Column(
        "total",
        "总计",
        header_path=_APPLICANTS,
        total_of=(
            "natural_person",
            "commercial_enterprise",
            "research_institution",
            "public_interest_organization",
            "legal_services",
            "other_organization",
        ),
    ),
)

RESULTS = "三、本年度办理结果"
_REFUSED = (RESULTS, "（三）不予公开")
_UNABLE = (RESULTS, "（四）无法提供")
_NOT_PROCESSED = (RESULTS, "（五）不予处理")

RECEIVED = Row(
    "received",
    "一、本年新收政府信息公开申请数量",
    law=("29", "31"),
    en="requests received in the year",
    variants=("一、本年新收政府信息公开数量",),
)
CARRIED_OVER = Row(
    "carried_over",
    "二、上年结转政府信息公开申请数量",
    en="requests pending at the start of the year",
    variants=("二、上年结转政府信息公开数量",),
)
CARRIED_FORWARD = Row("carried_forward", "四、结转下年度继续办理", en="requests pending at the end of the year")

#: result rows up to （五）, equal in both editions
RESULT_ROWS = (
    Row("results.granted", "（一）予以公开", (RESULTS,), law=("36(1)", "36(2)"), en="granted in full"),
    Row(
        "results.partly_granted",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        (RESULTS,),
        variants=("（二）部分公开",),
        law=("37",),
        en="granted in part (severed)",
    ),
    Row("results.refused.state_secret", "1.属于国家秘密", _REFUSED, law=("14",), en="state secret"),
    Row(
        "results.refused.prohibited_by_law",
        "2.其他法律行政法规禁止公开",
        _REFUSED,
        law=("14",),
        en="disclosure prohibited by another law or administrative regulation",
    ),
    Row(
        "results.refused.three_securities_one_stability",
        "3.危及“三安全一稳定”",
        _REFUSED,
        law=("14",),
        en="endangers national, public or economic security or social stability",
    ),
    Row(
        "results.refused.third_party_rights",
        "4.保护第三方合法权益",
        _REFUSED,
        law=("15", "32"),
        en="third-party rights",
    ),
    Row(
        "results.refused.internal_affairs",
        "5.属于三类内部事务信息",
        _REFUSED,
        law=("16(1)",),
        en="internal affairs (three kinds)",
    ),
    Row(
        "results.refused.deliberative_process",
        "6.属于四类过程性信息",
        _REFUSED,
        law=("16(2)",),
        en="deliberative-process information (four kinds)",
    ),
    Row(
        "results.refused.enforcement_file",
        "7.属于行政执法案卷",
        _REFUSED,
        law=("16(2)",),
        en="administrative law-enforcement case file",
    ),
    Row(
        "results.refused.administrative_query",
        "8.属于行政查询事项",
        _REFUSED,
        law=("36(7)",),
        en="register look-up governed by a special law",
    ),
    Row(
        "results.unable.not_held",
        "1.本机关不掌握相关政府信息",
        _UNABLE,
        law=("36(4)", "36(5)", "10"),
        en="information not held",
    ),
    Row(
        "results.unable.needs_creation",
        "2.没有现成信息需要另行制作",
        _UNABLE,
        law=("38",),
        en="would have to be created",
    ),
    Row(
        "results.unable.unclear_after_correction",
        "3.补正后申请内容仍不明确",
        _UNABLE,
        law=("29", "30"),
        en="still unclear after a correction notice",
    ),
    Row(
        "results.not_processed.petition",
        "1.信访举报投诉类申请",
        _NOT_PROCESSED,
        law=("39(1)",),
        en="petition, report or complaint in the form of a request",
    ),
    Row("results.not_processed.duplicate", "2.重复申请", _NOT_PROCESSED, law=("36(6)",), en="duplicate request"),
    Row(
        "results.not_processed.publication",
        "3.要求提供公开出版物",
        _NOT_PROCESSED,
        law=("39(2)",),
        en="asks for a published gazette, newspaper or book",
    ),
    Row(
        "results.not_processed.excessive",
        "4.无正当理由大量反复申请",
        _NOT_PROCESSED,
        law=("35",),
        en="excessive or repeated requests without good reason",
    ),
    Row(
        "results.not_processed.reconfirmation",
        "5.要求行政机关确认或重新出具已获取信息",
        _NOT_PROCESSED,
        law=("36(6)", "38"),
        en="asks to confirm or reissue information already obtained",
    ),
)


def requests_table(other_rows: tuple[Row, ...]) -> Table:
    """Section three with the rows of （六）其他处理 that the edition has."""
    parts = (*RESULT_ROWS, *other_rows)
    total = Row(
        "results.total",
        "（七）总计",
        (RESULTS,),
        total_of=tuple(row.key for row in parts),
        en="requests concluded in the year",
    )
    return Table(
        "requests",
        "requests",
        APPLICANT_COLUMNS,
        (RECEIVED, CARRIED_OVER, *parts, total, CARRIED_FORWARD),
        en="requests received and handled",
        label_columns=3,
    )


_OUTCOMES = (("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结"))
_BLOCKS = (
    ("review", ("行政复议",)),
    ("litigation.direct", ("行政诉讼", "未经复议直接起诉")),
    ("litigation.after_review", ("行政诉讼", "复议后起诉")),
)


def _case_columns() -> Iterator[Column]:
    for block, header in _BLOCKS:
        for key, label in _OUTCOMES:
            yield Column(f"{block}.{key}", label, header_path=header)
        yield Column(f"{block}.total", "总计", header_path=header, total_of=tuple(f"{block}.{k}" for k, _ in _OUTCOMES))


PROCEEDINGS_TABLE = Table(
    "proceedings",
    "proceedings",
    tuple(_case_columns()),
    (Row("cases", ""),),
    en="administrative review and litigation",
    label_columns=0,
)


def equations_of(tables: tuple[Table, ...]) -> tuple[Equation, ...]:
    """The sums that the form demands, from the tables' own ``total_of`` and the printed 勾稽关系.

    In the order: balance and results total column by column, row totals, the three totals of section four.
    """
    requests = next(t for t in tables if t.key == "requests")
    proceedings = next(t for t in tables if t.key == "proceedings")
    result_total = next(r for r in requests.rows if r.key == "results.total")
    found: list[Equation] = []
    for column in requests.columns:
        found.append(
            Equation(
                "request_balance",
                (f"requests.received.{column.key}", f"requests.carried_over.{column.key}"),
                (f"requests.results.total.{column.key}", f"requests.carried_forward.{column.key}"),
                column.key,
            )
        )
    for column in requests.columns:
        found.append(
            Equation(
                "results_total",
                tuple(f"requests.{key}.{column.key}" for key in result_total.total_of),
                (f"requests.results.total.{column.key}",),
                column.key,
            )
        )
    for row in requests.rows:
        for column in requests.columns:
            if column.total_of:
                found.append(
                    Equation(
                        "row_total",
                        tuple(f"requests.{row.key}.{key}" for key in column.total_of),
                        (f"requests.{row.key}.{column.key}",),
                        row.key,
                    )
                )
    for column in proceedings.columns:
        if column.total_of:
            found.append(
                Equation(
                    "proceedings_total",
                    tuple(f"proceedings.{key}" for key in column.total_of),
                    (f"proceedings.{column.key}",),
                    column.key.removesuffix(".total"),
                )
            )
    return tuple(found)
