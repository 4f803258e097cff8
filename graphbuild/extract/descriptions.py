"""Reads the descriptions of a parse: "two riot police officers", "the weekly", "a camera crew from Radio Tengri".

What a noun phrase says that it denotes is looked up in the word lists (`kinds.py`); here it is decided which words belong
to it, and whether it is definite, plural, about members of a body, about a part of a land.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.company import CREWS, SPOKESPEOPLE, STAFF, by_company, office_of
from graphbuild.extract.coordination import shares_description
from graphbuild.extract.kinds import Description, describe, ends_description
from graphbuild.extract.lemmas import is_plural, noun_lemma, readings
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.name_edges import is_profile
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.frames import load_frames
from graphbuild.lexicons.gazetteer import country_of, is_nationality
from graphbuild.lexicons.words import AgencyWord, load_words
from graphbuild.model import Kind, Span

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation

QUANTIFIERS = frozenset(
    "dozen hundred thousand number group handful majority couple series score several many some most one two three four"
    " five six seven eight nine ten all part none lot crowd pair both each".split()
)
LONGEST_DESCRIPTION = 16
"""Words of a description with what follows it, at most."""
EVENTFUL = frozenset(
    "recent latest new alleged violent brutal deadly fatal lethal unprovoked unlawful illegal arbitrary botched last"
    " previous another further repeated".split()
)
"""Adjectives before an agency and its act that are of the act: "the recent police raid"."""
CHIEFS = frozenset({"chief", "commissioner"})
"""Who heads the agency that stands right before: "the Osh police chief"."""
TERRITORIES = frozenset({"state", "department", "territory", "republic", "commune", "municipality"})
"""Nouns for a body and for the land it governs."""
DOZENS = frozenset({"dozen", "hundred", "thousand", "score"})
"""Nouns that are part of a number: "two dozen stations"."""
BY_FORCE = frozenset({"airstrike", "bombing", "shelling", "bombardment", "attack", "raid", "ambush"})
"""What armed bodies do, which may stand right before it."""
MEDIA_BEFORE_SITE = frozenset(
    "news web information internet media opposition exile satire gossip sport analysis business entertainment website"
    " investigation newspaper magazine radio television tv culture music politics language".split()
)
"""Nouns before *site* that make it one on the net."""
ON_THE_SPOT = frozenset({"raid", "search", "storm", "enter", "reach", "surround", "secure", "arrive", "inspect"})
"""Verbs for what is done to a site of stone or earth."""
OPENING, ENDING = frozenset({"“", '"', "‘"}), frozenset({"…", "...", ",", "!"})
DASHES = frozenset({"-", "–", "—"})
HEDGES = frozenset({"at", "least", "more", "than", "about", "around", "some", "nearly", "over", "up", "to", "almost"})
HEDGE_PAIRS = frozenset({("more", "than"), ("fewer", "than"), ("at", "least"), ("up", "to")})
TERMS = frozenset(
    "former previous interim acting provisional transitional military local senior armed plainclothes new late".split()
)
"""Adjectives before a nationality that say which body or who of it is meant."""


def description(token: Token, syntax: Syntax, taken: set[int], *, any_noun: bool = False) -> Mention | None:
    """Return the description that a noun heads, None where it heads none or says nothing of who it is.

    With `any_noun` an unknown noun counts as a person or a group: where a verb takes only people.
    """
    up = syntax.governor(token)
    if up is not None and up.relation in (R.COMPOUND, R.ADJECTIVE, R.NUMBER) and abs(up.token.i - token.i) <= 3:
        return _employer(token, up.token)
    if up is not None and up.relation is R.CONJUNCT and shares_description(token, up.token, syntax):
        return None
    content, last = _content(token, syntax)
    if not any_noun and not ends_description(noun_lemma(content)) and not _may_be_people(token, content):
        return None
    start, end = _left(token, syntax, taken), token.i + 1
    lemmas = [noun_lemma(t) for t in token.doc[_left(content, syntax, taken) : content.i + 1]]
    found = describe(lemmas)
    others = [d.token for d in syntax.dependents(content, R.CONJUNCT) if shares_description(d.token, content, syntax)]
    if found is not None and others:
        end = others[-1].i + 1
        kinds = {each.kind for t in others if (each := describe([noun_lemma(t)])) is not None}
        found = replace(found, kind=Kind.JOURNALIST) if Kind.JOURNALIST in kinds else found
    if _is_negated(token) or _is_no_body(content, start) or _is_place(content, syntax) or is_profile(content):
        return None
    office = office_of(content, syntax)
    if office is not None:
        start, found = _left(office[0], syntax, taken), office[1]
    else:
        found = by_company(token, content, found, syntax)
    if found is None:
        if not any_noun or token.pos_ not in ("NOUN", "PROPN", "NUM"):
            return None
        found = Description(Kind.GROUP if is_plural(token) else Kind.PERSON)
    if last.i != token.i and not others:
        end = last.i + 1
    return _described(token, content, start, end, found)


def bodies_apart(found: Mention, doc: Doc) -> list[Mention]:
    """Return a description, in two where it coordinates two bodies before one noun: "police and security forces"."""
    joint = next((t.i for t in doc[found.start : found.head] if t.lower_ == "and"), None)
    if found.kind is not Kind.AGENCY or joint is None or joint == found.start:
        return [found]
    halves = [(found.start, joint), (joint + 1, found.end)]
    said = [describe([noun_lemma(t) for t in doc[start:end]]) for start, end in halves]
    if any(each is None or each.kind is not Kind.AGENCY for each in said):
        return [found]
    return [
        replace(
            found, start=start, end=end, head=end - 1, text=doc.text_of(start, end), span=span_of(doc, start, end),
            function=each.function, member=each.member, wider=(),
        )
        for (start, end), each in zip(halves, said, strict=True) if each is not None
    ]  # fmt: skip


def is_part(token: Token) -> bool:
    """Whether a determiner heads a phrase: "some of these journalists", "each of them"."""
    return token.pos_ in ("DET", "PRON") and token.lower_ in QUANTIFIERS and any(
        c.i > token.i and any(g.lower_ == "of" for g in c.children) for c in token.children
    )  # fmt: skip


def _may_be_people(token: Token, content: Token) -> bool:
    return noun_lemma(content) in CREWS | {"other"} or is_nationality(token.text)


def _is_no_body(noun: Token, start: int) -> bool:
    """Whether a noun names what is done, or calls somebody: "bring the case to justice", "a campaign of repression"."""
    act = noun.lower_ in ("publication", "campaign") and noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "of"
    before = noun.doc[start - 1] if start > 0 else noun
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if before.text in OPENING and noun.tag_ == "NN" and after.text in ENDING:
        return True  # "“Damn reporter… your days are numbered”" is said to somebody
    if noun.lower_ == "suspect" and after.lower_ == "that" and noun.i > start:
        return True  # "Police *suspect that* a gang ordered it" is a verb
    front = noun.lower_ == "front" and start > 0 and noun.doc[start - 1].lower_ == "in"  # "in front of the office"
    return act or front or (noun.lower_ == "justice" and start == noun.i)


def _is_negated(noun: Token) -> bool:
    """Whether a noun says who somebody is not, or is the end of another: "a camp for non-Serbs", "an editor-in-chief"."""
    before = noun.doc.text_of(max(0, noun.i - 3), noun.i).lower()
    return before.endswith(("non-", "anti-")) or (noun.lower_ == "chief" and before == "-in-")


def _is_place(token: Token, syntax: Syntax) -> bool:
    """Whether a noun for a body is one for a stretch of land, or for where something happened or stands.

    "The northern state of Tigray", "strike sites", "a construction site", "police raided the site".
    """
    before = token.nbor(-1) if token.i > token.sent.start else token
    if noun_lemma(token) == "site" and before.pos_ == "DET" and not ON_THE_SPOT.isdisjoint(readings(token.head)):
        return True
    if noun_lemma(token) == "site" and before.pos_ == "NOUN" and noun_lemma(before) not in MEDIA_BEFORE_SITE:
        return True
    of = [d.token for d in syntax.dependents(token, R.OBLIQUE) if d.preposition == "of"]
    state = token.lower_ == "state"  # no other state than a territory is called by a name after *of*
    return noun_lemma(token) in TERRITORIES and any(
        t.ent_type_ in ("LOC", "GPE") or (state and t.pos_ == "PROPN") for t in of
    )


def _employer(token: Token, noun: Token) -> Mention | None:
    """Return the agency that stands before its spokesperson or its act: "police spokesman X", "the police raid"."""
    if noun.i != token.i + 1 or not (noun_lemma(noun) in SPOKESPEOPLE | CHIEFS or _is_act_of(noun)):
        return None
    doc, start = token.doc, token.i
    while start > token.sent.start and (
        (doc[start - 1].pos_ in ("ADJ", "NOUN") and doc[start - 1].lower_ not in EVENTFUL)
        or (start == token.i and doc[start - 1].ent_type_ in ("LOC", "GPE"))
    ):
        start -= 1
    if start - 3 >= token.sent.start and doc[start - 1].tag_ == "VBN" and doc[start - 2].text == "-":
        start -= 3  # "the Saudi-led coalition"
    found = describe([noun_lemma(t) for t in token.doc[start : noun.i]])
    if found is None or found.member:
        return None
    armed = found.kind is Kind.ORGANIZATION and noun_lemma(noun) in BY_FORCE  # "coalition airstrikes"
    if found.kind is not Kind.AGENCY and not armed:
        return None
    return _described(token, token, start, noun.i, found)


def _is_act_of(noun: Token) -> bool:
    """Whether a noun evokes an act whose agent may stand right before it."""
    units = load_frames().by_head.get(("noun", noun_lemma(noun)), ())
    return noun_lemma(noun) in BY_FORCE or any("compound" in unit.perpetrator for unit in units)


def _begins_name(word: Token) -> bool:
    """Whether a nationality begins a name, and so says nothing of a country: "*Georgian* Dream officials"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    known = load_words(AgencyWord).get((after.lower_,)) is not None
    return is_nationality(word.text) and after.pos_ == "PROPN" and after.text[:1].isupper() and not known


