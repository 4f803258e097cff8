"""Sentences as press-freedom reports write them, with their trees.

The treebanks hold few lines such as "P, chief editor of O, was detained in L." or "L, June 3 – O called on …". The
templates below were written for this project. Each token is `form/head/relation`, heads count from 1 and 0 is the root;
`a|b` draws one; P, O and L stand for a person, an organisation and a place and are filled from `name_lists`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from .name_lists import Region
from .phrases import Names, Phrase
from .swap import replace
from .treebanks import set_names

SLOTS = {"P": "PERSON", "O": "ORG", "L": "LOC"}
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
JOB = "editor|reporter|director|founder|owner|correspondent|journalist|photographer|publisher"
HELD = "detained|arrested|questioned|attacked|beaten|threatened|released|convicted|fined|killed"

TEMPLATES = (
    f"P/9/nsubj:pass ,/4/punct chief|deputy|former/4/amod {JOB}/1/appos of|at/6/case O/4/nmod ,/4/punct was/9/aux:pass "
    f"{HELD}/0/ROOT in|near/11/case L/9/obl ./9/punct",
    f"Police|Officers|Prosecutors|Soldiers/4/nsubj in/3/case L/1/nmod detained|arrested|beat|fined|interrogated/0/ROOT "
    f"P/4/obj ,/8/punct a/8/det {JOB}/5/appos for|with|of/10/case O/8/nmod ,/8/punct on/13/case {DAYS}/4/obl ./4/punct",
    f"On/2/case {DAYS}/8/obl ,/2/punct a|the/5/det court|tribunal/8/nsubj in/7/case L/5/nmod sentenced/0/ROOT "
    "journalist|blogger|editor/10/nmod:desc P/8/obj to/13/case three|five|two/13/nummod years|months/8/obl in/15/case "
    "prison|custody/13/nmod ./8/punct",
    "P/9/nsubj:pass ,/4/punct a/4/det journalist|reporter|cameraman|blogger/1/appos with|for/6/case O/4/nmod ,/4/punct "
    "was/9/aux:pass beaten|stabbed|attacked/0/ROOT by/13/case two|three|several/13/nummod unknown|masked|armed/13/amod "
    "men|assailants|officers/9/obl:agent outside|near/16/case his|her/16/nmod:poss home|office/9/obl in/18/case L/16/nmod "
    "./9/punct",
    "The/2/det raid|attack|search/4/nsubj:pass was/4/aux:pass carried/12/ccomp out/4/compound:prt by/7/case "
    "officers|agents|members/4/obl:agent of|from/9/case O/7/nmod ,/4/punct P/12/nsubj said/0/ROOT ./12/punct",
    "O/10/nsubj ,/5/punct an/5/det independent|online|opposition/5/amod newspaper|outlet|broadcaster|magazine/1/appos "
    "based/5/acl in/8/case L/6/obl ,/5/punct said|reported/0/ROOT its/12/nmod:poss editor|director|owner/18/nsubj:pass "
    ",/14/punct P/12/appos ,/14/punct had/18/aux been/18/aux:pass questioned|held|searched/10/ccomp for/21/case "
    "four|six|ten/21/nummod hours|days/18/obl ./10/punct",
    "Journalists|Reporters|Bloggers/2/nmod:desc P/8/nsubj:pass and/4/cc P/2/conj of|from/6/case O/2/nmod were/8/aux:pass "
    "released|freed/0/ROOT on|after/10/case bail|payment|appeal/8/obl ./8/punct",
    "P/7/nsubj:pass ,/3/punct P/1/conj and/5/cc P/1/conj were/7/aux:pass arrested|detained|injured/0/ROOT during|at/10/case "
    "a/10/det protest|rally|briefing/7/obl in/12/case L/10/nmod ./7/punct",
    "O/2/nsubj said/0/ROOT it/5/nsubj had/5/aux received/2/ccomp threats|messages|calls/5/obj from/8/case "
    "supporters|relatives|associates/5/obl of/10/case P/8/nmod ./2/punct",
    "P/9/nsubj:pass ,/4/punct who/4/nsubj works|writes|reports/1/acl:relcl for/6/case O/4/obl ,/4/punct was/9/aux:pass "
    "fined|jailed|summoned/0/ROOT by/13/case a/13/det L/13/compound court|judge/9/obl:agent ./9/punct",
    "In/2/case L/6/obl ,/2/punct unidentified|unknown|masked/5/amod men|assailants/6/nsubj set/0/ROOT fire/6/obj to/10/case "
    "the/10/det car|home|office/6/obl of/12/case P/10/nmod ,/15/punct the/15/det founder|editor|owner/12/appos of/17/case "
    "O/15/nmod ./6/punct",
    "The/2/det trial|hearing|appeal/12/nsubj of/4/case P/2/nmod ,/7/punct the/7/det owner|editor|head/4/appos of/9/case "
    "O/7/nmod ,/7/punct will/12/aux resume|begin|continue/20/ccomp in/14/case L/12/obl on/17/case May|June/17/nmod:unmarked "
    "14|2|27/12/obl ,/12/punct O/20/nsubj said/0/ROOT today/20/obl:unmarked ./20/punct",
    "Officers|Agents|Police/4/nsubj from|of/3/case O/1/nmod searched|raided/18/ccomp the/6/det newsroom|office|home/4/obj "
    "of/8/case O|P/6/nmod in/10/case L/6/nmod and/12/cc seized|confiscated|took/4/conj six|several|two/14/nummod "
    "computers|phones|cameras/12/obj ,/4/punct the/17/det group|outlet|editor/18/nsubj said/0/ROOT today/18/obl:unmarked "
    "./18/punct",
    "O/2/nsubj condemned|denounced/0/ROOT the/4/det arrest|killing|detention|beating/2/obj of/6/case P/4/nmod and/8/cc "
    "called/2/conj for/12/case her|his/12/nmod:poss immediate|unconditional/12/amod release/8/obl ./2/punct",
    "P/2/nsubj said/0/ROOT in/5/case an/5/det interview/2/obl with/7/case O/5/nmod that/12/mark he|she/12/nsubj:pass "
    "had/12/aux been/12/aux:pass followed|beaten|threatened/2/ccomp ./2/punct",
    "P/8/nsubj ,/4/punct press/4/compound secretary|officer/1/appos of|for/6/case O/4/nmod ,/4/punct denied|said|confirmed"
    "/0/ROOT that/12/mark officers|police/12/nsubj had/12/aux used/8/ccomp force|violence/12/obj ./8/punct",
    "O/4/nsubj should|must/4/aux immediately/4/advmod drop/10/ccomp all/6/det charges/4/obj against/8/case P/6/nmod ,/4/punct "
    "said/0/ROOT P/10/nsubj ,/17/punct the/14/det group|organization/17/nmod:poss 's/14/case program|regional/17/compound "
    "coordinator|director/11/appos ./10/punct",
    "Reporter|Photographer/2/nmod:desc P/12/nsubj:pass and/5/cc cameraman|driver|editor/5/nmod:desc P/2/conj ,/7/punct "
    "both/2/appos of/9/case O/7/nmod ,/7/punct were/12/aux:pass attacked|detained|beaten/0/ROOT in/14/case L/12/obl "
    "while/16/mark covering|filming/12/advcl a/18/det protest|vote|strike/16/obj ./12/punct",
)


def report_sentences(vocab: Vocab, names: Names, chance: random.Random, copies: int) -> Iterator[Doc]:
    """Fill every template `copies` times, each slot with a name of its own."""
    for _ in range(copies):
        for template in TEMPLATES:
            region = names.region()
            doc = _drawn(vocab, template, chance)
            yield replace(doc, {span.start: (span, _name(span.label_, names, region, chance)) for span in doc.ents})


def _name(label: str, names: Names, region: Region, chance: random.Random) -> Phrase:
    if label == "PERSON":
        return names.person(region, 1 if chance.random() < 0.15 else 2)
    return names.place(region) if label == "LOC" else names.organisation(region)


def _drawn(vocab: Vocab, template: str, chance: random.Random) -> Doc:
    rows = [token.rsplit("/", 2) for token in template.split()]
    words = [chance.choice(forms.split("|")) for forms, _, _ in rows]
    heads = [index if head == "0" else int(head) - 1 for index, (_, head, _) in enumerate(rows)]
    spaces = [following not in (",", ".", "'s") for following in words[1:]] + [False]
    doc = Doc(vocab, words=words, spaces=spaces, heads=heads, deps=[relation for _, _, relation in rows])
    doc.set_ents([Span(doc, i, i + 1, label=SLOTS[word]) for i, word in enumerate(words) if word in SLOTS])
    return doc


def with_dateline(doc: Doc, names: Names, chance: random.Random) -> Doc | None:
    """Put a dateline before a document that opens with a full sentence; None where it does not.

    "Police …" becomes "Taraz, January 5 – Police …": the place hangs on the sentence's verb, so that the two stay one
    sentence.
    """
    first = next(doc.sents)
    if first[-1].text != "." or first.root.pos_ != "VERB" or not first[0].text[0].isupper() or len(first) < 6:
        return None
    place = names.place(names.region())
    size, root = len(place.words), place.root
    day = size + 2  # the date hangs on the place, "January" and "2020" on the day
    line = [*place.words, ",", chance.choice(MONTHS), str(chance.randint(1, 31))]
    heads = [*place.heads, day, day, root]
    deps = [*place.deps, "punct", "nmod:unmarked", "nmod:unmarked"]
    if chance.random() < 0.6:
        line += [",", str(chance.randint(1998, 2026))]
        heads += [day, day]
        deps += ["punct", "nmod:unmarked"]
    line.append(chance.choice("–——-"))
    shift = len(line)
    heads.append(root)
    deps.append("punct")
    heads[root], deps[root] = shift + first.root.i, "parataxis"
    return _prepend(doc, line, heads, deps, size)


def _prepend(doc: Doc, line: Sequence[str], heads: list[int], deps: list[str], size: int) -> Doc:
    shift = len(line)
    spaces = [word != "-" or index >= size for index, word in enumerate(line)]
    for index, following in enumerate(line[1:]):
        if following == "," or (following == "-" and index + 1 < size):
            spaces[index] = False
    copy = Doc(
        doc.vocab,
        words=[*line, *(token.text for token in doc)],
        spaces=[*spaces, *(bool(token.whitespace_) for token in doc)],
        heads=[*heads, *(token.head.i + shift for token in doc)],
        deps=[*deps, *(token.dep_ for token in doc)],
    )
    named = [(0, size, "LOC"), *((span.start + shift, span.end + shift, span.label_) for span in doc.ents)]
    unknown = [(token.i + shift, token.i + shift + 1) for token in doc if token.ent_iob == 0]
    set_names(copy, named, unknown)
    return copy
