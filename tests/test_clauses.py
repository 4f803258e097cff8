"""The clause layer reads Universal Dependencies and CLEAR labels alike."""

from __future__ import annotations

import pytest
from trees import tree

from graphbuild.extract.clauses import Clauses, Voice
from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.extract.tokens import Doc

ACTIVE_UD = """
Police NNS 2 nsubj
assaulted/assault VBD 0 root
Serikova NNP 2 obj
in IN 5 case
Astana NNP 2 obl
"""
ACTIVE_CLEAR = """
Police NNS 2 nsubj
assaulted/assault VBD 0 ROOT
Serikova NNP 2 dobj
in IN 2 prep
Astana NNP 4 pobj
"""
PASSIVE_UD = """
Serikova NNP 3 nsubj:pass
was/be AUX 3 aux:pass
beaten/beat VBN 0 root
by IN 5 case
officers/officer NNS 3 obl:agent
"""
PASSIVE_CLEAR = """
Serikova NNP 3 nsubjpass
was/be AUX 3 auxpass
beaten/beat VBN 0 ROOT
by IN 3 agent
officers/officer NNS 4 pobj
"""
NOUN_UD = """
the DT 2 det
arrest NN 0 root
of IN 4 case
Serikova NNP 2 nmod
by IN 6 case
police NN 2 nmod
"""
NOUN_CLEAR = """
the DT 2 det
arrest NN 0 ROOT
of IN 2 prep
Serikova NNP 3 pobj
by IN 2 prep
police NN 5 pobj
"""
REDUCED_UD = """
journalists/journalist NNS 0 root
detained/detain VBN 1 acl
by IN 4 case
police NN 2 obl:agent
"""
REDUCED_CLEAR = """
journalists/journalist NNS 0 ROOT
detained/detain VBN 1 acl
by IN 2 agent
police NN 3 pobj
"""
RELATIVE_UD = """
Karimov NNP 5 nsubj
, , 4 punct
who WP 4 nsubj
filmed/film VBD 1 acl:relcl
left/leave VBD 0 root
"""
RELATIVE_CLEAR = """
Karimov NNP 5 nsubj
, , 1 punct
who WP 4 nsubj
filmed/film VBD 1 relcl
left/leave VBD 0 ROOT
"""
COORDINATED_UD = """
Officers/officer NNS 2 nsubj
detained/detain VBD 0 root
and CC 4 cc
beat/beat VBD 2 conj
Serikova NNP 2 obj
"""
COORDINATED_CLEAR = """
Officers/officer NNS 2 nsubj
detained/detain VBD 0 ROOT
and CC 2 cc
beat/beat VBD 2 conj
Serikova NNP 4 dobj
"""
CONTROL_UD = """
Police NNS 2 nsubj
forced/force VBD 0 root
Serikova NNP 2 obj
to TO 5 mark
delete/delete VB 2 xcomp
footage NN 5 obj
"""
CONTROL_CLEAR = """
Police NNS 2 nsubj
forced/force VBD 0 ROOT
Serikova NNP 5 nsubj
to TO 5 aux
delete/delete VB 2 ccomp
footage NN 5 dobj
"""
OWNER_UD = """
Police NNS 2 nsubj
seized/seize VBD 0 root
her/her PRP$ 4 nmod:poss
phone NN 2 obj
"""
OWNER_CLEAR = """
Police NNS 2 nsubj
seized/seize VBD 0 ROOT
her/her PRP$ 4 poss
phone NN 2 dobj
"""
AT_HANDS_UD = """
Keita NNP 3 nsubj:pass
was/be AUX 3 aux:pass
beaten/beat VBN 0 root
at IN 6 case
the DT 6 det
hands/hand NNS 3 obl
of IN 8 case
guards/guard NNS 6 nmod
"""
AT_HANDS_CLEAR = """
Keita NNP 3 nsubjpass
was/be AUX 3 auxpass
beaten/beat VBN 0 ROOT
at IN 3 prep
the DT 6 det
hands/hand NNS 4 pobj
of IN 6 prep
guards/guard NNS 7 pobj
"""
COMPANY_UD = """
Police NNS 2 nsubj
detained/detain VBD 0 root
Keita NNP 2 obj
along IN 6 case
with IN 6 case
Serikova NNP 2 obl
"""
COMPANY_CLEAR = """
Police NNS 2 nsubj
detained/detain VBD 0 ROOT
Keita NNP 2 dobj
along IN 2 prep
with IN 4 prep
Serikova NNP 5 pobj
"""
AMONG_UD = """
Keita NNP 4 nsubj
was/be AUX 4 cop
among IN 4 case
those DT 0 root
detained/detain VBN 4 acl
"""
AMONG_CLEAR = """
Keita NNP 2 nsubj
was/be AUX 0 ROOT
among IN 2 prep
those DT 3 pobj
detained/detain VBN 4 acl
"""
SMALL_UD = """
Judges/judge NNS 2 nsubj
found/find VBD 0 root
Keita NNP 2 obj
guilty JJ 2 xcomp
"""
SMALL_CLEAR = """
Judges/judge NNS 2 nsubj
found/find VBD 0 ROOT
Keita NNP 4 nsubj
guilty JJ 2 ccomp
"""
CALLED_UD = """
Unions/union NNS 2 nsubj
called/call VBD 0 root
on IN 4 case
police NNS 2 obl
to TO 6 mark
release/release VB 2 xcomp
Keita NNP 6 obj
"""
CALLED_CLEAR = """
Unions/union NNS 2 nsubj
called/call VBD 0 ROOT
on IN 2 prep
police NNS 3 pobj
to TO 6 aux
release/release VB 2 xcomp
Keita NNP 6 dobj
"""
DECISION_UD = """
court NN 3 nmod:poss
's POS 1 case
decision NN 0 root
to TO 5 mark
release/release VB 3 acl
Keita NNP 5 obj
"""
DECISION_CLEAR = """
court NN 3 poss
's POS 1 case
decision NN 0 ROOT
to TO 5 aux
release/release VB 3 acl
Keita NNP 5 dobj
"""
TWO_NOUNS_UD = """
officers/officer NNS 3 nmod:poss
's POS 1 case
assault NN 0 root
and CC 5 cc
harassment NN 3 conj
of IN 7 case
Keita NNP 5 nmod
"""
TWO_NOUNS_CLEAR = """
officers/officer NNS 3 poss
's POS 1 case
assault NN 0 ROOT
and CC 3 cc
harassment NN 3 conj
of IN 5 prep
Keita NNP 6 pobj
"""
ACTS_UD = """
Acts/act NNS 0 root
of IN 3 case
violence NN 1 nmod
against IN 5 case
Keita NNP 1 nmod
"""
ACTS_CLEAR = """
Acts/act NNS 0 ROOT
of IN 1 prep
violence NN 2 pobj
against IN 1 prep
Keita NNP 4 pobj
"""
WHOM_UD = """
Keita NNP 0 root
, , 7 punct
both DT 7 nsubj:pass
of IN 5 case
whom WP 3 nmod
were/be AUX 7 aux:pass
fined/fine VBN 1 acl:relcl
"""
WHOM_CLEAR = """
Keita NNP 0 ROOT
, , 1 punct
both DT 7 nsubjpass
of IN 3 prep
whom WP 4 pobj
were/be AUX 7 auxpass
fined/fine VBN 1 relcl
"""
ALONE_UD = """
Keita NNP 6 nsubj:pass
, , 3 punct
owner NN 1 conj
, , 6 punct
was/be AUX 6 aux:pass
fined/fine VBN 0 root
"""
ALONE_CLEAR = """
Keita NNP 6 nsubjpass
, , 1 punct
owner NN 1 conj
, , 1 punct
was/be AUX 6 auxpass
fined/fine VBN 0 ROOT
"""
BY_AFTER_PLACE_UD = """
Keita NNP 3 nsubj:pass
was/be AUX 3 aux:pass
attacked/attack VBN 0 root
near IN 5 case
home NN 3 obl
by IN 7 case
men/man NNS 5 nmod
"""
BY_AFTER_PLACE_CLEAR = """
Keita NNP 3 nsubjpass
was/be AUX 3 auxpass
attacked/attack VBN 0 ROOT
near IN 3 prep
home NN 4 pobj
by IN 5 prep
men/man NNS 6 pobj
"""
BATONS_UD = """
Police NNS 2 nsubj
used/use VBD 0 root
batons/baton NNS 2 obj
to TO 5 mark
beat/beat VB 2 xcomp
Keita NNP 5 obj
"""
BATONS_CLEAR = """
Police NNS 2 nsubj
used/use VBD 0 ROOT
batons/baton NNS 2 dobj
to TO 5 aux
beat/beat VB 2 xcomp
Keita NNP 5 dobj
"""

