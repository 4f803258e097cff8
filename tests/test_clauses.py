"""The clause layer reads Universal Dependencies and CLEAR labels alike."""

from __future__ import annotations

import pytest
from trees import tree

from graphbuild.extract.clauses import Clauses, Voice
from graphbuild.extract.syntax import Syntax

ACTIVE_UD = """
Police NNS 2 nsubj
assaulted/assault VBD 0 root
Toiken NNP 2 obj
in IN 5 case
Astana NNP 2 obl
"""
ACTIVE_CLEAR = """
Police NNS 2 nsubj
assaulted/assault VBD 0 ROOT
Toiken NNP 2 dobj
in IN 2 prep
Astana NNP 4 pobj
"""
PASSIVE_UD = """
Toiken NNP 3 nsubj:pass
was/be AUX 3 aux:pass
beaten/beat VBN 0 root
by IN 5 case
officers/officer NNS 3 obl:agent
"""
PASSIVE_CLEAR = """
Toiken NNP 3 nsubjpass
was/be AUX 3 auxpass
beaten/beat VBN 0 ROOT
by IN 3 agent
officers/officer NNS 4 pobj
"""
NOUN_UD = """
the DT 2 det
arrest NN 0 root
of IN 4 case
Toiken NNP 2 nmod
by IN 6 case
police NN 2 nmod
"""
NOUN_CLEAR = """
the DT 2 det
arrest NN 0 ROOT
of IN 2 prep
Toiken NNP 3 pobj
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
Toiken NNP 2 obj
"""
COORDINATED_CLEAR = """
Officers/officer NNS 2 nsubj
detained/detain VBD 0 ROOT
and CC 2 cc
beat/beat VBD 2 conj
Toiken NNP 4 dobj
"""
CONTROL_UD = """
Police NNS 2 nsubj
forced/force VBD 0 root
Toiken NNP 2 obj
to TO 5 mark
delete/delete VB 2 xcomp
footage NN 5 obj
"""
CONTROL_CLEAR = """
Police NNS 2 nsubj
forced/force VBD 0 ROOT
Toiken NNP 5 nsubj
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

TABLE = [
    ("active", ACTIVE_UD, ACTIVE_CLEAR, "assaulted", Voice.ACTIVE, {"agent Police", "patient Toiken", "in Astana"}),
    ("passive", PASSIVE_UD, PASSIVE_CLEAR, "beaten", Voice.PASSIVE, {"agent officers", "patient Toiken"}),
    ("event noun", NOUN_UD, NOUN_CLEAR, "arrest", Voice.NOMINAL, {"of Toiken", "by police"}),
    ("reduced relative", REDUCED_UD, REDUCED_CLEAR, "detained", Voice.PASSIVE, {"agent police", "patient journalists"}),
    ("relative clause", RELATIVE_UD, RELATIVE_CLEAR, "filmed", Voice.ACTIVE, {"agent Karimov"}),
    ("first of two verbs", COORDINATED_UD, COORDINATED_CLEAR, "detained", Voice.ACTIVE, {"agent Officers", "patient Toiken"}),
    ("second of two verbs", COORDINATED_UD, COORDINATED_CLEAR, "beat", Voice.ACTIVE, {"agent Officers", "patient Toiken"}),
    ("object control", CONTROL_UD, CONTROL_CLEAR, "delete", Voice.ACTIVE, {"agent Toiken", "patient footage"}),
    ("owner", OWNER_UD, OWNER_CLEAR, "seized", Voice.ACTIVE, {"agent Police", "patient phone", "owner her"}),
]  # fmt: skip
CASES = [(f"{name}, {scheme}", text, *rest) for name, ud, clear, *rest in TABLE for scheme, text in (("UD", ud), ("CLEAR", clear))]


@pytest.mark.parametrize(("text", "trigger", "voice", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_slots(text: str, trigger: str, voice: Voice, expected: set[str]) -> None:
    doc = tree(text)
    clause = Clauses(Syntax(doc)).clause_of(next(t for t in doc if t.text == trigger))
    assert clause.voice is voice
    assert {f"{a.slot} {a.token.text}" for a in clause.arguments} == expected