def _is_before_noun(word: Token) -> bool:
    """Whether a word at the start of a description is no part of what it says: articles, hedges, commas, not "a dozen"."""
    closed = word.pos_ in ("DET", "PRON", "CCONJ") or word.lower_ in HEDGES or word.is_punct or word.lower_ == "same"
    return closed and not _counts_a_dozen(word)


def _described(token: Token, content: Token, start: int, end: int, found: Description) -> Mention:
    doc = token.doc
    outer = start
    definite = doc[start].lower_ in ("the", "this", "these", "those", "that", "his", "her", "their", "its", "both")
    definite = definite or _are_all(doc[start], token)
    while start < token.i and _is_before_noun(doc[start]):
        start += 1
    start = _past_opinion(doc, start, token, found)
    words = doc[start:end]
    country = next(
        (c for t in words if t.text[:1].isupper() and not _begins_name(t) and (c := country_of(t.text))), None
    )
    # "members of the group" do what the group does
    of_body = content.i != token.i and noun_lemma(token) in STAFF and not is_plural(content)
    of_body = of_body and found.kind is not Kind.JOURNALIST  # "members of the press"
    plural = not of_body and token.lower_ != "one" and (is_plural(token) or is_plural(content))
    plural = plural or (found.kind is Kind.JOURNALIST and noun_lemma(content) in CREWS)  # a crew are several
    definite = definite or (of_body and any(t.lower_ in ("the", "this") for t in doc[token.i : content.i]))
    kind = Kind.GROUP if plural and found.kind is Kind.PERSON else found.kind
    shown = end - (token.lower_ == "custody")  # who tortures in police custody is the police
    return Mention(
        start, end, token.i, Form.DESCRIPTION, doc.text_of(start, shown).replace("\n", " "),
        span_of(doc, start, shown), kind,
        found.function, found.position, country, plural, None, definite, found.member, found.relative,
        _wider(token, outer, start, end),
    )  # fmt: skip