TABLE = [
    ("active", ACTIVE_UD, ACTIVE_CLEAR, "assaulted", Voice.ACTIVE, {"agent Police", "patient Serikova", "in Astana"}),
    ("passive", PASSIVE_UD, PASSIVE_CLEAR, "beaten", Voice.PASSIVE, {"agent officers", "patient Serikova"}),
    ("event noun", NOUN_UD, NOUN_CLEAR, "arrest", Voice.NOMINAL, {"of Serikova", "by police"}),
    ("reduced relative", REDUCED_UD, REDUCED_CLEAR, "detained", Voice.PASSIVE, {"agent police", "patient journalists"}),
    ("relative clause", RELATIVE_UD, RELATIVE_CLEAR, "filmed", Voice.ACTIVE, {"agent Karimov"}),
    ("first of two verbs", COORDINATED_UD, COORDINATED_CLEAR, "detained", Voice.ACTIVE,
     {"agent Officers", "patient Serikova"}),
    ("second of two verbs", COORDINATED_UD, COORDINATED_CLEAR, "beat", Voice.ACTIVE,
     {"agent Officers", "patient Serikova"}),
    ("object control", CONTROL_UD, CONTROL_CLEAR, "delete", Voice.ACTIVE, {"agent Serikova", "patient footage"}),
    ("owner", OWNER_UD, OWNER_CLEAR, "seized", Voice.ACTIVE, {"agent Police", "patient phone", "owner her"}),
    ("at the hands of", AT_HANDS_UD, AT_HANDS_CLEAR, "beaten", Voice.PASSIVE, {"agent guards", "patient Keita"}),
    ("company of the object", COMPANY_UD, COMPANY_CLEAR, "detained", Voice.ACTIVE,
     {"agent Police", "patient Keita", "patient Serikova", "along with Serikova"}),
    ("among those", AMONG_UD, AMONG_CLEAR, "detained", Voice.PASSIVE, {"patient those", "patient Keita"}),
    ("control by a prepositional object", CALLED_UD, CALLED_CLEAR, "release", Voice.ACTIVE,
     {"agent police", "patient Keita"}),
    ("infinitive of a noun", DECISION_UD, DECISION_CLEAR, "release", Voice.ACTIVE, {"agent court", "patient Keita"}),
    ("first of two event nouns", TWO_NOUNS_UD, TWO_NOUNS_CLEAR, "assault", Voice.NOMINAL, {"poss officers", "of Keita"}),
    ("second of two event nouns", TWO_NOUNS_UD, TWO_NOUNS_CLEAR, "harassment", Voice.NOMINAL,
     {"poss officers", "of Keita"}),
    ("noun that counts another", ACTS_UD, ACTS_CLEAR, "violence", Voice.NOMINAL, {"against Keita"}),
    ("both of whom", WHOM_UD, WHOM_CLEAR, "fined", Voice.PASSIVE, {"patient Keita"}),
    ("verb in the singular", ALONE_UD, ALONE_CLEAR, "fined", Voice.PASSIVE, {"patient Keita"}),
    ("by-phrase after a place", BY_AFTER_PLACE_UD, BY_AFTER_PLACE_CLEAR, "attacked", Voice.PASSIVE,
     {"agent men", "patient Keita", "near home"}),
    ("subject control", BATONS_UD, BATONS_CLEAR, "beat", Voice.ACTIVE, {"agent Police", "patient Keita"}),
]  # fmt: skip
CASES = [
    (f"{name}, {scheme}", text, *rest)
    for name, ud, clear, *rest in TABLE
    for scheme, text in (("UD", ud), ("CLEAR", clear))
]


