"""RDF: both files say the same in declared words, and the shapes tell a whole export from a broken one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
from factories import built
from rdflib import RDF, RDFS, SKOS, Dataset, Graph, Literal, URIRef
from rdflib import namespace as spaces
from sample_graph import NASTY, QUOTE, crowd, document, event, link, quote, role, sample, triple

from graphbuild import graph as graph_module
from graphbuild import model
from graphbuild.labels import EDGE_TYPES, LABELS, TRIPLES
from graphbuild.lexicons.frames import load_frames
from graphbuild.model import NO_VIOLATION, Edge, EventType, Node
from graphbuild.projections.rdf import write_nquads, write_turtle
from graphbuild.projections.rdf_statements import RELATIONS
from graphbuild.projections.rdf_terms import PREFIXES, camel, identifier, literal, node
from graphbuild.resources import resource_dir

PG, PGV, ID = (PREFIXES[prefix] for prefix in ("pg", "pgv", "id"))
OA, SEM = PREFIXES["oa"], PREFIXES["sem"]
OTHERS = {
    str(space): space
    for space in (
        spaces.DC,
        spaces.FOAF,
        spaces.ORG,
        spaces.OWL,
        spaces.PROV,
        RDF,
        RDFS,
        spaces.SDO,
        SKOS,
        spaces.SH,
        spaces.XSD,
    )
}
"""Vocabularies whose terms rdflib knows."""
KNOWN = {
    OA: {"Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "motivatedBy", "linking"}
    | {"hasTarget", "hasBody", "hasSource", "hasSelector", "exact", "start", "end"},
    SEM: {"Event", "Place", "Role", "RoleType", "hasActor", "hasPlace", "roleType", "eventType", "accordingTo"}
    | {"hasEarliestBeginTimeStamp", "hasLatestBeginTimeStamp"},
    PREFIXES["edtf"]: {"EDTF"},
    "http://purl.org/dc/terms/": {"title", "description", "license"},
}
"""The terms of the Web Annotation, SEM, EDTF and Dublin Core vocabularies that may be used."""
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context", "ignore:ConjunctiveGraph")


def ontology(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(data=(resource_dir("ontology") / f"{name}.ttl").read_text(encoding="utf-8"), format="turtle")
    return graph


def turtle(graph: model.Graph, folder: Path) -> Graph:
    write_turtle(graph, folder / "graph.ttl")
    return Graph().parse(folder / "graph.ttl")


def quads(graph: model.Graph, folder: Path) -> Dataset:
    write_nquads(graph, folder / "graph.nq")
    return Dataset().parse(folder / "graph.nq", format="nquads")


def iri(id: str, part: str = "") -> URIRef:
    return URIRef(node(id, part)[1:-1])


def every_type() -> model.Graph:
    """Return one event of each type, one relation of each kind, and every kind of node."""
    kinds = [Node(kind.value, kind.value, {"name": f"the {kind}"}) for kind in model.Kind]
    nodes: list[Node] = [*kinds, quote("q", QUOTE, 10, "reported"), document("d", "A report", "https://e.org/", None)]
    edges = [link("FROM", "q", "d")]
    for type in EventType:
        nodes.append(event(type, type, f"{type} of a journalist", date(2021, 3, 5)))
        agent = "AGENT" if type in NO_VIOLATION else "PERPETRATOR"
        edges += [role(agent, type, "Agency", "q"), role("TARGET", type, "Journalist", "q")]
        edges += [link("EVIDENCE", type, "q"), link("AT", type, "Place")]
        edges += [triple(TRIPLES[type], "Agency", "Journalist", type)] if type in TRIPLES else []
    edges += [Edge(f"r-{t}", t, "Official", "Outlet", {"evidence": ("q",), "confidence": 0.8}) for t in RELATIONS]
    edges += [link("CASE", "Detention", "Release"), link("SPEAKER", "q", "Official")]
    return model.Graph(tuple(nodes), tuple(edges))


@pytest.fixture(scope="module")
def from_store(tmp_path_factory: pytest.TempPathFactory) -> model.Graph:
    """Return a graph as the pipeline builds it, with every property that a real one has."""
    with built(tmp_path_factory.mktemp("store")) as store:
        return graph_module.build(store)


# ── The files ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("make", [sample, every_type, lambda: crowd(40)])
def test_turtle_and_quads_say_the_same(tmp_path: Path, make: Callable[[], model.Graph]) -> None:
    both = {(s, p, o) for s, p, o, _ in quads(make(), tmp_path).quads()}
    assert both == set(turtle(make(), tmp_path))
    assert len(both) > 100


@pytest.mark.parametrize(("file", "format"), [("graph.ttl", "TURTLE"), ("graph.nq", "N_QUADS")])
def test_oxigraph_reads_what_rdflib_reads(tmp_path: Path, file: str, format: str) -> None:
    read = {"graph.ttl": turtle, "graph.nq": quads}[file](sample(), tmp_path)
    store = pyoxigraph.Store()
    store.bulk_load(path=str(tmp_path / file), format=getattr(pyoxigraph.RdfFormat, format))
    assert len(store) == len(set(read.quads() if isinstance(read, Dataset) else read))


@pytest.mark.parametrize("write", [write_turtle, write_nquads])
def test_the_same_graph_gives_the_same_bytes(tmp_path: Path, write: Callable[[model.Graph, Path], None]) -> None:
    for name in ("a", "b"):
        write(crowd(40), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_quads_are_the_same_in_any_order_of_nodes_and_edges(tmp_path: Path) -> None:
    graph = sample()
    write_nquads(graph, tmp_path / "a")
    write_nquads(model.Graph(graph.nodes[::-1], graph.edges[::-1]), tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("write", [write_turtle, write_nquads])
def test_an_empty_graph_says_nothing(tmp_path: Path, write: Callable[[model.Graph, Path], None]) -> None:
    write(model.Graph(), tmp_path / "graph.ttl")
    assert len(Graph().parse(tmp_path / "graph.ttl")) == 0


@pytest.mark.parametrize(
    "text",
    [
        NASTY,
        'a"b',
        "back\\slash",
        "line\nfeed\r\ttab",
        'x" . <a> <b> "c',
        "\\u0022",
        "\x00\x1b\x7f",
        "\u2028",
        "👩‍💻",
        "'''",
    ],
)
def test_any_text_comes_back_whole(tmp_path: Path, text: str) -> None:
    graph = model.Graph((Node(text, "Journalist", {"name": text, "names": (text, "Dana")}),))
    for read in (turtle(graph, tmp_path), quads(graph, tmp_path)):
        (subject,) = set(read.subjects())
        assert identifier(str(subject)) == text
        assert read.value(subject, SKOS.prefLabel) == Literal(text)
        assert list(read.objects(subject, SKOS.altLabel)) == [Literal("Dana")]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, Literal(True)),
        (3, Literal(3)),
        (date(2021, 3, 5), Literal(date(2021, 3, 5))),
        (1e-7, Literal("0.0000001", datatype=spaces.XSD.decimal)),
        (1.0, Literal("1.0", datatype=spaces.XSD.decimal)),
        ("3", Literal("3")),
    ],
)
def test_literals_have_the_datatype_of_their_value(value: str | int | float | bool | date, written: Literal) -> None:
    (said,) = Graph().parse(data=f"<urn:a> <urn:b> {literal(value)} .", format="nt").objects()
    assert said.n3() == written.n3()


# ── What it says ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_document_has_a_named_graph_of_what_it_says(tmp_path: Path) -> None:
    data = quads(sample(), tmp_path)
    names = {str(g.identifier) for g in data.graphs() if len(g) and str(g.identifier).startswith(ID)}
    assert names == {str(iri("cpj 1#2")), str(iri("rsf-2"))}
    first, second = data.graph(iri("cpj 1#2")), data.graph(iri("rsf-2"))
    assert {(iri("e1"), URIRef(f"{PG}target"), iri("dana")), (iri("e1"), RDF.type, URIRef(f"{PG}Assault"))} <= set(
        first
    )
    assert (iri("dana"), spaces.SDO.worksFor, iri("paper")) in second
    assert list(second.triples((iri("e1"), RDF.type, None))) == [], "a denial does not say that it happened"
    assert {iri("q1")} == set(first.subjects(RDF.type, URIRef(f"{OA}Annotation")))


def test_evidence_is_an_annotation_with_quote_and_position(tmp_path: Path) -> None:
    data = turtle(sample(), tmp_path)
    evidence, target = iri("q1"), iri("q1", "target")
    assert data.value(evidence, URIRef(f"{OA}hasTarget")) == target
    assert data.value(target, URIRef(f"{OA}hasSource")) == iri("cpj 1#2")
    assert set(data.objects(evidence, URIRef(f"{OA}hasBody"))) == {iri("e1"), iri("e2"), iri("e5")}
    selectors = {data.value(s, RDF.type): s for s in data.objects(target, URIRef(f"{OA}hasSelector"))}
    quoted, placed = selectors[URIRef(f"{OA}TextQuoteSelector")], selectors[URIRef(f"{OA}TextPositionSelector")]
    assert data.value(quoted, URIRef(f"{OA}exact")) == Literal(QUOTE)
    assert [int(str(data.value(placed, URIRef(f"{OA}{end}")))) for end in ("start", "end")] == [10, 10 + len(QUOTE)]


@pytest.mark.parametrize(
    ("subject", "predicate", "object", "said"),
    [
        ("police", f"{PG}assaulted", "dana", True),
        ("police", f"{PG}detained", "dana", False),  # alleged
        ("dana", spaces.SDO.worksFor, "paper", True),
        ("nasty", spaces.SDO.worksFor, "paper", False),  # no longer
        ("e5", f"{PG}agent", "police", True),
        ("e5", f"{PG}perpetrator", "police", False),  # who frees is no perpetrator
        ("e4", f"{PG}nextInCase", "e5", True),
        ("q3", f"{SEM}accordingTo", "boss", True),
    ],
)
def test_plain_triples_say_only_what_is_fact_now(
    tmp_path: Path, subject: str, predicate: str, object: str, said: bool
) -> None:
    assert ((iri(subject), URIRef(predicate), iri(object)) in turtle(sample(), tmp_path)) is said


def test_a_collective_act_has_no_plain_triple(tmp_path: Path) -> None:
    graph = sample()
    joined = tuple(
        replace(e, properties={**e.properties, "collective": True}) if e.type == "ASSAULTED" else e for e in graph.edges
    )
    assert (None, URIRef(f"{PG}assaulted"), None) not in turtle(model.Graph(graph.nodes, joined), tmp_path)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=1&c=2", URIRef("https://example.org/a?b=1&c=2")),
        ("javascript:alert(1)", Literal("javascript:alert(1)")),
        ("https://example.org/> <a> <b", Literal("https://example.org/> <a> <b")),
    ],
)
def test_only_web_addresses_become_iris(tmp_path: Path, url: str, expected: URIRef | Literal) -> None:
    data = turtle(model.Graph((document("d", "A report", url, None),)), tmp_path)
    assert data.value(iri("d"), spaces.SDO.url) == expected


# ── The ontology ─────────────────────────────────────────────────────────────────────────────────────────────────────


def strange(data: Graph, declared: set[str]) -> list[str]:
    """Return the classes, properties and concepts that no vocabulary declares."""
    used = {*data.predicates(), *data.objects(None, RDF.type)}
    used |= {o for p in (f"{SEM}eventType", f"{PG}subtype", f"{SEM}roleType") for o in data.objects(None, URIRef(p))}
    used |= {o.datatype for o in data.objects() if isinstance(o, Literal) and o.datatype}
    return sorted(str(term) for term in used if not is_declared(str(term), declared))


def is_declared(term: str, declared: set[str]) -> bool:
    for space, names in (*OTHERS.items(), *KNOWN.items()):
        if term.startswith(space):
            return term.removeprefix(space) in names if isinstance(names, set) else URIRef(term) in names
    return term in declared


@pytest.fixture(scope="module")
def declared() -> set[str]:
    return {str(subject) for subject in ontology("press", "violations").subjects(RDF.type)}


def test_every_word_of_the_export_is_declared(tmp_path: Path, from_store: model.Graph, declared: set[str]) -> None:
    for graph in (sample(), every_type(), from_store):
        assert strange(turtle(graph, tmp_path), declared) == []


def test_an_undeclared_word_would_be_seen(tmp_path: Path, declared: set[str]) -> None:
    odd = model.Graph((event("e", "Assault", "Assault", None, mood="bad", subtype="tickling"),))
    assert strange(turtle(odd, tmp_path), declared) == [f"{PG}mood", f"{PGV}tickling"]


@pytest.mark.parametrize("file", ["press", "violations", "shapes"])
def test_the_ontology_uses_only_declared_words(declared: set[str], file: str) -> None:
    roots = (*OTHERS, *KNOWN, PG, PGV)
    used = {str(t) for triple in ontology(file) for t in triple if isinstance(t, URIRef)}
    ours = {t for t in used if t.startswith(roots) and t not in roots}
    schemes = {str(s) for s in ontology(file).subjects(RDF.type, SKOS.ConceptScheme)}
    assert sorted(t for t in ours - schemes if not is_declared(t, declared)) == []


def test_every_leaf_and_edge_has_a_word(declared: set[str]) -> None:
    classes = {*LABELS, *(parent for parents in LABELS.values() for parent in parents)}
    acts = {camel(type) for type in EDGE_TYPES if type in TRIPLES.values()}
    assert sorted(word for word in classes | acts if f"{PG}{word}" not in declared) == []


def test_classes_stand_to_each_other_as_labels_do() -> None:
    press = ontology("press")
    for leaf, parents in LABELS.items():
        above = {str(c) for c in press.transitive_objects(URIRef(PG + leaf), RDFS.subClassOf)}
        assert {PG + parent for parent in parents} <= above, leaf
        assert (f"{PG}Violation" in above) is ("Violation" in parents), leaf


@pytest.mark.parametrize("type", list(EventType))
def test_every_event_type_is_a_concept_with_its_subtypes(type: EventType) -> None:
    scheme, top = ontology("violations"), URIRef(PGV + type.lower())
    assert (URIRef(f"{PGV}scheme"), SKOS.hasTopConcept, top) in scheme
    assert (top, SKOS.topConceptOf, URIRef(f"{PGV}scheme")) in scheme
    assert scheme.value(top, SKOS.definition)
    narrower = {str(c).removeprefix(PGV) for c in scheme.subjects(SKOS.broader, top)}
    named = {s.replace(" ", "-") for s in load_frames().by_type[type].subtypes}
    assert named <= narrower, "the frames name subtypes that the scheme lacks"


def test_the_scheme_has_the_event_types_and_no_others() -> None:
    tops = set(ontology("violations").objects(URIRef(f"{PGV}scheme"), SKOS.hasTopConcept))
    assert tops == {URIRef(PGV + type.lower()) for type in EventType}


def test_the_crosswalk_leads_to_concepts_of_six_organisations() -> None:
    scheme = ontology("violations")
    linked = {o for p in (SKOS.closeMatch, SKOS.broadMatch) for o in scheme.objects(None, p)}
    schemes = {scheme.value(concept, SKOS.inScheme) for concept in linked}
    assert None not in schemes
    assert len(schemes) == 6
    assert not [c for c in linked if not scheme.value(c, SKOS.prefLabel)]


# ── JSON-LD ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_context_names_every_word_of_the_export(tmp_path: Path, from_store: model.Graph) -> None:
    context = json.loads((resource_dir("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    terms = {v if isinstance(v, str) else v["@id"] for k, v in context["@context"].items() if not k.startswith("@")}
    expanded = {
        PREFIXES[prefix] + local for prefix, _, local in (t.partition(":") for t in terms) if prefix in PREFIXES
    }
    for graph in (every_type(), sample(), from_store):
        data = turtle(graph, tmp_path)
        ours = {str(c) for c in data.objects(None, RDF.type) if str(c).startswith(PG)}
        used = {str(p) for p in data.predicates()} - {str(RDF.type)}
        assert sorted((ours | used) - expanded) == []


def test_json_with_the_context_is_the_same_rdf(tmp_path: Path) -> None:
    context = json.loads((resource_dir("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    data = turtle(sample(), tmp_path)
    written = data.serialize(format="json-ld", context=context["@context"])
    assert set(Graph().parse(data=written, format="json-ld")) == set(data)
    keys = {key for thing in json.loads(written)["@graph"] for key in thing}
    assert {"name", "perpetrator", "evidence", "exact", "assaulted"} <= keys
    assert {key for key in keys if ":" in key} == {"schema:url"}, "of the link that is no web address"


# ── SHACL ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return ontology("shapes")


def complaints(graph: model.Graph, folder: Path, shapes: Graph) -> set[str]:
    """Return the messages of what the shapes do not allow."""
    _, report, _ = pyshacl.validate(turtle(graph, folder), shacl_graph=shapes)
    assert isinstance(report, Graph)
    return {str(m) for m in report.objects(None, URIRef("http://www.w3.org/ns/shacl#resultMessage"))}


@pytest.mark.parametrize("make", [sample, every_type, lambda: crowd(40), model.Graph])
def test_the_shapes_allow_a_whole_export(tmp_path: Path, shapes: Graph, make: Callable[[], model.Graph]) -> None:
    assert complaints(make(), tmp_path, shapes) == set()


def test_the_shapes_allow_what_the_pipeline_builds(tmp_path: Path, shapes: Graph, from_store: model.Graph) -> None:
    assert complaints(from_store, tmp_path, shapes) == set()


def without(*edges: str) -> model.Graph:
    graph = sample()
    return model.Graph(graph.nodes, tuple(e for e in graph.edges if e.id not in edges))


def changed(id: str, **properties: model.Value) -> model.Graph:
    """Return the sample with other properties at one node or edge."""
    graph = sample()
    assert id in {e.id for e in (*graph.nodes, *graph.edges)}
    nodes = (replace(n, properties={**n.properties, **properties}) if n.id == id else n for n in graph.nodes)
    edges = (replace(e, properties={**e.properties, **properties}) if e.id == id else e for e in graph.edges)
    return model.Graph(tuple(nodes), tuple(edges))


def added(*edges: Edge) -> model.Graph:
    graph = sample()
    return model.Graph(graph.nodes, (*graph.edges, *edges))


ROLE = "Every participant has a role, an actor and a quote."
AGENT = "Whoever frees somebody or passes a law is an agent, no perpetrator."
BEGIN = "An event begins no later than its latest day."
BROKEN = {
    "an event without evidence": (without("EVIDENCE-e3-q2"), "Every event has evidence."),
    "an event that no document tells": (without("EVIDENCE-e3-q2"), "Every event is told by a document."),
    "a quote from no document": (without("FROM-q4-rsf-2"), "A quote is from exactly one document."),
    "a denied event": (changed("e1", factuality="denied"), "Only what is reported or alleged is an event."),
    "a participant without a quote": (changed("TARGET-e1-dana", evidence=()), ROLE),
    "a relation without a quote": (changed("w1", evidence=()), "A relation has evidence, or says that it is derived."),
    "a perpetrator of a release": (added(role("PERPETRATOR", "e5", "police", "q1")), AGENT),
    "more than certain": (changed("e1", confidence=1.5), "A confidence lies between 0 and 1."),
    "a country by name": (changed("paper", country="Kazakhstan"), "A country is two capital letters."),
    "a quote that ends before it starts": (changed("q1", start=90, end=80), "A quote ends after it starts."),
    "an end before the beginning": (changed("e1", latest=date(2021, 1, 1)), BEGIN),
    "two types": (changed("e1", type=("Assault", "Threat")), "An event has exactly one type."),
    "no name": (changed("dana", name=(), names=()), "It has exactly one name."),
}  # fmt: skip


@pytest.mark.parametrize("flaw", BROKEN)
def test_the_shapes_see_a_broken_export(tmp_path: Path, shapes: Graph, flaw: str) -> None:
    graph, message = BROKEN[flaw]
    assert message in complaints(graph, tmp_path, shapes)


def test_a_document_needs_no_title_and_a_derived_relation_no_quote(tmp_path: Path, shapes: Graph) -> None:
    nodes = (Node("d", "Document", {"sha256": "0" * 64}), *(Node(id, "Agency", {"name": id}) for id in "ab"))
    derived = Edge("p", "PART_OF", "a", "b", {"derived": True})
    assert complaints(model.Graph(nodes, (derived,)), tmp_path, shapes) == set()
