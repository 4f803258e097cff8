"""Any piece of a report, cut off anywhere and in any case → claims that stand in it. It must be read without an error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from test_coreference import pipeline

from graphbuild import language
from graphbuild.documents import read
from graphbuild.extract.reader import claims_of
from graphbuild.ids import digest
from graphbuild.model import Document

EXAMPLES = Path(__file__).parents[1] / "examples"
CASES = (str, str.title, str.upper, str.lower)


@cache
def words() -> list[str]:
    return [word for document in read([EXAMPLES], refused=print) for word in document.text.split(" ")]


@st.composite
def pieces(draw: st.DrawFn) -> str:
    start = draw(st.integers(0, len(words()) - 1))
    piece = words()[start : start + draw(st.integers(1, 40))]
    few = draw(st.lists(st.sampled_from(words()), max_size=4))
    return draw(st.sampled_from(CASES))(" ".join([*piece, *few])).strip() or "."


@settings(max_examples=600)
@given(text=pieces(), titled=st.booleans())
def test_any_piece_is_read(text: str, titled: bool) -> None:
    document = Document(id="x", text=text, sha256=digest(text), title=text.split("\n")[0] if titled else None)
    claims = claims_of(*next(language.parse([document], pipeline())))  # type: ignore[arg-type]
    known = {referent.id for referent in claims.referents}
    for claim in (*claims.events, *claims.relations):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    for event in claims.events:
        assert {p.referent for p in event.participants} <= known