@pytest.mark.parametrize(
    ("text", "trigger", "voice", "expected"), [c[1:] for c in CASES], ids=[str(c[0]) for c in CASES]
)
def test_slots(text: str, trigger: str, voice: Voice, expected: set[str]) -> None:
    doc = Doc.of(tree(text))
    clause = Clauses(Syntax(doc)).clause_of(next(t for t in doc if t.text == trigger))
    assert clause.voice is voice
    assert {f"{a.slot} {a.token.text}" for a in clause.arguments} == expected


TITLED = """
attack NN 0 root
on IN 3 case
reporter NN 4 nmod:desc
Keita NNP 1 nmod
by IN 6 case
men/man NNS 4 nmod
"""
HEADLINE = """
Police NNS 2 nsubj
beat/beat VBD 0 root
, , 4 punct
detain/detain VBP 2 conj
Keita NNP 4 obj
"""
MISTAGGED = """
Police NNS 3 nsubj:pass
have/have AUX 3 aux
accused/accuse VBN 0 root
Keita NNP 3 obj
"""
FRONTED = """
Detained/detain VBN 0 root
by IN 3 case
police NNS 1 obl:agent
Keita NNP 6 nsubj:pass
was/be AUX 6 aux:pass
beaten/beat VBN 1 conj
"""
ONLY_UNIVERSAL = [
    ("preposition on a title, by-phrase on a name", TITLED, "attack", Voice.NOMINAL, {"on Keita", "by men"}),
    ("headline without *and*", HEADLINE, "beat", Voice.ACTIVE, {"agent Police", "patient Keita"}),
    ("a passive's label on an active", MISTAGGED, "accused", Voice.ACTIVE, {"agent Police", "patient Keita"}),
    ("fronted participle", FRONTED, "Detained", Voice.PASSIVE, {"agent police", "patient Keita"}),
]


