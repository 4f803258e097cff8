"""Words that a parse takes for something else than grammar lets them be, with what they depend on and as what.

- Verbs of criticism take no infinitive (Quirk et al. 1985, 16.38): in "condemned the decision by a court to jail X" it is
  the decision's.
- A participle after a comma tells what somebody does (ibid. 13.49): neither a thing nor a witness does it.
- A part of the body after *in* or *on* is where a blow falls: "was kicked in the stomach" has no object.
- A participle with a hyphen before it is an adjective: "detained by rifle-toting police".
- Whom somebody fines stands before the sum: "fined Radio Tengri 11 million rubles".
- Who is set beside a subject between commas is beside the whole of it: "X, the head of Arna, along with Y, was held".
- A past participle between *all*, *the* or the start of a clause and a noun is the noun's (a passive has no object): "All
  arrested reporters have been charged", "On Monday, jailed blogger X began a hunger strike".
- What an inverted *as was* adds suffers what the subject does: "X was held, as was Y" (ibid. 13.46).
- A bare participle that begins a sentence is no subject, nor is somebody a date's apposition: "Held by police on May 9, X
  was beaten" is of X.
- A verb of acting has one object (ibid. 2.20): a name behind another object and right behind a noun is the noun's: "held X,
  editor of the newspaper | Arna".
- An age before a name is the name's: "X, 51, and 43-year-old Y".
- A bare participle right after a person is the person's: "commuted the sentence of X | convicted of murder"; few verbs take
  one as their complement (ibid. 16.50 ff.: "had X beaten", "found X injured").
- What comes to somebody with a message is in the message: in "got a call from X threatening to sue her" the call threatens.
- A bare past form goes on from the clause before: "guards, who came, hit X and left".
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import describe, ends_description
from graphbuild.extract.lemmas import noun_lemma, readings
from graphbuild.extract.noun_phrases import BODY, COMPANY, is_time
from graphbuild.extract.recast_nouns import recast_nouns
from graphbuild.extract.recast_verbs import recast_verbs
from graphbuild.extract.surface import NOMINAL, has_subject, is_person
from graphbuild.extract.syntax import Dependent, Relation
from graphbuild.lexicons.words import Cue, load_words
from graphbuild.model import Factuality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Doc, Token

WITH_PARTICIPLES = frozenset(
    "have get see find keep leave hold hear watch want need make let order report declare pronounce consider feel like"
    " demand show send take put bring drag carry shoot beat return".split()
)
"""Verbs whose object may have a participle for its predicate."""
ON_BODY = frozenset({"in", "on", "over", "across"})
INVERTED = frozenset({"was", "were", "is", "are", "has", "have", "had"})
ARTICLES = frozenset({"all", "the", "these", "those"})
NOMINALS = {
    "nsubj": Relation.SUBJECT, "nsubj:pass": Relation.PASSIVE_SUBJECT, "nsubjpass": Relation.PASSIVE_SUBJECT,
    "csubj": Relation.SUBJECT, "csubj:pass": Relation.PASSIVE_SUBJECT, "csubjpass": Relation.PASSIVE_SUBJECT,
    "obj": Relation.OBJECT, "dobj": Relation.OBJECT,
}  # fmt: skip
"""What a noun can be to a verb."""
INSIDE = frozenset({"nmod", "nmod:poss", "appos", "conj"})
"""How a noun hangs on another one."""
OPENING = frozenset({"mark", "advmod", "aux", "aux:pass"})
"""What begins an adverbial clause."""
RECEIVING = frozenset({"receive", "get"})
MESSAGES = frozenset(
    "call letter message email note text visit tweet comment leaflet pamphlet notice voicemail".split()
)
MARKS = {"cop": Relation.PASSIVE_AUXILIARY, "aux": Relation.AUXILIARY}


def recast(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield what words depend on, and as what; of two for one word the last counts."""
    passes = (
        _infinitives, _adjuncts, _after_sources, _before_witnesses, _blows, _hyphenated,
        _attributes, _fined, _handed, _counted, _among_those, _company, _likewise, _aged, _after_people, _fronted,
        _in_messages, _second_objects, _who_went_on, _after_colons,
    )  # fmt: skip
    return chain(chain.from_iterable(find(doc) for find in passes), recast_nouns(doc), recast_verbs(doc))


