"""Words that bear on whether a clause is told as fact: what each does to its complement."""

from __future__ import annotations

from enum import Enum

from graphbuild.model import Factuality


class Cue(Enum):
    """What a word makes of the clause or event noun below it."""

    DEMANDED = Factuality.DEMANDED
    PLANNED = Factuality.PLANNED
    ATTEMPTED = Factuality.ATTEMPTED
    HYPOTHETICAL = Factuality.HYPOTHETICAL
    DENIED = Factuality.DENIED
    ALLEGED = Factuality.ALLEGED
    PLAIN = Factuality.REPORTED
    PRESUPPOSES = "presupposes"
    """its complement is taken for granted: "stop harassing", "condemn the arrest" """
    ACCUSES = "accuses"
    """its complement is somebody's claim: "accused police of beating him" """

    @property
    def factuality(self) -> Factuality | None:
        """The factuality it gives, None where it gives none."""
        return self.value if isinstance(self.value, Factuality) and self is not Cue.PLAIN else None


MODALS = {
    "should": Cue.DEMANDED, "must": Cue.DEMANDED, "ought": Cue.DEMANDED, "shall": Cue.DEMANDED,
    "could": Cue.HYPOTHETICAL, "may": Cue.HYPOTHETICAL, "might": Cue.HYPOTHETICAL, "would": Cue.HYPOTHETICAL, "can": Cue.HYPOTHETICAL,
    "will": Cue.PLANNED, "'ll": Cue.PLANNED, "wo": Cue.PLANNED, "let": Cue.DEMANDED,
}  # fmt: skip
COMPLEMENTS = {
    Cue.DEMANDED: "urge demand call ask request require appeal insist press push plead recommend advise petition beg campaign want seek need order deserve",
    Cue.PLANNED: "plan intend mean prepare promise vow pledge threaten propose agree decide offer schedule expect set",
    Cue.ATTEMPTED: "try attempt endeavor endeavour strive struggle aim effort attempt bid",
    Cue.HYPOTHETICAL: "risk fear hope consider likely unlikely able possible possibility danger threat worry imagine suppose risk fear prospect warrant avoid prevent escape evade could face hesitate allow enable authorize",
    Cue.DENIED: "refuse fail decline deny refute reject dismiss neglect forget",
    Cue.ALLEGED: "allege claim suspect purport seem appear believe suspicion allegation claim accusation rumor rumour purportedly",
    Cue.PRESUPPOSES: "stop cease halt end quit continue keep begin start resume investigate probe condemn denounce decry deplore protest criticize criticise regret mourn lament justify defend witness watch film see document record manage force compel proceed go come use help dare happen remember know reveal discover confirm admit acknowledge apologize punish cause lead result",
    Cue.ACCUSES: "accuse suspect blame charge",
}
NOMINAL_DEMANDS = frozenset("demand urge call push press seek appeal plead campaign ask request order want".split())
SPEECH = {
    Cue.PLAIN: "say tell report write add note state announce explain describe recount recall confirm acknowledge admit reveal declare stress point post tweet mention inform complain testify warn know show find conclude learn emphasize emphasise detail document publish",
    Cue.ALLEGED: "claim allege believe think suspect assume suggest insinuate presume accuse",
    Cue.DENIED: "deny refute reject dispute",
    Cue.DEMANDED: "demand urge insist request recommend",
    Cue.HYPOTHETICAL: "fear hope wish wonder doubt imagine pretend worry",
}
ADVERBS = {"allegedly": Cue.ALLEGED, "purportedly": Cue.ALLEGED, "supposedly": Cue.ALLEGED, "apparently": Cue.ALLEGED,
           "possibly": Cue.HYPOTHETICAL, "probably": Cue.HYPOTHETICAL, "perhaps": Cue.HYPOTHETICAL, "nearly": Cue.ATTEMPTED, "almost": Cue.ATTEMPTED}  # fmt: skip
MODIFIERS = {"alleged": Cue.ALLEGED, "suspected": Cue.ALLEGED, "apparent": Cue.ALLEGED, "supposed": Cue.ALLEGED, "possible": Cue.HYPOTHETICAL,
             "potential": Cue.HYPOTHETICAL, "attempted": Cue.ATTEMPTED, "planned": Cue.PLANNED, "threatened": Cue.PLANNED, "future": Cue.HYPOTHETICAL}  # fmt: skip
_COMPLEMENTS = {w: cue for cue, words in COMPLEMENTS.items() for w in words.split()}
_SPEECH = {w: cue for cue, words in SPEECH.items() for w in words.split()}


def modal_cue(word: str) -> Factuality | None:
    return MODALS[word].factuality if word in MODALS else None


def adverb_cue(word: str) -> Factuality | None:
    return ADVERBS[word].factuality if word in ADVERBS else None


def modifier_cue(lemma: str) -> Factuality | None:
    return MODIFIERS[lemma].factuality if lemma in MODIFIERS else None


def complement_cue(lemma: str, pos: str, *, nominal: bool = False) -> Cue | None:
    if nominal and lemma in ("order", "face", "charge", "suspect", "want", "force", "allow"):
        return None
    return _COMPLEMENTS.get(lemma)


def speech_cue(lemma: str) -> Cue | None:
    return _SPEECH.get(lemma)
