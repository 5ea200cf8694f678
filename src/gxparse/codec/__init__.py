"""Reports and diagnostics as JSON, and back without loss.

The format is meant to be read by other programs and compared by people, so it is flat where it matters: ``values``
maps every field path of the edition to a whole number, to an amount of yuan as a decimal string, or to ``null``.
See :mod:`gxparse.codec.document` for every member, and :func:`json_schema` for the same in JSON Schema.
"""

from __future__ import annotations

from gxparse.codec.findings import write_diagnostic
from gxparse.codec.report import dumps, from_dict, loads, to_dict
from gxparse.codec.result import StoredResult, dump_result, load_result, result_from_dict, result_to_dict
from gxparse.codec.schema import json_schema
from gxparse.codec.upgrade import SCHEMA

__all__ = [
    "SCHEMA",
    "StoredResult",
    "dump_result",
    "dumps",
    "from_dict",
    "json_schema",
    "load_result",
    "loads",
    "result_from_dict",
    "result_to_dict",
    "to_dict",
    "write_diagnostic",
]
