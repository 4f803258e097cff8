"""Says in RDF what a node and an edge of the graph say.

"Kazakh police assaulted Saniya Toiken, says one report" becomes a `sem:Event` of class `pg:Assault` with two actors,
each through a `sem:Role` that carries how sure the reports are; the quote is a Web Annotation on the document. What the
resolved graph says has no graph name; what one document says stands in the named graph of that document too.

A plain triple between two entities (`pg:assaulted`, `schema:worksFor`) is made only of what is told as fact, now, and
of each one by itself: whatever is alleged, past or collective is found through its event or relation, which say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from graphbuild.labels import LABELS, TRIPLES
from graphbuild.model import Edge, EventType, Factuality, Graph, Kind, Node, Value
from graphbuild.projections.rdf_terms import GEONAMES, camel, concept, edtf, link, literal, name, node, word

ALIGNED = {
    Kind.JOURNALIST: ("schema:Person", "foaf:Person"),
    Kind.OFFICIAL: ("schema:Person", "foaf:Person"),
    Kind.PERSON: ("schema:Person", "foaf:Person"),
    Kind.OUTLET: ("schema:NewsMediaOrganization", "org:Organization"),
    Kind.AGENCY: ("schema:GovernmentOrganization", "org:Organization"),
    Kind.ORGANIZATION: ("schema:Organization", "org:Organization"),
    Kind.GROUP: ("foaf:Group",),
    Kind.PLACE: ("schema:Place", "sem:Place"),
    "Evidence": ("oa:Annotation",),
    "Document": ("schema:CreativeWork", "prov:Entity"),
}
"""Leaf → classes of others' vocabularies; every other leaf is a `sem:Event`."""

PREDICATES = {
    "name": "skos:prefLabel",
    "earliest": "sem:hasEarliestBeginTimeStamp",
    "latest": "sem:hasLatestBeginTimeStamp",
    "latitude": "schema:latitude",
    "longitude": "schema:longitude",
    "things": "pg:thing",
    "title": "dc:title",
    "publisher": "dc:publisher",
    "published": "schema:datePublished",
}
UNSAID = frozenset({"id", "origin", "hash", "search"})
"""Properties that serve the graph databases alone."""

ROLES = {
    "PERPETRATOR": ("pg:perpetrator", "pg:Perpetrator"),
    "AGENT": ("pg:agent", "pg:Agent"),
    "TARGET": ("pg:target", "pg:Target"),
}
LINKS = {"AT": "sem:hasPlace", "CASE": "pg:nextInCase"}
RELATIONS = {
    "WORKS_FOR": "schema:worksFor",
    "FOUNDED": "pg:founded",
    "OWNS": "schema:owns",
    "PART_OF": "pg:partOf",
    "FUNDS": "pg:funds",
    "BASED_IN": "pg:basedIn",
    "REPRESENTS": "pg:represents",
    "RELATIVE_OF": "schema:relatedTo",
}
ACTS = frozenset(TRIPLES.values())


class Statement(NamedTuple):
    """A triple, and the named graph it stands in: None is the default graph."""

    subject: str
    predicate: str
    object: str
    graph: str | None = None


def statements(graph: Graph) -> Iterator[Statement]:
    """Yield what the graph says in RDF, nodes first, in the graph's order; the same statement may come twice."""
    context = _Context(graph)
    for n in graph.nodes:
        yield from context.of_evidence(n) if n.leaf == "Evidence" else _of_node(n)
    for e in graph.edges:
        yield from context.of_edge(e)


