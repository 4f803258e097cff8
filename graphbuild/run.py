"""The main job from end to end: reports in, store and projections out.

`graphbuild run reports/ -o out` is `run(["reports/"], Path("out"))`: read → parse → extract → save → resolve → build →
projections. Each file is written beside its place and then renamed, so that none is ever half there.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild import language
from graphbuild.database import NAME as STORE
from graphbuild.documents import read
from graphbuild.errors import GraphbuildError, InputError
from graphbuild.extract import extract
from graphbuild.graph import build
from graphbuild.ids import digest
from graphbuild.interchange import dumps_line, to_json
from graphbuild.model import Claims, Document, Graph
from graphbuild.progress import progress
from graphbuild.projections import html, rdf
from graphbuild.projections.files import replacing
from graphbuild.resolve import resolve
from graphbuild.store import Store, save
from graphbuild.threshold import STANDARD, Threshold

if TYPE_CHECKING:
    from spacy.tokens import Doc

DONE, REFUSED = 0, 3


@dataclass
class Refusals:
    """The inputs that could not be read, told on stderr as they come."""

    errors: list[InputError] = field(default_factory=list)

    def __call__(self, error: InputError) -> None:
        """Take in one more."""
        progress.say(f"refused: {error}")
        self.errors.append(error)

    @property
    def status(self) -> int:
        """The exit status: 3 where some input was refused."""
        return REFUSED if self.errors else DONE

    def write(self, path: Path) -> None:
        """Write errors.jsonl, or remove a former run's where nothing was refused."""
        if not self.errors:
            path.unlink(missing_ok=True)
            return
        with replacing(path) as file:
            for e in self.errors:
                line = json.dumps({"path": e.path, "line": e.line, "reason": e.reason}, ensure_ascii=False)
                file.write(line.encode("utf-8", "backslashreplace") + b"\n")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run read and wrote."""

    out: Path
    files: tuple[Path, ...]
    documents: int
    events: int
    refused: tuple[InputError, ...]
    graph: Graph

    @property
    def someone(self) -> str | None:
        """Return the name of whom the graph tells most acts, to look at first; None where it names nobody."""
        told = Counter(e.target for e in self.graph.edges if e.type == "TARGET")
        named = [n for n in self.graph.nodes if told[n.id] and n.properties.get("named")]
        most = min(named, key=lambda n: (-told[n.id], n.id), default=None)
        return str(most.properties["name"]) if most else None

    @property
    def status(self) -> int:
        """The exit status."""
        return REFUSED if self.refused else DONE


def run(inputs: Sequence[str], out: Path, *, threshold: Threshold = STANDARD, model: str | None = None) -> Outcome:
    """Read reports and build everything in a folder; raise GraphbuildError where nothing could be read."""
    refusals = Refusals()
    documents = list(progress.count(read(inputs, refused=refusals), "read"))
    if not documents:
        refusals.write(_made(out) / "errors.jsonl")
        raise GraphbuildError("nothing readable among the inputs")
    with Store.create(_made(out) / STORE) as store:
        kept = {d.id for d in documents}
        for gone in [d.id for d in store.documents() if d.id not in kept]:
            store.remove(gone)
        save(_claims(documents, refusals, model), store)
        progress.say("resolving identities")
        resolve(store)
        graph = build(store, threshold)
        files = [store.path, *_write(store, graph, out, threshold)]
        told = sum(threshold.admits(e) for c in store.claims() for e in c.events)
    refusals.write(out / "errors.jsonl")
    files += [out / "errors.jsonl"] if refusals.errors else []
    return Outcome(out, tuple(files), len(kept), told, tuple(refusals.errors), graph)


def extracted(inputs: Iterable[str], refusals: Refusals, model: str | None = None) -> Iterator[Claims]:
    """Yield what each report says; raise GraphbuildError where nothing could be read."""
    yield from _claims(_readable(inputs, refusals), refusals, model)


def parsed(inputs: Iterable[str], refusals: Refusals, model: str | None = None) -> Iterator[tuple[str, Doc]]:
    """Yield each report's id and parse; raise GraphbuildError where nothing could be read."""
    documents = _readable(inputs, refusals)
    nlp = language.load(model)
    yield from ((document.id, doc) for document, doc in language.parse(documents, nlp))


def _readable(inputs: Iterable[str], refusals: Refusals) -> list[Document]:
    documents = list(read(inputs, refused=refusals))
    if not documents:
        raise GraphbuildError("nothing readable among the inputs")
    return documents


def measured(
    gold: str,
    golden: Mapping[str, Mapping[str, Any]],
    inputs: Sequence[str],
    refusals: Refusals,
    model: str | None,
    threshold: Threshold = STANDARD,
) -> dict[str, dict[str, Any]]:
    """Return the extraction, as interchange objects by id, of the inputs that gold is for."""
    folder = Path(gold)
    reports = folder if folder.name != "gold" else folder.parent
    beside = folder.is_dir() and not any(folder.glob("*.json"))
    documents = list(read(inputs or [str(reports)], refused=refusals)) if inputs or beside else _texts(golden)
    found = {}
    for claims in _claims([d for d in documents if d.id in golden], refusals, model):
        found[claims.document.id] = to_json(claims, threshold)
    return found


def _texts(golden: Mapping[str, Mapping[str, Any]]) -> list[Document]:
    """Return the documents that gold objects carry."""
    return [
        Document(
            id=key,
            text=g["text"],
            sha256=digest(g["text"]),
            url=g.get("url"),
            publisher=g.get("publisher"),
            title=g.get("title"),
            published=_day(g.get("published")),
        )
        for key, g in golden.items()
    ]


def _day(text: str | None) -> date | None:
    """Return a date of day precision, None for a coarser one: an anchor must not be finer than what is known."""
    return date.fromisoformat(text) if text and len(text) == 10 else None


def _claims(documents: Sequence[Document], refusals: Refusals, model: str | None) -> Iterator[Claims]:
    """Yield what each document says; one that the reading stumbles over is refused by its name, and the rest goes on."""
    progress.say("loading the language pipeline")
    nlp = language.load(model)
    for document in progress.bar(documents, "parsing and extracting"):
        try:
            claims = list(extract(language.parse([document], nlp)))
        except Exception as error:  # noqa: BLE001 - a defect of ours must cost one document, never the run
            where = document.source.path if document.source else document.id
            told = f"document {document.id!r} could not be analysed ({type(error).__name__}: {error}); please report it"
            refusals(InputError(where, " ".join(told.split())))
            continue
        yield from claims


def _made(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphbuildError(f"{out}: {error.strerror}") from error
    return out


def _write(store: Store, graph: Graph, out: Path, threshold: Threshold) -> list[Path]:
    """Write the interchange, the RDF and the page."""
    progress.say("writing")
    lines, turtle, page = out / "documents.jsonl", out / "graph.ttl", out / "graph.html"
    with replacing(lines) as file:
        for claims in store.claims():
            file.write(f"{dumps_line(to_json(claims, threshold))}\n".encode("utf-8", "backslashreplace"))
    rdf.write_turtle(graph, turtle)
    html.write(graph, page, title="Who did what to whom")
    return [lines, turtle, page]