def _are_all(word: Token, noun: Token) -> bool:
    """Whether *all* is of people told of before: "all three reporters", "all reporters were", "all held reporters deny"."""
    between = word.doc[word.i + 1 : noun.i]
    subject = noun.dep_ in ("nsubj", "nsubj:pass") and all(t.tag_ == "VBN" for t in between)
    bare = subject and (len(between) > 0 or noun.head.tag_ in ("VBD", "VBN"))
    return word.lower_ == "all" and (word.nbor().pos_ == "NUM" or bare)


def _past_opinion(doc: Doc, start: int, token: Token, found: Description) -> int:
    """Return where a state body's own words begin, after what is thought of it: "the brutal | Syrian authorities".

    Adjectives of opinion come before those of origin (Quirk et al. 1985, 17.114).
    """
    opinion = found.kind is Kind.AGENCY and doc[start].pos_ == "ADJ" and doc[start].lower_ not in TERMS
    return start + (opinion and start + 1 < token.i and country_of(doc[start + 1].text) is not None)


def _wider(token: Token, outer: int, start: int, end: int) -> tuple[str, ...]:
    """Return a description with its hedges and with the phrases and clauses that follow and belong to it."""
    doc, last = token.doc, token.right_edge.i + 1
    after = doc[last] if last < len(doc) else token
    clause = after.head if after.pos_ == "ADV" else after
    last = clause.right_edge.i + 1 if told_of(token, clause) else last
    while (
        outer > doc[outer].sent.start
        and (doc[outer].pos_ == "NUM" or _counts_a_dozen(doc[outer]))
        and _hedges(doc[outer - 1], doc[outer])
    ):
        outer -= 1
        if doc[outer].lower_ in ("than", "least", "to"):
            outer -= 1
    while outer < start and doc[outer].pos_ in ("DET", "PRON") and not _counts_a_dozen(doc[outer]):
        outer += 1
    comma = next((t.i for t in doc[end:last] if t.text in (",", "–", "—", "(", ";")), last)
    found = [doc.text_of(outer, stop) for stop in (end, comma, last) if stop - outer <= LONGEST_DESCRIPTION]
    texts = [text.replace("\n", " ").rstrip(" ,.;:–—") for text in found]
    own = doc.text_of(start, end).replace("\n", " ")
    return tuple(dict.fromkeys(t for t in texts if t and t != own))


