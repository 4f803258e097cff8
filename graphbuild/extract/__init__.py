"""extract: Doc → Claims: who did what to whom, when, where, and who says so.

"On October 24, Kazakh police officers assaulted Toiken, correspondent for Radio Azattyq": the layers below find the
mentions (`mentions`), cluster them (`coreference`), read the clause of *assaulted* (`syntax`, `clauses`), fill the
roles of its frame (`triggers`), date and place it (`times`, `circumstances`), read whether it is told as fact
(`factuality`), and write it down with the words that say so (`claims`). `reader` holds them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphbuild.model import Claims, Document

__all__ = ["extract"]


def extract(parsed: Iterable[tuple[Document, Doc]]) -> Iterator[Claims]:
    """Yield what each parsed document says."""
    from graphbuild.extract.reader import claims_of

    for document, doc in parsed:
        yield claims_of(document, doc)
