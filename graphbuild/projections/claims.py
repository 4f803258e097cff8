"""Prints what each report says: triples to read, a table to compare, JSON for programs.

    Kazakh police assaulted Saniya Toiken  [2020-10-24, Nur-Sultan]  "On October 24, Kazakh police officers assaulted …"

`jsonl` is the interchange (`interchange.py`), one document a line; `json` the same as an array.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from graphbuild.interchange import dumps_line, to_json
from graphbuild.model import Claims
from graphbuild.projections.strangers import printable
from graphbuild.projections.tables import write_rows
from graphbuild.projections.triples import line, triples
from graphbuild.threshold import STANDARD, Threshold

FORMATS = ("triples", "table", "json", "jsonl")
COLUMNS = ("document", "triple", "circumstances", "quote")


def write_claims(
    claims: Iterable[Claims], format: str = "triples", threshold: Threshold = STANDARD, file: TextIO | None = None
) -> None:
    """Write the claims that pass the threshold, in one of `FORMATS`, to standard output or a file.

    >>> from graphbuild.model import Document
    >>> write_claims([Claims(Document("d", "Nothing happened.", "0"))], "json")  # doctest: +ELLIPSIS
    [
      {
        "id": "d",
    ...
    """
    out = sys.stdout if file is None else file
    if format == "triples":
        for one in claims:
            out.writelines(f"{line(*map(printable, triple))}\n" for triple in triples(one, threshold))
    elif format == "table":
        write_rows(COLUMNS, _rows(claims, threshold), file=out)
    elif format == "json":
        objects = [to_json(one, threshold) for one in claims]
        out.write(json.dumps(objects, indent=2) + "\n")
    elif format == "jsonl":
        out.writelines(f"{dumps_line(to_json(one, threshold))}\n" for one in claims)
    else:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")


def _rows(claims: Iterable[Claims], threshold: Threshold) -> Iterator[tuple[str, ...]]:
    for one in claims:
        for triple in triples(one, threshold):
            yield (one.document.title or one.document.id, *triple)
