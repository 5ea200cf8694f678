"""Small balanced tables of bodies of every size, which prose tells: only what is not 0 is written down."""

from __future__ import annotations

from decimal import Decimal

from gxparse.model.shape import shape_of

COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_services",
    "other_organization",
)
CASES = ("upheld", "corrected", "other", "pending")
DOCUMENTS = ("issued", "repealed", "in_force")
SINGLE = {
    "licenses": "proactive.licensing.licenses.decisions",
    "penalties": "proactive.enforcement.penalties.decisions",
    "coercion": "proactive.enforcement.coercion.decisions",
    "fees": "proactive.fees.administrative_fees.amount_cny",
}
NOTHING = {leaf.path: leaf.type(0) for leaf in shape_of("revised_2021").leaves}


def told(received=(), carried_over=(), results=None, carried_forward=0, **others):
    """The figures: requests by column, results by row; each row takes what the columns still have, from the left."""
    values = dict(NOTHING)
    left = [0] * len(COLUMNS)

    def put(row, counts):
        for column, count in zip(COLUMNS, counts, strict=False):
            values[f"requests.{row}.{column}"] = count
        values[f"requests.{row}.total"] = sum(counts)

    def take(row, number):
        counts = []
        for index, have in enumerate(left):
            counts.append(min(have, number))
            left[index] -= counts[-1]
            number -= counts[-1]
        assert number == 0, row
        put(row, counts)
        return counts

    for row, counts in (("received", received), ("carried_over", carried_over)):
        put(row, counts)
        left = [a + b for a, b in zip(left, (*counts, *(0,) * (len(left) - len(counts))), strict=True)]
    done = [take(f"results.{row}", number) for row, number in (results or {}).items()]
    put("results.total", [sum(column) for column in zip(*done, strict=True)])
    take("carried_forward", carried_forward)
    assert not any(left), left
    for block, counts in others.pop("cases", {}).items():
        for outcome, count in zip((*CASES, "total"), (*counts, sum(counts)), strict=True):
            assert f"proceedings.{block}.{outcome}" in values
            values[f"proceedings.{block}.{outcome}"] = count
    for kind, counts in others.pop("documents", {}).items():
        for state, count in zip(DOCUMENTS, counts, strict=True):
            assert f"proactive.documents.{kind}.{state}" in values
            values[f"proactive.documents.{kind}.{state}"] = count
    for name, figure in others.items():
        values[SINGLE[name]] = Decimal(figure) if name == "fees" else figure
    return values


