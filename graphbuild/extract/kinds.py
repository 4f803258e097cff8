"""What a phrase's words say that it denotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

J, O, P = Kind.JOURNALIST, Kind.OFFICIAL, Kind.PERSON
POS = {
    J: "journalist reporter editor correspondent blogger columnist photographer cameraman camerawoman photojournalist anchor presenter publisher broadcaster-host newsman producer freelancer stringer editor-in-chief commentator host vlogger youtuber writer operator ceo",
    O: "president minister prosecutor judge spokesperson spokesman spokeswoman mayor governor senator deputy ambassador chief commissioner lawmaker mp secretary premier",
    P: "lawyer attorney activist leader chairman chairwoman director founder owner expert analyst defender politician teacher student member wife husband brother sister father mother son daughter cousin relative colleague advocate representative researcher coordinator head employee adviser advisor officer",
}
RELATIVES = frozenset("wife husband brother sister father mother son daughter cousin relative uncle aunt nephew niece parent spouse".split())
AG = {
    "police": "police officer policeman policewoman cop gendarme militia constable", "court": "court judge tribunal", "prosecutor": "prosecutor investigator",
    "ministry": "ministry", "security": "kgb fsb intelligence agent", "military": "army soldier military troop force", "government": "government authority official regime state administration embassy",
    "parliament": "parliament senate congress legislature lawmaker duma", "regulator": "regulator commission agency", "prison": "prison guard jail",
}
BODY = frozenset("court ministry police department radio tv television news committee union institute agency newspaper association council office party service media parliament commission foundation front movement group magazine times post gazette channel press bureau".split())
OUTLETS = frozenset("newspaper outlet website broadcaster station channel magazine weekly daily portal agency-news site radio blog publication newsroom".split())
OUTLETNAME = frozenset("radio tv television news times post gazette gazeta herald tribune daily press media channel journal observer guardian broadcasting zeitung bbc afp reuters rappler".split())
ORGS = frozenset("group committee union association organization organisation party foundation ngo company movement coalition institute".split())
GROUPS = frozenset("demonstrator protester man woman gunman attacker people supporter mob crowd resident assailant militant hacker rebel worker activist".split())
THINGS = {
    "thing": "phone cellphone smartphone camera laptop computer equipment device recorder footage video microphone drone tripod car vehicle document passport tape material photo photograph image belonging copy card lens",
    "content": "article story report post book programme program episode documentary content film broadcast",
    "site": "website site page account channel",
    "premises": "home house office apartment flat newsroom studio premise premises building headquarters",
    "licence": "licence license accreditation credential visa permit",
    "law": "law bill amendment legislation decree rule regulation act",
    "case": "case charge lawsuit complaint proceeding investigation suit appeal",
}
_POS = {w: k for k, ws in POS.items() for w in ws.split()}
_AG = {w: f for f, ws in AG.items() for w in ws.split()}
_THINGS = {w: (c, w) for c, ws in THINGS.items() for w in ws.split()}
MEMBERS = frozenset("officer policeman policewoman judge prosecutor soldier agent guard official".split())


@dataclass(frozen=True, slots=True)
class Description:
    kind: Kind
    function: str | None = None
    position: str | None = None
    relative: bool = False
    member: bool = False


def describe(lemmas: Sequence[str]) -> Description | None:
    head = lemmas[-1]
    if head in ("editor-in-chief",) or head in _POS and not (head in _AG and any(x in ("police",) for x in lemmas)):
        if head in MEMBERS and head in _AG:
            return Description(Kind.AGENCY, _AG[head], head, False, True)
        return Description(_POS[head], None, head, head in RELATIVES)
    if head in _AG:
        return Description(Kind.AGENCY, _AG[head], None, False, head in MEMBERS)
    if head in ("outlet", "media") or head in OUTLETS:
        return Description(Kind.OUTLET)
    if head in ("worker", "crew", "team") and any(x in ("media", "press", "tv", "television", "news", "film") for x in lemmas):
        return Description(J, None, head)
    if head in ORGS:
        return Description(Kind.ORGANIZATION)
    if head in GROUPS:
        return Description(Kind.PERSON)
    return None


def kind_of_name(words: Sequence[str], base: Kind) -> tuple[Kind, str | None]:
    if base is not Kind.ORGANIZATION:
        return base, None
    for w in words:
        if w in ("court", "ministry", "police", "prosecutor", "parliament", "senate", "army"):
            return Kind.AGENCY, {"senate": "parliament", "army": "military"}.get(w, w)
    if any(w in OUTLETNAME for w in words):
        return Kind.OUTLET, None
    return base, None


def body_word(word: str) -> bool:
    return word in BODY


def strip_titles(words: Sequence[str]) -> int:
    n = 0
    while n < len(words) - 1 and words[n].rstrip(".") in ("mr", "mrs", "ms", "dr", "president", "judge", "minister", "journalist", "colonel", "general", "prime"):
        n += 1
    return n


def thing(lemma: str) -> tuple[str, str] | None:
    return _THINGS.get(lemma)


def is_abstract(token: Token) -> bool:
    return token.lemma_.lower().endswith(("tion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "age", "ing", "sion", "dom", "work"))


def is_past(word: str) -> bool:
    return word in ("former", "ex", "ex-", "then", "erstwhile", "onetime", "late")


def part_word(lemma: str) -> bool:
    return lemma in ("service", "branch", "part", "arm", "unit", "subsidiary", "department", "division", "affiliate", "bureau", "edition")
