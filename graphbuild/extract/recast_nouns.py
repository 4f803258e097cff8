"""Nouns that a parse takes for another part of a clause than grammar lets them be.

- A noun joined to a verb is the subject of the next: "X was held, and his phone and camera were taken".
- A verb before its complement's subject has it for no object: "said information on the arrest was false".
- Nor has what comes after its source: "according to X, a blogger published it" is of the blogger.
- What stands between a comma and a verb that has no subject is that: "After beating X, a mob left"; so does the second of
  two names side by side.
- A list of nouns wants *and* before its last: "killed X, a reporter, and wounded Y" lists no reporter.
- Who is named at the end with a verb of saying is the source: "convicted X and said that …, the newspaper Y reported".
- "The same day", "that night" are when, never who or what (Quirk et al. 1985, 8.52): "was freed the same day".
- A participle has no possessor: "ordered her held".
- A clause of time has a subject: "days after a court on May 3 sentenced X".
- So has a clause after *while*: "X got a year, while Y, an editor, was sentenced to two".
- Hours are given for something to be done in: "gave Radio Aksu 24 hours to remove it".
- A date beside a subject is when: "the KGB on January 6 questioned X", "On 6 May, four reporters were beaten", "in a raid
  on 25 May two editors were".
- A noun has no object: "held for two weeks without charge | the editor of Arna" (heavy objects come last).
- What is compared by *than* is not told: "no higher priority than securing his release".
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.surface import FINITE, NOMINAL, RELATIVE, follows_comma, has_subject, is_person
from graphbuild.extract.syntax import SAYING, WEEKDAYS, Dependent, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Doc, Token

R = Relation

DEICTIC = frozenset({"same", "that", "next", "following", "previous", "last"})
CONJUNCTIONS = frozenset({"after", "before", "since", "until"})
ARGUMENTS = ("nsubj", "nsubj:pass", "obj")


def recast_nouns(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield what words depend on, and as what; of two for one word the last counts."""
    passes = (
        _contrasted, _named_twice, _after_fronted, _joined_to_verbs, _said, _according_to, _after_gerunds, _no_marks,
        _never_closed, _trailing_sources, _times, _possessed, _in_clauses_of_time, _hours, _beside_dates, _after_dates,
        _heavy_objects, _compared, _days_before,
    )  # fmt: skip
    return chain.from_iterable(find(doc) for find in passes)


def _subject_of(verb: Token) -> Relation:
    """Return what a verb's subject is to it."""
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    return R.PASSIVE_SUBJECT if passive else R.SUBJECT