def told_of(noun: Token, participle: Token) -> bool:
    """Whether a participle comes right after a noun within a phrase on which a parse hangs it instead.

    What follows belongs to what is nearest (Kimball 1973, right association).
    """
    right_after = noun.right_edge.i + 1 == participle.left_edge.i
    inside = noun.dep_ == "nmod" and noun.head == participle.head
    return right_after and inside and participle.dep_ == "acl" and participle.tag_ in ("VBG", "VBN")


def _counts_a_dozen(article: Token) -> bool:
    """Whether an article is part of a number: "a dozen journalists"."""
    after = article.i + 1 < len(article.doc) and article.nbor().lower_ in DOZENS
    return article.lower_ == "a" and after


def _hedges(word: Token, number: Token) -> bool:
    """Whether a word before a number makes it vague: "more than 70", "at least two", "over 300", but not "about" a text."""
    before = word.nbor(-1).lower_ if word.i > 0 else ""
    return (before, word.lower_) in HEDGE_PAIRS or (word.lower_ in HEDGES and word.head.i == number.i)


def _is_host_of(noun: Token) -> bool:
    """Whether *host* counts people: "a host of others"."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return noun.lower_ == "host" and len(after) == 2 and after[0].lower_ == "of" and after[1].tag_ == "NNS"


def _content(token: Token, syntax: Syntax) -> tuple[Token, Token]:
    """Return what a quantity is of, and the word it ends with: *journalists* in "dozens of journalists".

    Counted staff of a body are people, whatever the body is: "four members of Radio Tengri".
    """
    if noun_lemma(token) in QUANTIFIERS | STAFF or token.pos_ == "NUM" or _is_host_of(token):
        for d in syntax.dependents(token, R.OBLIQUE):
            if d.preposition == "of" and d.token.pos_ in ("NOUN", "PROPN"):
                staff = d.token.pos_ == "PROPN" and syntax.first(token, R.NUMBER) is not None
                return (token if staff else d.token), d.token
    return token, token


def _left(token: Token, syntax: Syntax, taken: set[int]) -> int:
    """Return where the words before a noun that belong to it begin; a possessor only where it is a country's name."""
    start = token.i
    for d in reversed([d for d in syntax.dependents(token) if d.token.i < token.i]):
        if d.relation in (R.DETERMINER, R.ADJECTIVE, R.NUMBER, R.COMPOUND, R.NAME):
            if d.relation in (R.COMPOUND, R.NAME) and any(map(_parts, token.doc[d.token.i : start])):
                break
            edge = d.token.left_edge.i if d.relation is not R.DETERMINER else d.token.i
            whole = all(t.pos_ not in ("ADP", "VERB", "SCONJ") or t.i >= d.token.i for t in token.doc[edge:start])
            start = min(start, edge if whole else d.token.i)
        elif d.relation is R.POSSESSOR and (country_of(d.token.text) or d.token.pos_ == "PRON"):
            start = min(start, d.token.i)
        elif d.relation is R.POSSESSOR:
            break
    dozen = token.doc[start].lower_ in DOZENS and start > token.sent.start and token.doc[start - 1].pos_ == "NUM"
    return start - (start > token.sent.start and (dozen or _counts_a_dozen(token.doc[start - 1])))


def _parts(mark: Token) -> bool:
    """Whether a comma or a dash between spaces parts what is before it from a phrase: "Osh - | Police arrested X"."""
    return mark.text == "," or (mark.text in DASHES and bool(mark.whitespace_))


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Return the offsets of a stretch of tokens."""
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last))