def _infinitives(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the infinitives that say what a plan or call is, which a parse hangs on the verb over it.

    "Criticised the decision | to ban X", "condemns the abuse and calls on the army | to free X": the nouns take the
    infinitive that follows them, and those verbs take none.
    """
    for token in doc:
        verb = token.head
        if token.dep_ not in ("xcomp", "advcl") or verb.i > token.i:
            continue
        if any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children):
            start = token.left_edge.i
            doer = next((c for c in verb.children if c.right_edge.i == start - 1 and _is_doer_of(c)), None)
            start = doer.left_edge.i if doer is not None else start
            before = [t for t in doc[verb.i + 1 : start] if t.pos_ == "NOUN" and t.right_edge.i == start - 1]
            asked = next((noun for noun in reversed(before) if _asks(noun)), None)
            objects = [noun for noun in before if noun.dep_ == "obj" and noun.head == verb]
            if asked is not None:
                yield token.i, Dependent(Relation.ADNOMINAL, asked)
                if doer is not None:
                    yield doer.i, Dependent(Relation.SUBJECT, token)
            elif objects and doer is None and _criticises(verb):
                yield token.i, Dependent(Relation.ADNOMINAL, objects[-1])


def _in_messages(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the participles that say what a message is, and not who gets it: "got a call from X | threatening to sue"."""
    for token in doc:
        verb = token.head
        if token.dep_ != "advcl" or token.tag_ != "VBG" or verb.lemma_ not in RECEIVING or token.nbor(-1).text == ",":
            continue
        message = next((c for c in verb.children if c.dep_ == "obj" and c.lemma_ in MESSAGES and c.i < token.i), None)
        if message is not None:
            yield token.i, Dependent(Relation.ADNOMINAL, message)


def _is_doer_of(noun: Token) -> bool:
    """Whether a noun stands between *for* and an infinitive: "made calls *for the police* to free X"."""
    return noun.dep_ == "obl" and any(c.dep_ == "case" and c.lower_ == "for" for c in noun.children)


def _asks(noun: Token) -> bool:
    """Whether a noun names a demand: "their *call* on the army to free X"."""
    cue = load_words(Cue).get((noun.lemma_.lower(),), "noun")
    return cue is not None and cue.reading is Factuality.DEMANDED


def _criticises(verb: Token) -> bool:
    cue = load_words(Cue).get((verb.lemma_.lower(),), "verb")
    return cue is not None and cue.presupposes


def _adjuncts(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield participles after a comma that tell what the main clause's subject does: "stepped up efforts, | arresting X".

    A parse hangs them on the noun before, which does nothing, or joins them without *and* to an infinitive, which is no
    like of theirs (Quirk et al. 1985, 13.49).
    """
    for token in doc:
        if token.tag_ != "VBG" or token.i == 0 or token.nbor(-1).text != ",":
            continue
        above = token.head
        unlike = token.dep_ == "conj" and above.tag_ == "VB" and not any(c.dep_ == "cc" for c in token.children)
        nobody = above.pos_ == "NOUN" and above.dep_ == "obj" and not ends_description(noun_lemma(above))
        if not unlike and not (token.dep_ == "acl" and nobody):
            continue
        verbs = (t for t in above.ancestors if t.pos_ == "VERB")
        main = next((t for t in verbs if any(c.dep_ == "nsubj" for c in t.children)), None)
        if main is not None:
            yield token.i, Dependent(Relation.ADVERBIAL, main)


def _after_sources(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the gerunds with a conjunction that a parse hangs on the source before: "According to X, | despite beating Y".

    A clause that a conjunction begins is the main clause's, and who reports does nothing in it.
    """
    for token in doc:
        source, start = token.head, token.left_edge
        if token.tag_ != "VBG" or token.dep_ != "acl" or source.dep_ != "obl" or source.head.i < token.i:
            continue
        link = next((c for c in token.children if c.dep_ == "mark" and c.i < token.i), None)
        comma = start.text == "," or (start.i > 0 and start.nbor(-1).text == ",")
        if link is not None and comma:
            yield token.i, Dependent(Relation.ADVERBIAL, source.head, link.lower_)


def _before_witnesses(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the participles that tell what the main clause's subject does before others, and to whom it does it.

    "Police held him in front of his family, | pointing guns at him": those who look on do not do it.
    """
    for token in doc:
        if token.tag_ != "VBG" or token.dep_ != "acl":
            continue
        front = token.head.head
        if front.lower_ not in ("front", "presence", "view", "eyes"):
            continue
        to_him = any(t.lower_ in ("him", "her", "them", "his", "their") for t in token.subtree)
        if to_him and front.head.pos_ == "VERB" and front.dep_ == "obl":
            yield token.i, Dependent(Relation.ADVERBIAL, front.head)


def _blows(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield where somebody is hit, which a parse takes for whom a verb with a particle hits: "kicked in the | stomach"."""
    for noun in doc:
        if noun.dep_ in ("obj", "dobj") and noun.lemma_.lower() in BODY and noun.left_edge.i > 0:
            before = doc[noun.left_edge.i - 1]
            if before.dep_ in ("compound:prt", "prt") and before.lower_ in ON_BODY and before.head.i == noun.head.i:
                yield noun.i, Dependent(Relation.OBLIQUE, noun.head, before.lower_)


def _hyphenated(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield who did it where a parse takes a compound participle for a clause: "detained by rifle-toting | police"."""
    for token in doc:
        compound = token.tag_ == "VBG" and token.i > 1 and token.nbor(-1).text == "-" and token.dep_ == "advcl"
        if compound and any(c.lower_ == "by" and c.i < token.i for c in token.children):
            noun = next((c for c in token.children if c.dep_ in ("obj", "dobj") and c.pos_ in NOMINAL), None)
            if noun is not None:
                yield noun.i, Dependent(Relation.OBLIQUE, token.head, "by")
                yield token.i, Dependent(Relation.OTHER, noun)


def _attributes(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the nouns that a parse takes for the objects of participles which stand before them as adjectives do.

    "All arrested | Radio Tengri reporters have been charged": who arrests is no subject of a passive.
    """
    for token in doc:
        before = token.nbor(-1).lower_ if token.i else ","
        if token.tag_ not in ("VBN", "VBD") or token.dep_ not in NOMINALS:
            continue
        if before not in ARTICLES and not (before == "," and token.tag_ == "VBN") and not token.is_sent_start:
            continue
        noun = next((c for c in token.children if c.dep_ in ("obj", "dobj") and c.pos_ in NOMINAL), None)
        if noun is not None and noun.left_edge.i == token.i + 1:
            yield noun.i, Dependent(NOMINALS[token.dep_], token.head)
            yield token.i, Dependent(Relation.ADJECTIVE, noun)
            for opening in (c for c in token.children if c.i < token.i and c.dep_ == "obl"):
                case = next((c.lower_ for c in opening.children if c.dep_ == "case"), None)
                yield opening.i, Dependent(Relation.OBLIQUE, token.head, case)


def _fined(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield whom somebody fines a sum that a parse takes for theirs: "fined | Radio Tengri 11 million rubles"."""
    for token in doc:
        sum_ = token.head
        if token.lower_ == "her" and token.dep_ == "nmod:poss" and sum_.dep_ == "obj" and sum_.head.lemma_ == "fine":
            yield token.i, Dependent(Relation.RECIPIENT, sum_.head)  # nobody is fined what is hers
    for name in doc.ents:
        root, after = name.root, name.end
        if name.label_ not in ("ORG", "PERSON") or root.dep_ != "compound" or after >= len(doc):
            continue
        sum_, verb = root.head, root.head.head
        counted = doc[after].pos_ == "NUM" and sum_.dep_ in ("obj", "dobj") and sum_.i > after
        if counted and verb.lemma_.lower() == "fine" and verb.i < name.start:
            yield root.i, Dependent(Relation.RECIPIENT, verb)


def _handed(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield whom a headline says to be given a term that a parse makes theirs: "Court hands | journalist jail term"."""
    for noun in doc:
        term, verb = noun.head, noun.head.head
        if noun.dep_ != "compound" or term.dep_ not in ("obj", "dobj") or not is_person(noun):
            continue
        bare = noun.left_edge.i == verb.i + 1
        if bare and verb.lemma_.lower() in ("hand", "give") and term.lemma_.lower() in ("term", "sentence", "fine"):
            yield noun.i, Dependent(Relation.RECIPIENT, verb)


def _counted(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the counted objects whose *around* a parse takes for a preposition: "closed | around 20 news outlets"."""
    for noun in doc:
        verb = noun.head
        bare = noun.dep_ == "obl" and noun.tag_ == "NNS" and not any(c.dep_ == "case" for c in noun.children)
        about = any(c.lower_ in ("around", "about", "some") and c.dep_ == "advmod" for c in noun.children)
        if bare and about and verb.i < noun.i and not any(c.dep_ == "obj" for c in verb.children) and not is_time(noun):
            yield noun.i, Dependent(Relation.OBJECT, verb)


def _among_those(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield who is said to be among those whom something befell: "X was among those | beaten"."""
    for those in doc:
        if those.lower_ != "those" or not any(c.lower_ == "among" and c.dep_ == "case" for c in those.children):
            continue
        verb = those.head if those.dep_ == "nsubj:pass" else next((c for c in those.children if c.dep_ == "acl"), None)
        if verb is None or verb.i < those.i or not (verb.tag_ == "VBN" or verb.lower_.endswith("ed")):
            continue
        for who in (c for c in those.children if c.dep_ == "nsubj" and c.i < those.i):
            yield who.i, Dependent(Relation.PASSIVE_SUBJECT, verb)
            if those.dep_ == "acl:relcl":
                yield verb.i, Dependent(Relation.RELATIVE, those.head)
            if those.dep_ in ("acl:relcl", "nsubj:pass"):
                yield those.i, Dependent(Relation.OTHER, verb)
            yield from ((c.i, Dependent(MARKS[c.dep_], verb)) for c in those.children if c.dep_ in MARKS)
            yield from ((c.i, Dependent(Relation.NEGATION, verb)) for c in those.children if c.lower_ in ("not", "n't"))


def _company(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield who is set beside a verb's noun after a comma, and hangs in a parse on the phrase before the comma.

    "X, the head of Arna's bureau, along with reporters Y and Z, was held".
    """
    for noun in doc:
        link = " ".join(c.lower_ for c in noun.children if c.dep_ == "case" and c.i < noun.i)
        start = noun.left_edge.i
        if link not in COMPANY or "," not in (doc[start].text, doc[max(start - 1, 0)].text):
            continue
        above = noun.head
        inside: list[Token] = []
        while above.dep_ in INSIDE and above.head.i != above.i:
            inside.append(above)
            above = above.head
        if not inside or above.dep_ not in NOMINALS or above.i > noun.i:
            continue
        yield noun.i, Dependent(Relation.OBLIQUE, above, link)
        named = next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"), noun)
        after = (c for t in inside for c in t.children if c.dep_ == "conj" and c.i > noun.i)
        yield from ((c.i, Dependent(Relation.CONJUNCT, named)) for c in after)


def _likewise(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield whom a passive also befell, who is inverted after *as*: "X was held, as was Y", "as were two others"."""
    for subject in doc:
        verb = subject.head
        if subject.dep_ not in ("nsubj:pass", "nsubjpass"):
            continue
        for noun in verb.children:
            link = next((c for c in noun.children if c.lower_ == "as" and verb.i < c.i < noun.i), None)
            if link is not None and doc[link.i - 1].text == "," and link.nbor().lower_ in INVERTED:
                yield noun.i, Dependent(Relation.CONJUNCT, subject)
                yield link.i + 1, Dependent(Relation.OTHER, noun)  # no copula: Y is nothing else than held


def _after_people(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the participles right after a person that a parse hangs on the verb: "represented X, a reporter | held in"."""
    for token in doc:
        verb, before = token.head, doc[max(0, token.i - 1)]
        bare = token.tag_ == "VBN" and token.dep_ in ("advcl", "xcomp") and token.left_edge.i == token.i
        if not bare or verb.pos_ != "VERB" or verb.i >= before.i or not WITH_PARTICIPLES.isdisjoint(readings(verb)):
            continue
        noun = before.head if before.dep_ == "flat" else before
        inside = any(a.head == verb and a.dep_ in ("obj", "obl", "nsubj:pass", "iobj") for a in (noun, *noun.ancestors))
        if is_person(noun) and inside and before.tag_ != "PRP":
            yield token.i, Dependent(Relation.ADNOMINAL, noun)


def _fronted(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subjects that a parse hangs on the participle before, or on its date: "Held on May 9, | X was beaten"."""
    for token in doc:
        if token.tag_ != "VBN" or not token.is_sent_start or token.dep_ not in NOMINALS or token.head.i < token.i:
            continue
        inside = (t for t in token.subtree if t.head == token or (t.dep_ == "appos" and is_time(t.head)))
        bare = (t for t in inside if is_person(t) and all(c.dep_ != "case" for c in t.children))
        who = next((t for t in bare if doc[t.left_edge.i - (doc[t.left_edge.i].text != ",")].text == ","), None)
        if who is not None:
            yield who.i, Dependent(NOMINALS[token.dep_], token.head)
            yield token.i, Dependent(Relation.ADVERBIAL, token.head)


def _second_objects(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the names that a parse takes for a second object: "held X, editor of the newspaper | Arna"."""
    for name in doc:
        before = doc[max(0, name.left_edge.i - 1)]
        if name.dep_ != "obj" or name.pos_ != "PROPN" or before.tag_ != "NN" or before.i >= name.i:
            continue
        first = any(c.dep_ == "obj" and c.i < before.i for c in name.head.children)
        if first and describe([noun_lemma(before)]) is not None:
            yield name.i, Dependent(Relation.APPOSITION, before)


def _who_went_on(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the verbs of a relative clause's list that a parse hangs on the verb above: "men, who came, | hit X and ran".

    No finite clause is an adverbial without a subject or a conjunction (Quirk et al. 1985, 14.6): it goes on.
    """
    for token in doc:
        verb = token.head
        if token.dep_ != "advcl" or token.tag_ != "VBD" or doc[token.left_edge.i - 1].text != "," or verb.i > token.i:
            continue
        if any(c.dep_ in OPENING for c in token.children) or has_subject(token):
            continue
        clauses = (t for t in doc[verb.i + 1 : token.i] if t.dep_ == "acl:relcl" and t.tag_ == "VBD")
        first = next((t for t in clauses if any(c.lower_ in ("who", "which") for c in t.children)), None)
        if first is None or first.right_edge.i < token.left_edge.i - 2:
            continue
        yield token.i, Dependent(Relation.CONJUNCT, first)
        for last in verb.children:
            if last.dep_ == "conj" and last.i > token.i and last.tag_ == "VBD" and not has_subject(last):
                yield last.i, Dependent(Relation.CONJUNCT, first)


def _after_colons(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the clauses after a colon that a parse makes relative to what is before: "not the first attack: men | beat X".

    A clause with a subject of its own and no pronoun for what it would be about is a sentence; a date before it is its.
    """
    for verb in doc:
        if verb.dep_ not in ("acl:relcl", "acl", "appos") or verb.tag_ not in ("VBD", "VBP", "VBZ"):
            continue
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
        if subject is None or subject.tag_ in ("WP", "WDT"):
            continue
        colon = next((t.i for t in doc[verb.head.i + 1 : subject.i] if t.text == ":"), None)
        if colon is not None:
            yield verb.i, Dependent(Relation.PARATAXIS, verb.head)
            for date in doc[colon + 1 : subject.i]:
                if date.head == verb.head and is_time(date):
                    yield date.i, Dependent(Relation.OBLIQUE, verb, "on")


def _aged(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the second of two people where a parse coordinates his age with the first: "X and 43-year-old Y"."""
    for name in doc:
        old = doc[name.left_edge.i - 1] if name.left_edge.i else name
        beside = name.dep_ in ("appos", "flat") and old.lower_ == "old" and old.dep_ == "conj"
        if beside and old.head == name.head and name.ent_type_ == "PERSON":
            yield name.i, Dependent(Relation.CONJUNCT, name.head)