class _Context:
    """Knows which document each Evidence is from."""

    def __init__(self, graph: Graph) -> None:
        self.leaves = {n.id: n.leaf for n in graph.nodes}
        self.told = {n.id: n.properties.get("factuality") for n in graph.nodes if n.leaf == "Evidence"}
        self.document = {e.source: node(e.target) for e in graph.edges if e.type == "FROM"}

    def of_evidence(self, n: Node) -> Iterator[Statement]:
        """Yield the annotation of a quote, with its two selectors, in its document's graph."""
        document = self.document.get(n.id)
        me, target, quote, place = (node(n.id, part) for part in ("", "target", "quote", "position"))
        said = [(me, "rdf:type", name(c)) for c in _classes(n.leaf)]
        said += [(me, "oa:motivatedBy", name("oa:linking")), (me, "oa:hasTarget", target)]
        said += [(me, f"pg:{k}", literal(v)) for k in ("factuality", "confidence") for v in _values(n.properties, k)]
        said += [(target, "rdf:type", name("oa:SpecificResource")), (target, "oa:hasSelector", quote)]
        said += [(target, "oa:hasSelector", place), (quote, "rdf:type", name("oa:TextQuoteSelector"))]
        said += [(quote, "oa:exact", literal(v)) for v in _values(n.properties, "quote")]
        said += [(place, "rdf:type", name("oa:TextPositionSelector"))]
        said += [(place, f"oa:{k}", literal(v)) for k in ("start", "end") for v in _values(n.properties, k)]
        if document is not None:
            said += [(target, "oa:hasSource", document), (me, "prov:wasDerivedFrom", document)]
        yield from (Statement(s, name(p), o, document) for s, p, o in said)

    def of_edge(self, e: Edge) -> Iterator[Statement]:
        """Yield what an edge says, by its type."""
        source, target = node(e.source), node(e.target)
        if e.type in ROLES:
            yield from self._role(e, *ROLES[e.type])
        elif e.type in RELATIONS:
            yield from self._relation(e, RELATIONS[e.type])
        elif e.type == "EVIDENCE":
            yield from self._evidence(e)
        elif e.type == "SPEAKER":
            yield Statement(source, name("sem:accordingTo"), target, self.document.get(e.source))
        elif e.type in ACTS:
            if _plain(e) and not e.properties.get("collective", False):
                yield Statement(source, name(f"pg:{camel(e.type)}"), target)
        elif e.type != "FROM":
            yield Statement(source, name(LINKS[e.type]) if e.type in LINKS else word("pg", camel(e.type)), target)

    def _role(self, e: Edge, predicate: str, role_type: str) -> Iterator[Statement]:
        """Yield a participant: the plain property, and a role that says how sure it is and shows the quotes."""
        event, actor, role = node(e.source), node(e.target), node(e.id)
        yield from self._everywhere(e, event, name(predicate), actor)
        yield Statement(event, name("sem:hasActor"), role)
        yield Statement(role, name("rdf:type"), name("sem:Role"))
        yield Statement(role, name("sem:roleType"), name(role_type))
        yield Statement(role, name("rdf:value"), actor)
        yield from _of_properties(role, e.properties)

    def _relation(self, e: Edge, predicate: str) -> Iterator[Statement]:
        """Yield a relation: the plain property, and a membership or statement that carries position and quotes."""
        subject, target, relation = node(e.source), node(e.target), node(e.id)
        if _plain(e) and e.properties.get("current", True):
            yield from self._everywhere(e, subject, name(predicate), target)
        if e.type == "WORKS_FOR":
            said = [("rdf:type", name("org:Membership")), ("org:member", subject), ("org:organization", target)]
        else:
            said = [("rdf:type", name("pg:Relation")), ("rdf:subject", subject)]
            said += [("rdf:predicate", name(predicate)), ("rdf:object", target)]
        yield from (Statement(relation, name(p), o) for p, o in said)
        yield from _of_properties(relation, e.properties)

    def _evidence(self, e: Edge) -> Iterator[Statement]:
        """Yield the link to a quote and, where the quote tells of the act as done, the act in the document's graph."""
        event, evidence, document = node(e.source), node(e.target), self.document.get(e.target)
        yield Statement(event, name("pg:evidence"), evidence)
        yield Statement(evidence, name("oa:hasBody"), event, document)
        if document is not None and self.told.get(e.target) in (Factuality.REPORTED, Factuality.ALLEGED):
            yield Statement(event, name("rdf:type"), name(f"pg:{self.leaves[e.source]}"), document)
            yield Statement(event, name("prov:wasDerivedFrom"), document)

    def _everywhere(self, e: Edge, subject: str, predicate: str, object: str) -> Iterator[Statement]:
        """Yield a triple in the default graph and in the graph of each document whose quotes support it."""
        yield Statement(subject, predicate, object)
        documents = dict.fromkeys(self.document.get(v) for v in _values(e.properties, "evidence") if isinstance(v, str))
        yield from (Statement(subject, predicate, object, d) for d in documents if d is not None)


def _of_node(n: Node) -> Iterator[Statement]:
    """Yield the classes and properties of an entity, an event or a document."""
    me = node(n.id)
    yield from (Statement(me, name("rdf:type"), name(c)) for c in _classes(n.leaf))
    if n.leaf == Kind.JOURNALIST:
        yield Statement(me, name("schema:hasOccupation"), name("pg:journalism"))
    yield from _of_properties(me, n.properties)
    earliest = n.properties.get("earliest")
    if earliest is not None and earliest == n.properties.get("latest"):
        yield from (Statement(me, name("schema:startDate"), literal(v)) for v in _values(n.properties, "earliest"))


def _of_properties(me: str, properties: Mapping[str, Value]) -> Iterator[Statement]:
    for key in properties:
        if key not in UNSAID:
            for value in _values(properties, key):
                if key != "names" or value != properties.get("name"):
                    yield Statement(me, *_said(key, value))


def _said(key: str, value: str | int | float | bool) -> tuple[str, str]:
    """Return the predicate and the object that say one property."""
    match key:
        case "names":
            return name("skos:altLabel"), literal(value)
        case "type":
            return name("sem:eventType"), concept(str(value))
        case "subtype":
            return name("pg:subtype"), concept(str(value))
        case "date":
            return name("pg:date"), edtf(str(value))
        case "evidence":
            return name("pg:evidence"), node(str(value))
        case "url":
            return name("schema:url"), link(str(value))
        case "geonames":
            return name("schema:sameAs"), f"<{GEONAMES}{value}/>"
    return (name(PREDICATES[key]) if key in PREDICATES else word("pg", key)), literal(value)


@cache
def _classes(leaf: str) -> tuple[str, ...]:
    own = (f"pg:{leaf}", *(f"pg:{p}" for p in LABELS[leaf]))
    return own + ALIGNED.get(leaf, ("sem:Event",) if leaf in set(EventType) else ())


def _values(properties: Mapping[str, Value], key: str) -> tuple[str | int | float | bool, ...]:
    value = properties.get(key)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)  # type: ignore[return-value]


def _plain(e: Edge) -> bool:
    """Whether the reports tell an edge as fact."""
    return e.properties.get("factuality", Factuality.REPORTED) == Factuality.REPORTED
