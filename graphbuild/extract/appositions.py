"""Joins what stands side by side and is one thing: "Toiken, a correspondent", "journalist X", "X is a reporter".

So is a name and the other name that the text gives for it ("better known under the pen name Y"), and whom somebody
identifies by a name.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters, fold
from graphbuild.extract.company import SPOKESPEOPLE
from graphbuild.extract.coordination import has_singular_verb
from graphbuild.extract.kinds import BODIES, PERSONS, title_kind
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.noun_phrases import is_told
from graphbuild.extract.surface import TENSED, is_person
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation

PAIR = 2
"""As many as *both* and a single *and* join."""
QUOTES = frozenset("“”\"«»„‘’'")
KNOWN_AS = re.compile(
    r"[,(]? ?(who (is |was |goes |went )?|which is )?((also|better|best|widely|popularly|locally|more commonly|commonly) )*"
    r"((known|writing|writes|wrote|blogging|blogs|publishing|publishes|published) (locally |online |professionally )?"
    r"(as|under the (pen|stage|code)? ?(name|pseudonym|alias)( of)?"
    r"|by (his|her|the|their) (pen |stage )?(name|pseudonym|alias)( of)?)"
    r"|((?<=goes )|(?<=went ))by( the)?( pen ?name| pseudonym| alias| name)?( of)?"
    r"|whose real name (is|was)|real name|born|née|aka|a\.k\.a\.|alias|nicknamed)"
)
"""What stands between a name and the other name of the same: "also known as", "better known under the pen name"."""
IN_BRACKETS = re.compile(r"^\( [^()]* \) ?")
"""What brackets right after a name say of its bearer: "X (born 1987), also known as"."""
NAMING = frozenset({"named", "called"})
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What a name may end with after the last name."""
CALLING = frozenset({"calling itself", "calling themselves", "calling himself", "identified as", "known as"})
"""Participles between a description and the name of what it describes."""


