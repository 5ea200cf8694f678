"""Tables that balance, drawn from the bottom up, and the sums of the form, written down independently of the product.

The sums are spelled out here from the printed form in terms of field paths; nothing of ``Edition.equations`` is used,
so that both can be held against each other.
"""

from __future__ import annotations

from decimal import Decimal

from gxparse.model.report import Report
from gxparse.model.shape import shape_of

EDITIONS = ("trial_2019", "revised_2021")
KINDS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_services",
    "other_organization",
)
REFUSED = [
    "state_secret",
    "prohibited_by_law",
    "three_securities_one_stability",
    "third_party_rights",
    "internal_affairs",
    "deliberative_process",
    "enforcement_file",
    "administrative_query",
]
UNABLE = ["not_held", "needs_creation", "unclear_after_correction"]
NOT_PROCESSED = ["petition", "duplicate", "publication", "excessive", "reconfirmation"]
OTHER = {"trial_2019": ["other"], "revised_2021": ["other.not_corrected_in_time", "other.fee_unpaid", "other.rest"]}
BLOCKS = ("proceedings.review", "proceedings.litigation.direct", "proceedings.litigation.after_review")


def results(edition):
    return [
        "granted",
        "partly_granted",
        *(f"refused.{k}" for k in REFUSED),
        *(f"unable.{k}" for k in UNABLE),
        *(f"not_processed.{k}" for k in NOT_PROCESSED),
        *OTHER[edition],
    ]


def rows(edition):
    return [
        "received",
        "carried_over",
        *(f"results.{key}" for key in results(edition)),
        "results.total",
        "carried_forward",
    ]


def sums(edition):
    """``[(name, subject, left paths, right paths)]``: every sum of the form."""
    found = []
    for column in (*KINDS, "total"):
        cell = "requests.{}." + column
        left = [cell.format("received"), cell.format("carried_over")]
        right = [cell.format("results.total"), cell.format("carried_forward")]
        found.append(("request_balance", column, left, right))
        parts = [cell.format(f"results.{key}") for key in results(edition)]
        found.append(("results_total", column, parts, [cell.format("results.total")]))
    for row in rows(edition):
        found.append(("row_total", row, [f"requests.{row}.{kind}" for kind in KINDS], [f"requests.{row}.total"]))
    for block in BLOCKS:
        parts = [f"{block}.{key}" for key in ("upheld", "corrected", "other", "pending")]
        found.append(("proceedings_total", block.removeprefix("proceedings."), parts, [f"{block}.total"]))
    return found


def broken_sums(edition, values):
    """``{(name, subject): (left, right)}`` of the sums whose figures are all there and whose sides differ."""
    found = {}
    for name, subject, left, right in sums(edition):
        cells = [values[path] for path in (*left, *right)]
        if any(cell is None for cell in cells):
            continue
        sides = sum(values[path] for path in left), sum(values[path] for path in right)
        if sides[0] != sides[1]:
            found[name, subject] = sides
    return found


def balanced(edition, rng, *, dense=False):
    """Figures of a report that satisfies every sum: each request is told from its applicant to its end."""
    values = {leaf.path: leaf.type(0) for leaf in shape_of(edition).leaves}
    ends = [f"results.{key}" for key in results(edition)] + ["carried_forward"]
    for _ in range(160 if dense else rng.randrange(14)):
        kind, start, end = rng.choice(KINDS), rng.choice(("received", "carried_over")), rng.choice(ends)
        size = rng.randrange(1, rng.choice((4, 40, 4000)))
        for row in (start, end, *(["results.total"] if end.startswith("results.") else [])):
            values[f"requests.{row}.{kind}"] += size
            values[f"requests.{row}.total"] += size
    for block in BLOCKS:
        for _ in range(rng.randrange(3)):
            size = rng.randrange(1, 30)
            values[f"{block}.{rng.choice(('upheld', 'corrected', 'other', 'pending'))}"] += size
            values[f"{block}.total"] += size
    return values


def request_paths(edition):
    """The 161 or 175 cells of section three."""
    return [f"requests.{row}.{column}" for row in rows(edition) for column in (*KINDS, "total")]


def report_with(edition, values, **fields):
    return Report.from_values(edition, values, **fields)


def truth(content):
    """Edition and figures of a file of known truth."""
    types = {leaf.path: leaf.type for leaf in shape_of(content["edition"]).leaves}
    values = {
        path: None if value is None else Decimal(str(value)) if types[path] is Decimal else int(value)
        for path, value in content["values"].items()
    }
    return content["edition"], values