TOWNSHIP = told(
    (5, 1),
    results={"granted": 3, "partly_granted": 1, "unable.not_held": 1, "not_processed.petition": 1},
    documents={"normative_documents": (2, 1, 9)},
    licenses=34,
    penalties=3,
)
COUNTY = told(
    (38, 5, 0, 1, 2),
    (3, 1),
    {
        "granted": 21,
        "partly_granted": 6,
        "refused.third_party_rights": 2,
        "refused.internal_affairs": 3,
        "refused.administrative_query": 1,
        "unable.not_held": 7,
        "unable.needs_creation": 2,
        "not_processed.petition": 2,
        "not_processed.duplicate": 1,
        "other.not_corrected_in_time": 1,
        "other.rest": 1,
    },
    3,
    cases={"review": (5, 1, 2, 1), "litigation.direct": (2, 0, 1, 1), "litigation.after_review": (1, 0, 0, 2)},
    documents={"normative_documents": (8, 3, 61)},
    licenses=5210,
    penalties=318,
    coercion=12,
    fees=3265000,
)
CITY = told(
    (1102, 121, 6, 9, 38, 8),
    (50, 7),
    {
        "granted": 512,
        "partly_granted": 88,
        "refused.state_secret": 1,
        "refused.prohibited_by_law": 14,
        "refused.three_securities_one_stability": 5,
        "refused.third_party_rights": 22,
        "refused.internal_affairs": 19,
        "refused.deliberative_process": 11,
        "refused.enforcement_file": 27,
        "refused.administrative_query": 31,
        "unable.not_held": 301,
        "unable.needs_creation": 44,
        "unable.unclear_after_correction": 20,
        "not_processed.petition": 41,
        "not_processed.duplicate": 33,
        "not_processed.publication": 2,
        "not_processed.reconfirmation": 6,
        "other.not_corrected_in_time": 47,
        "other.rest": 63,
    },
    54,
    cases={"review": (61, 9, 14, 6), "litigation.direct": (18, 2, 3, 5), "litigation.after_review": (11, 1, 0, 4)},
    documents={"normative_documents": (37, 22, 412), "government_rules": (3, 1, 58)},
    licenses=88412,
    penalties=20931,
    coercion=640,
    fees=123456700,
)
ONE = told((1,), results={"granted": 1})
BUREAU = told(
    (11, 4, 0, 0, 3),
    (2,),
    {
        "granted": 9,
        "partly_granted": 2,
        "refused.administrative_query": 1,
        "unable.not_held": 4,
        "not_processed.duplicate": 1,
    },
    3,
    cases={"review": (1, 0, 0, 0)},
    documents={"normative_documents": (4, 0, 17)},
)
DISTRICT = told(
    (27, 2),
    results={"granted": 20, "partly_granted": 3, "unable.not_held": 5, "other.not_corrected_in_time": 1},
    cases={"review": (0, 0, 1, 0), "litigation.direct": (1, 0, 0, 0)},
)
DEPARTMENT = told(
    (9, 3, 0, 0, 1),
    (1,),
    {"granted": 6, "refused.internal_affairs": 2, "unable.not_held": 4, "other.rest": 1},
    1,
    cases={"review": (2, 1, 0, 0), "litigation.after_review": (1, 0, 0, 0)},
    documents={"normative_documents": (5, 6, 40)},
    licenses=120,
    penalties=16,
    fees=18400,
)
BOARD = told(
    (3, 0, 0, 0, 0, 2),
    results={"granted": 2, "partly_granted": 1, "unable.not_held": 1, "not_processed.duplicate": 1},
    cases={"review": (0, 1, 0, 0)},
    documents={"normative_documents": (1, 0, 6)},
    penalties=44,
)
POLICE = told(
    (214, 37, 2, 4, 11, 5),
    (12, 3),
    {
        "granted": 121,
        "partly_granted": 33,
        "refused.state_secret": 2,
        "refused.prohibited_by_law": 4,
        "refused.third_party_rights": 9,
        "refused.internal_affairs": 7,
        "refused.deliberative_process": 3,
        "refused.enforcement_file": 6,
        "refused.administrative_query": 5,
        "unable.not_held": 48,
        "unable.needs_creation": 8,
        "unable.unclear_after_correction": 3,
        "not_processed.petition": 6,
        "not_processed.duplicate": 4,
        "not_processed.reconfirmation": 1,
        "other.not_corrected_in_time": 5,
        "other.rest": 4,
    },
    19,
    cases={"review": (22, 6, 3, 4), "litigation.direct": (7, 1, 2, 3), "litigation.after_review": (5, 0, 1, 1)},
    documents={"normative_documents": (12, 9, 133), "government_rules": (1, 0, 14)},
    licenses=31250,
    penalties=7412,
    coercion=96,
    fees=58200000,
)
STREET = told((2,), results={"granted": 1, "unable.not_held": 1})
HEALTH = told(
    (64, 9, 0, 1, 3),
    (5, 0, 0, 0, 1),
    {
        "granted": 29,
        "partly_granted": 11,
        "refused.third_party_rights": 3,
        "refused.internal_affairs": 2,
        "refused.enforcement_file": 4,
        "unable.not_held": 14,
        "unable.needs_creation": 3,
        "not_processed.petition": 4,
        "not_processed.duplicate": 2,
        "other.not_corrected_in_time": 3,
        "other.rest": 2,
    },
    6,
    cases={"review": (4, 2, 0, 1), "litigation.direct": (3, 0, 0, 0), "litigation.after_review": (0, 0, 0, 1)},
    documents={"normative_documents": (6, 2, 35)},
    licenses=1840,
    penalties=227,
    coercion=5,
    fees=96400,
)
TOWER = told(
    (8, 1),
    results={"granted": 5, "unable.not_held": 2, "unable.needs_creation": 1, "refused.administrative_query": 1},
    cases={"review": (1, 0, 0, 1)},
    documents={"normative_documents": (0, 2, 11)},
    penalties=9,
)
FARMS = told(
    (19, 2),
    (1,),
    {
        "granted": 11,
        "partly_granted": 2,
        "refused.third_party_rights": 1,
        "unable.not_held": 5,
        "not_processed.petition": 1,
        "other.rest": 1,
    },
    1,
    cases={"review": (0, 0, 1, 0)},
    documents={"normative_documents": (3, 1, 14)},
    licenses=402,
    penalties=21,
    fees=53000,
)
RURAL = told(
    (7, 0, 0, 0, 1),
    results={"granted": 6, "unable.not_held": 2},
    documents={"normative_documents": (0, 0, 5)},
)