@pytest.mark.parametrize(
    ("text", "trigger", "voice", "expected"),
    [c[1:] for c in ONLY_UNIVERSAL],
    ids=[str(c[0]) for c in ONLY_UNIVERSAL],
)
def test_slots_in_universal_labels(text: str, trigger: str, voice: Voice, expected: set[str]) -> None:
    test_slots(text, trigger, voice, expected)


def test_a_passive_may_lack_its_auxiliary_in_a_headline_only() -> None:
    doc = Doc.of(tree("Editor NN 2 nsubj\njailed/jail VBD 0 root\nin IN 4 case\nOsh NNP 2 obl\n. . 2 punct"))
    assert Clauses(Syntax(doc)).voice(doc[1]) is Voice.ACTIVE
    assert Clauses(Syntax(doc), headline_end=5).voice(doc[1]) is Voice.PASSIVE


@pytest.mark.parametrize("text", [SMALL_UD, SMALL_CLEAR], ids=["UD", "CLEAR"])
def test_a_small_clause_has_the_patient_as_its_subject(text: str) -> None:
    doc = Doc.of(tree(text))
    clause = Clauses(Syntax(doc)).clause_of(doc[1])
    assert [a.token.text for a in clause.fill("patient")] == ["Keita"]


def test_what_is_put_right_twice_goes_in_no_circle() -> None:
    doc = Doc.of(tree(ACTIVE_UD))
    syntax = Syntax(doc, {0: doc[2], 2: doc[4], 4: doc[0]}, {2: Dependent(Relation.OBJECT, doc[4])})
    for token in doc:
        above = [token]
        while (up := syntax.governor(above[-1])) is not None:
            above.append(up.token)
            assert len(above) <= len(doc)