def _joined_to_verbs(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subjects that a parse joins to the verb before, as no noun can be: "X was held, and | his phone was taken".

    Only like is coordinated with like (Chomsky 1957, 5.2).
    """
    for noun in doc:
        if noun.dep_ != "conj" or noun.pos_ not in NOMINAL or noun.head.pos_ != "VERB" or noun.i < noun.head.i:
            continue
        verb = next((t for t in doc[noun.i + 1 : noun.sent.end] if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBN")), None)
        if verb is None or verb.dep_ not in ("conj", "parataxis", "acl") or verb.head not in (noun.head, noun):
            continue
        below = {c.dep_ for c in verb.children if noun.i < c.i < verb.i}
        if (verb.tag_ == "VBD" or "aux:pass" in below) and not has_subject(verb):
            yield noun.i, Dependent(_subject_of(verb), verb)
            yield verb.i, Dependent(R.CONJUNCT, noun.head)


def _never_closed(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield what somebody is called between commas that a parse lists with him: "killed X, | a reporter, and wounded Y"."""
    for noun in doc:
        name = noun.head
        if noun.dep_ != "conj" or noun.tag_ != "NN" or name.pos_ != "PROPN" or not is_person(noun):
            continue
        alone = [c for c in name.children if c.dep_ == "conj"] == [noun]
        open_ = not any(c.dep_ == "cc" for c in (*noun.children, *name.children))
        if alone and open_ and noun.doc[noun.left_edge.i].text in (",", "a", "an") and follows_comma(noun):
            yield noun.i, Dependent(R.APPOSITION, name)


def _trailing_sources(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the sources after a sentence that a parse makes objects of its verb: "held X, | the newspaper Y reported"."""
    for noun in doc:
        first = noun.dep_ == "obj" and follows_comma(noun) and any(
            c.dep_ == "obj" and c.i < noun.left_edge.i for c in noun.head.children
        )  # fmt: skip
        said = next((c for c in noun.children if c.dep_ in RELATIVE and c.tag_ == "VBD"), None) if first else None
        who = next((c for c in said.children if c.dep_ == "nsubj"), None) if said is not None else None
        if said is None or who is None or said.lemma_ not in SAYING or who.left_edge.i != noun.i + 1:
            continue
        yield said.i, Dependent(R.PARATAXIS, noun.head)
        yield noun.i, Dependent(R.COMPOUND, who)


def _said(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subjects of what is said that a parse takes for the object of the verb of saying."""
    for verb in doc:
        said = verb.head
        if (
            verb.dep_ not in ("ccomp", "parataxis", "conj")
            or verb.pos_ not in ("VERB", "AUX")
            or said.lemma_ not in SAYING
        ):
            continue
        nouns = [c for c in said.children if c.dep_ == "obj" and said.i < c.i < verb.i]
        if nouns and not has_subject(verb):
            yield nouns[-1].i, Dependent(_subject_of(verb), verb)


def _after_gerunds(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subjects of main clauses that a parse takes for objects of a fronted gerund before a comma."""
    for noun in doc:
        gerund, start = noun.head, noun.left_edge.i
        if (
            noun.dep_ not in ("obj", "conj", "appos")
            or gerund.tag_ != "VBG"
            or start == 0
            or doc[start - 1].text != ","
        ):
            continue
        verb = gerund.head
        fronted = gerund.dep_ == "advcl" and gerund.i < noun.i < verb.i and noun.right_edge.i + 3 >= verb.i
        if fronted and verb.tag_ in (*FINITE, "VBN") and not has_subject(verb):
            yield noun.i, Dependent(_subject_of(verb), verb)


def _named_twice(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the object of a fronted gerund, and the subject after it that a parse takes for a second name of that.

    "After interviewing the mayor Omar Keita, | journalist Dana Vik was held": nobody has two names side by side.
    """
    for person in doc:
        noun, verb = person.head, person.head.head
        if person.dep_ != "appos" or noun.dep_ not in ARGUMENTS or not follows_comma(person) or noun.i > verb.i:
            continue
        names = [c for c in noun.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"]
        gerund = next((c for c in verb.children if c.dep_ == "advcl" and c.i + 1 == noun.left_edge.i), None)
        if len(names) == 2 and names[-1] == person and gerund is not None and gerund.tag_ == "VBG":
            yield noun.i, Dependent(R.OBJECT, gerund)
            yield person.i, Dependent(_subject_of(verb), verb)


def _after_fronted(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subjects that a parse takes for part of a fronted gerund's object: "After beating X, | a mob left".

    Whose clause follows is who does what the gerund says, whatever verb of saying stands behind it.
    """
    for noun in doc:
        beside = noun.dep_ == "appos"
        verb = noun.head.head if beside else noun.head
        if verb.tag_ != "VBG" or (noun.head if beside else noun).dep_ != "obj":
            continue
        fronted = any(c.i < verb.i and c.dep_ in ("mark", "case") for c in verb.children)
        if not fronted or not follows_comma(noun):
            continue
        first = beside or any(c.dep_ == "obj" and c.i < noun.i for c in verb.children)
        finite = any(c.dep_ == "acl" and c.tag_ in FINITE and not has_subject(c) for c in noun.children)
        if first and finite:
            yield noun.i, Dependent(R.SUBJECT, verb)


def _according_to(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the clauses after a source that a parse takes for what they say: "According to X, | a blogger published it".

    Who reports does nothing in it; a participle with an object is a finite verb.
    """
    for verb in doc:
        noun = verb.head
        finite = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and any(c.dep_ == "obj" for c in verb.children)
        if finite and noun.dep_ == "appos" and any(c.lower_ == "according" for c in noun.head.children):
            yield noun.i, Dependent(R.SUBJECT, verb)
            yield verb.i, Dependent(R.PARATAXIS, noun.head)


def _no_marks(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subjects that a parse takes for punctuation: "in one case, officials and security | forces beat X"."""
    for noun in doc:
        verb = noun.nbor() if noun.i + 1 < len(doc) else noun
        if noun.dep_ != "punct" or noun.pos_ not in NOMINAL or verb.tag_ not in FINITE or has_subject(verb):
            continue
        plurals = [c for c in noun.children if c.dep_ == "compound" and c.tag_ == "NNS"]
        first = plurals[0] if plurals and any(t.lower_ == "and" for t in doc[plurals[0].i : noun.i]) else noun
        yield first.i, Dependent(_subject_of(verb), verb)
        if first != noun:
            yield noun.i, Dependent(R.CONJUNCT, first)


def _times(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    for noun in doc:
        deictic = any(c.lower_ in DEICTIC and c.dep_ in ("det", "amod") for c in noun.children)
        if noun.dep_ in ARGUMENTS and deictic and is_time(noun) and noun.head.pos_ == "VERB":
            only = sum(c.dep_ == noun.dep_ for c in noun.head.children) == 1
            if noun.dep_ == "obj" or not only:
                yield noun.i, Dependent(R.TIME, noun.head)


def _possessed(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    for participle in doc:
        if participle.tag_ != "VBN" or participle.dep_ != "obj" or participle.head.pos_ != "VERB":
            continue
        for owner in participle.children:
            if owner.dep_ == "nmod:poss" and owner.pos_ == "PRON":
                yield owner.i, Dependent(R.OBJECT, participle.head)
                yield participle.i, Dependent(R.OPEN_COMPLEMENT, participle.head)


def _in_clauses_of_time(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subjects with a conjunction that a parse takes for phrases: "days after a court on May 3 sentenced X"."""
    for verb in doc:
        finite = verb.tag_ in FINITE or _subject_of(verb) is R.PASSIVE_SUBJECT
        if verb.dep_ not in ("ccomp", "xcomp", "parataxis", "advcl", "acl") or not finite:
            continue
        bare = not any(c.dep_.startswith(("nsubj", "aux", "mark", "csubj")) for c in verb.children)
        beside = [c for c in verb.head.children if bare and _is_phrase_before(c, verb)]
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")]
        for noun in (*subjects, *beside):
            link = next((c.lower_ for c in noun.children if c.dep_ == "case" and c.lower_ in CONJUNCTIONS), None)
            if link is not None:
                yield verb.i, Dependent(R.ADVERBIAL, verb.head, link)
                if len(subjects) < len(("a chief editor", "Omar Keita")):  # the first of two is the name's
                    yield noun.i, Dependent(_subject_of(verb), verb)


def _is_phrase_before(noun: Token, verb: Token) -> bool:
    """Whether a prepositional phrase ends right before a verb's clause."""
    return noun.dep_ == "obl" and noun.pos_ in NOMINAL and noun.i < verb.i and noun.right_edge.i + 1 == verb.left_edge.i


def _contrasted(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subject of a clause after *while* whose verb a parse joins to the one before: "while | Y, an editor,".

    Or gives no subject but the clause before: "*X was held*, while Y, host of a show, | was arrested".
    """
    for link in doc:
        noun = link.head
        if link.lower_ not in ("while", "whereas") or link.dep_ != "mark" or noun.pos_ != "NOUN":
            continue
        verb = next((t for t in doc[noun.i + 1 : link.sent.end] if t.pos_ == "VERB"), None)
        own = [c for c in verb.children if c.dep_.startswith(("nsubj", "csubj", "expl"))] if verb is not None else []
        clauses = [c for c in own if c.pos_ == "VERB" and c.i < link.i]
        predicate = any(c.dep_ == "cop" for c in noun.children)  # "while Y is an editor"
        if verb is None or len(clauses) < len(own) or predicate:
            continue
        helpers = [c for c in verb.children if c.dep_.startswith("aux") and noun.i < c.i]
        name = next((e.root for e in doc.ents if e.start == link.i + 1), noun)
        if helpers or verb.tag_ == "VBD":
            yield name.i, Dependent(_subject_of(verb), verb)
            yield from ((c.i, Dependent(R.PARATAXIS, verb)) for c in clauses)
            if name != noun:
                yield noun.i, Dependent(R.APPOSITION, name)


def _hours(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    for verb in doc:
        hours = verb.head
        if (
            verb.dep_ == "acl"
            and verb.tag_ == "VB"
            and is_time(hours)
            and hours.dep_ == "obj"
            and hours.head.pos_ == "VERB"
        ):
            yield verb.i, Dependent(R.ADVERBIAL, hours.head, "to")


def _beside_dates(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subjects that a parse hangs on the date beside them.

    "The KGB | on January 6 questioned X", "On 6 May, | four reporters were beaten": nobody is a date's apposition.
    """
    for noun in doc:
        date, verb = noun.head, noun.head.head
        apposed = noun.dep_ == "appos" and noun.pos_ in NOMINAL and date.dep_ == "obl" and is_time(date)
        if apposed and date.i < noun.i < verb.i and verb.tag_ in (*FINITE, "VBN") and not has_subject(verb):
            yield noun.i, Dependent(_subject_of(verb), verb)
    for date in doc:
        case = next((c for c in date.children if c.dep_ == "case" and c.lower_ in ("on", "in")), None)
        if case is None or date.dep_ not in ARGUMENTS or date.head.i < date.i or not is_time(date):
            continue
        subject = next((c for c in date.children if c.dep_ == "nsubj" and c.i < case.i), None)
        if subject is not None:
            yield subject.i, Dependent(_subject_of(date.head), date.head)
            yield date.i, Dependent(R.OBLIQUE, date.head, case.lower_)


def _after_dates(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the subjects that a parse takes for the noun of a date's phrase: "in a raid on 25 May | two editors were".

    A calendar date is a phrase of its own, before which nothing counts people.
    """
    for noun in doc:
        case = next((c for c in noun.children if c.dep_ == "case" and c.lower_ == "on"), None)
        if noun.dep_ not in ("nmod", "obl") or case is None or noun.tag_ not in ("NNS", "NN") or case.i + 3 > noun.i:
            continue
        date = doc[case.i + 1 : case.i + 3]
        verb = next((t for t in doc[noun.i : noun.sent.end] if t.tag_ in ("VBD", "VBN") and t in noun.ancestors), None)
        if verb is None or has_subject(verb) or not all(is_time(t) or t.pos_ == "NUM" for t in date):
            continue
        if sum(t.text.isdigit() for t in date) == 1:
            yield noun.i, Dependent(_subject_of(verb), verb)
            yield date[0].i, Dependent(R.OBLIQUE, verb, "on")
            yield date[1].i, Dependent(R.NAME, date[0])


def _heavy_objects(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the objects that a parse hangs on a noun in a phrase before them: "held without charge | the editor of Arna".

    Long objects go to the end of their clause (Quirk et al. 1985, 18.39).
    """
    for noun in doc:
        phrase, verb = noun.head, noun.head.head
        of_noun = noun.dep_ == "obj" and phrase.tag_ == "NN" and phrase.dep_ in ("obl", "advcl") and verb.pos_ == "VERB"
        case = next((c.lower_ for c in phrase.children if c.dep_ in ("case", "mark")), None)
        if (
            of_noun
            and case is not None
            and verb.i < phrase.i < noun.i
            and not any(c.dep_ == "obj" for c in verb.children)
        ):
            yield noun.i, Dependent(R.OBJECT, verb)
            yield phrase.i, Dependent(R.OBLIQUE, verb, case)


def _compared(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    for gerund in doc:
        than = any(c.lower_ == "than" and c.dep_ in ("mark", "case") for c in gerund.children)
        if gerund.tag_ == "VBG" and gerund.dep_ == "acl" and than:
            yield gerund.i, Dependent(R.ADVERBIAL, gerund.head.head, "than")


def _days_before(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the day that a parse joins to the subject after it: "on *Tuesday* | protesters stoned a van"."""
    for day in doc:
        named = day.dep_ == "compound" and day.lower_ in WEEKDAYS and day.head.dep_ in ARGUMENTS
        if named and day.i < day.head.i and any(c.lower_ == "on" for c in day.children):
            yield day.i, Dependent(R.OBLIQUE, day.head.head, "on")