def join_appositions(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join a description with the name it stands beside ("Toiken, a correspondent"; "journalist X"; "X is a reporter")."""
    _bodies_so_called(doc, syntax, clusters)
    for i, mention in enumerate(clusters.mentions):
        if mention.form is Form.PRONOUN:
            continue
        up = syntax.governor(doc[mention.head])
        if up is None or up.relation not in (R.APPOSITION, R.NAME, R.COMPOUND, R.PARATAXIS):
            continue
        other = clusters.at(_one_of(up.token, mention, syntax).i)
        if other is None or other == i or _two_people(clusters, i, other):
            continue
        before = mention.form is Form.NAME and mention.end <= up.token.i and up.relation is R.COMPOUND
        if before and clusters.mentions[other].kind in PERSONS:
            continue  # "the Arna correspondent" bears no name
        if _one_thing(clusters, i, other, up.relation):
            clusters.join(i, other, "apposition")
    _before_names(doc, clusters)
    _after_names(doc, syntax, clusters)
    _identified(doc, syntax, clusters)
    _of_one_verb(doc, syntax, clusters)
    for subject, predicate in syntax.predications():
        one, other = clusters.at(subject.i), clusters.at(predicate.i)
        if one is None or other is None or one == other or _two_people(clusters, one, other):
            continue
        if _one_thing(clusters, one, other, R.PREDICATE) or _is_said_of_him(clusters, one, other, predicate, syntax):
            clusters.join(one, other, "predicate")


def _bodies_so_called(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Let what was taken for a person's name be the body's that a noun beside it says it is.

    Right before the name ("the mining company Altyn Temir"), or after it with an article ("Temir Kalem, a weekly").
    """
    described = (m for m in clusters.mentions if m.form is Form.DESCRIPTION and not (m.plural or m.member))
    said = [m for m in described if m.kind in (Kind.OUTLET, Kind.ORGANIZATION) and not is_person(doc[m.head])]
    before = {_past_naming(doc, m.end): m for m in said if doc[m.end - 1].pos_ == "NOUN"}
    after = {m.start - 1: m for m in said if doc[m.start - 1].lower_ in ("a", "an")}
    for i, mention in enumerate(clusters.mentions):
        if mention.form is not Form.NAME or clusters.kind(i) is not Kind.PERSON:
            continue
        noun = before.get(mention.start)
        if noun is None and doc.text_of(mention.end, mention.end + 1) == ",":
            noun = after.get(mention.end + 1)
            noun = noun if noun is not None and _is_apposed(noun, doc, syntax) else None
        if noun is not None and noun.kind is not None and _is_no_person(i, noun, doc, clusters):
            clusters.settle(i, noun.kind)


def _is_apposed(noun: Mention, doc: Doc, syntax: Syntax) -> bool:
    """Whether a noun only says what a name is of, and begins no clause: "In an interview with X, a website *said* …"."""
    up = syntax.governor(doc[noun.head])
    rest = doc[noun.end : doc[noun.head].sent.end]
    goes_on = noun.end < len(doc) and (doc[noun.end].is_punct or doc[noun.end].pos_ in ("ADP", "PRON"))
    finite = any(t.tag_ in TENSED for t in takewhile(lambda t: not t.is_punct and t.tag_ not in ("WP", "WDT"), rest))
    return up is not None and up.relation is R.APPOSITION and goes_on and not finite


def _is_no_person(index: int, noun: Mention, doc: Doc, clusters: Clusters) -> bool:
    """Whether nothing else speaks for a person: no title, and no post before the noun ("head of the company X")."""
    members = clusters.members(index)
    titled = any(m.start > 0 and title_kind([doc[m.start - 1].lower_]) is not None for m in members)
    start = noun.start - 1 if noun.start and doc[noun.start - 1].pos_ == "DET" else noun.start
    post = (
        start > 1 and doc[start - 1].lower_ in ("of", "at", "for") and title_kind([doc[start - 2].lower_]) is not None
    )
    headed = start > 1 and doc[start - 1].lower_ in ("of", "at", "for") and is_person(doc[start - 2])
    return not (titled or post or headed) and all(m.form is Form.NAME for m in members)


def _one_of(noun: Token, mention: Mention, syntax: Syntax) -> Token:
    """Return the word that an apposition is of: the *one* of "one of her sons, Omar,", else the noun it hangs on."""
    up = syntax.governor(noun)
    if up is None or mention.form is not Form.NAME or mention.plural:
        return noun
    return up.token if up.preposition == "of" and up.token.lower_ == "one" else noun


def _before_names(doc: Doc, clusters: Clusters) -> None:
    """Join a description with the name right after it, however the parser links them: "the mining company Altyn Gold".

    *Named* or *called* may stand between, and a quotation mark: "a channel called “Radio Tengri”".
    """
    starts = {m.start: i for i, m in enumerate(clusters.mentions) if m.form is Form.NAME}
    for i, mention in enumerate(clusters.mentions):
        other = starts.get(_past_naming(doc, mention.end))
        if other is None or mention.form is not Form.DESCRIPTION or mention.plural or mention.relative:
            continue
        if doc[mention.end - 1].pos_ != "NOUN" or _two_people(clusters, i, other):
            continue
        kinds = {mention.kind, clusters.mentions[other].kind}
        if (kinds <= BODIES or kinds <= PERSONS) and compatible(clusters, i, other):
            clusters.join(i, other, "description before a name")


def _past_naming(doc: Doc, end: int) -> int:
    """Return where a name would begin: after "called", "calling itself “the", a quotation mark or nothing."""
    calling = doc.text_of(end, end + 2).lower() in CALLING
    start = end + (2 if calling else doc.text_of(end, end + 1).lower() in NAMING)
    start += doc.text_of(start, start + 1) in QUOTES
    return start + (calling and doc.text_of(start, start + 1).lower() == "the")


def _after_names(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join an apposition with the name before its comma, whatever it hangs on: "the office of X, a daily owned by"."""
    ends = {m.end: i for i, m in enumerate(clusters.mentions) if m.form is Form.NAME}
    for i, mention in enumerate(clusters.mentions):
        up = syntax.governor(doc[mention.head])
        if mention.form is not Form.DESCRIPTION or up is None or mention.start < 3:
            continue
        article, comma = doc[mention.start - 1].lower_, mention.start - 2
        if article in ("a", "an") and mention.start - 1 in ends and mention.position:
            comma += 1  # the comma is often left out: "questioned X a reporter for Y"
        elif article not in ("a", "an", "the") or doc[comma].text != "," or up.relation is not R.APPOSITION:
            continue
        other = ends.get(comma - 1 if doc[comma - 1].text in QUOTES else comma)
        if other is not None and not _two_people(clusters, i, other) and _one_thing(clusters, i, other, R.APPOSITION):
            clusters.join(other, i, "apposition")


def _identified(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join whom somebody identifies: "identified the slain reporter as X", "the victim was named as X"."""
    for verb in doc:
        if verb.lemma_ not in ("identify", "name") or verb.pos_ != "VERB":
            continue
        who = syntax.first(verb, R.OBJECT, R.PASSIVE_SUBJECT)
        named = next((d.token for d in syntax.dependents(verb, R.OBLIQUE) if d.preposition == "as"), None)
        one = clusters.at(who.i) if who is not None else None
        other = clusters.at(named.i) if named is not None else None
        if one is not None and other is not None and _is_introduction(clusters, one, other):
            clusters.join(other, one, "identified")


def _of_one_verb(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join what a verb in the singular says to be one: "The director of X and board member Dana Vik *was* charged"."""
    for i, mention in enumerate(clusters.mentions):
        up = syntax.governor(doc[mention.head])
        if up is not None and up.relation is R.APPOSITION:
            up = syntax.governor(up.token)  # of the title before the name
        if mention.form is not Form.NAME or up is None or up.relation is not R.CONJUNCT:
            continue
        joined, other = syntax.conjuncts(up.token), clusters.at(up.token.i)
        titled = mention.start > 0 and doc[mention.start - 1].lower_ != "and"
        plain = len(joined) == PAIR and any(c.lower_ == "and" and c.dep_ == "cc" for c in joined[1].children)
        one = titled and plain and not any(c.lower_ in ("either", "both") for c in up.token.children)
        if other is not None and one and has_singular_verb(up.token, syntax) and _is_introduction(clusters, other, i):
            clusters.join(i, other, "one verb")


def _is_introduction(clusters: Clusters, one: int, other: int) -> bool:
    described, name = clusters.mentions[one], clusters.mentions[other]
    singular = described.form is Form.DESCRIPTION and not described.plural
    return singular and name.form is Form.NAME and clusters.kind(other) in PERSONS and clusters.kind(one) in PERSONS


def join_other_names(doc: Doc, clusters: Clusters) -> None:
    """Join a name with the one that the text says it is better known by: "X, known under the pen name Y"."""
    ends = {m.end: i for i, m in enumerate(clusters.mentions) if m.form is Form.NAME}
    for i, mention in enumerate(clusters.mentions):
        if mention.form is not Form.NAME or mention.start == 0:
            continue
        sentence = doc[mention.start].sent
        before = [(end, j) for end, j in ends.items() if sentence.start < end <= mention.start and j != i]
        end, other = max(before, default=(0, i))
        words = " ".join(t.lower_ for t in doc[end : mention.start] if t.text not in QUOTES) if other != i else ""
        if KNOWN_AS.fullmatch(IN_BRACKETS.sub("", words)) and compatible(clusters, other, i):
            clusters.join(other, i, "other name")


def _two_people(clusters: Clusters, one: int, other: int) -> bool:
    """Whether two clusters bear names that cannot be one person's: "reporter X and cameraman Z"."""
    sides = [[fold(m.text).split() for m in clusters.members(i) if m.form is Form.NAME] for i in (one, other)]
    return any(not (is_name_part(a, b) or is_name_part(b, a)) for a in sides[0] for b in sides[1])


def _one_thing(clusters: Clusters, one: int, other: int, relation: Relation) -> bool:
    """Whether two adjacent mentions can be one thing: a singular name and a singular description of like kind."""
    a, b = clusters.mentions[one], clusters.mentions[other]
    if Form.PRONOUN in (a.form, b.form) or (a.form is b.form and a.form is Form.NAME):
        return False
    if a.plural or b.plural:
        return False
    described, name = (a, b) if b.form is Form.NAME else (b, a)
    before = (
        relation is R.APPOSITION and described.end <= name.start
    )  # "Her husband, reporter X", not "X, her husband's"
    if (a.relative or b.relative) and not before:
        return False
    if relation is R.PARATAXIS and abs(a.head - b.head) > 6:
        return False
    kinds = {a.kind, b.kind}
    if Kind.PLACE in kinds:
        return False
    person = name.form is Form.NAME and name.kind in PERSONS
    speaks = described.text.split()[-1].lower() in SPOKESPEOPLE  # for the body, and is no part of it
    officer = described.member and person and not speaks  # "the police chief, Omar Keita"
    return compatible(clusters, one, other) or kinds <= PERSONS or officer


def _is_said_of_him(clusters: Clusters, one: int, other: int, predicate: Token, syntax: Syntax) -> bool:
    """Whether "he" or "she" is told to be somebody: "He is the fourth reporter killed this year", not "may be"."""
    he, what = clusters.mentions[one], clusters.mentions[other]
    if syntax.governor(predicate) is not None:
        return False  # "until he said that he was a spy"
    if he.form is not Form.PRONOUN or he.gender not in ("m", "f") or what.form is not Form.DESCRIPTION or what.plural:
        return False
    return is_told(predicate, syntax) and what.kind in PERSONS and not what.relative


def is_name_part(short: list[str], whole: list[str]) -> bool:
    """Whether one name's words stand in the other in order, first or last word among them.

    >>> is_name_part(["toiken"], ["saniya", "toiken"]), is_name_part(["lee", "an"], ["an", "lee"])
    (True, False)
    >>> is_name_part(["keita"], ["omar", "keita", "jr."])
    True
    """
    short, whole = _without_generation(short), _without_generation(whole)
    remaining = iter(whole)
    if not all(word in remaining for word in short):
        return False
    first_surname = len(whole) == 3 and short == whole[1:2]  # "Luna" of "Adrián Luna Prieto"
    return short[0] == whole[0] or short[-1] == whole[-1] or first_surname


def _without_generation(words: list[str]) -> list[str]:
    """Return a name without what tells a son from his father: "Omar Keita | Jr."."""
    return words[:-1] if len(words) > 1 and words[-1].rstrip(".") in GENERATIONS else words


def compatible(clusters: Clusters, one: int, other: int) -> bool:
    """Whether two clusters may be one thing by their kinds."""
    a, b = clusters.kind(one), clusters.kind(other)
    if a == b or a is None or b is None:
        return True
    if a in PERSONS and b in PERSONS:
        return {a, b} != {Kind.JOURNALIST, Kind.OFFICIAL}
    return a in BODIES and b in BODIES and Kind.ORGANIZATION in (a, b)
