"""Sentence → the relations that two careful readers would find. All people and bodies are invented."""

from __future__ import annotations

from functools import cache

import pytest

from graphbuild import language
from graphbuild.extract.reader import claims_of
from graphbuild.ids import digest
from graphbuild.model import Claims, Document


@cache
def pipeline() -> object:
    return language.load()


def read(text: str) -> Claims:
    return claims_of(Document(id="t", text=text, sha256=digest(text)), language.parse_text(text, pipeline()))  # type: ignore[arg-type]


def relations(claims: Claims) -> set[str]:
    """Return "X worksFor Y [position]" for each relation that is printed; "was" for one that is over."""
    names = {r.id: r.name for r in claims.referents}
    return {
        f"{names[r.subject]} {r.predicate}{'' if r.current else ' (past)'} {names[r.object]}"
        + (f" [{r.position}]" if r.position else "")
        for r in claims.relations
        if r.confidence >= 0.5
    }


BESIDE = [
    ("a month is no body", "In June reporters Dana Serikova and Omar Keita were arrested.", set()),
    ("after, for", "Police beat Dana Serikova, correspondent for Radio Tengri, on Monday.",
     {"Dana Serikova worksFor Radio Tengri [correspondent]"}),
    ("after, with", "Officers stopped Dana Serikova, a reporter with Radio Tengri.",
     {"Dana Serikova worksFor Radio Tengri [reporter]"}),
    ("after, on", "Officers stopped Dana Serikova, a presenter on Tengri Television.",
     {"Dana Serikova worksFor Tengri Television [presenter]"}),
    ("before, an agency", "National police spokesman Omar Keita said nothing.",
     {"Omar Keita worksFor National police [spokesman]"}),
    ("beside, an agency", "Omar Keita, the interior ministry spokesman, said nothing.",
     {"Omar Keita worksFor interior ministry [spokesman]"}),
    ("a unit of an agency", "Omar Keita, head of the Kazakh security police's press unit, said nothing.",
     {"Omar Keita worksFor security police [head]"}),
    ("after, at", "Officers stopped Dana Serikova, a producer at Radio Tengri.",
     {"Dana Serikova worksFor Radio Tengri [producer]"}),
    ("after, of", "Dana Serikova, the editor of the Steppe Times, was fined.",
     {"Dana Serikova worksFor Steppe Times [editor]"}),
    ("after, possessor", "Dana Serikova, the Steppe Times' deputy editor, was fined.",
     {"Dana Serikova worksFor Steppe Times [deputy editor]"}),
    ("after, compound", "Dana Serikova, a Radio Tengri correspondent, was fined.",
     {"Dana Serikova worksFor Radio Tengri [correspondent]"}),
    ("before, compound", "Radio Tengri correspondent Dana Serikova was detained.",
     {"Dana Serikova worksFor Radio Tengri [correspondent]"}),
    ("before, possessor", "Radio Tengri's chief editor Dana Serikova was detained.",
     {"Dana Serikova worksFor Radio Tengri [chief editor]"}),
    ("before, of", "The editor of Radio Tengri, Dana Serikova, was fined.",
     {"Dana Serikova worksFor Radio Tengri [editor]"}),
    ("before, with", "A journalist with Radio Tengri, Dana Serikova, was detained.",
     {"Dana Serikova worksFor Radio Tengri [journalist]"}),
    ("the desk of a body", "Dana Serikova, the head of Radio Tengri's legal unit, was fined.",
     {"Dana Serikova worksFor Radio Tengri [head]"}),
    ("noun before the body", "Omar Keita, chief editor of the independent weekly newspaper Uralsk Gazette, was fined.",
     {"Omar Keita worksFor Uralsk Gazette [chief editor]"}),
    ("noun after the body", "Uralsk Gazette newspaper editor Omar Keita was fined.",
     {"Omar Keita worksFor Uralsk Gazette [editor]"}),
    ("place between", "Dana Serikova, a correspondent in Osh for Radio Tengri, was fined.",
     {"Dana Serikova worksFor Radio Tengri [correspondent]"}),
    ("adjective of the work", "Police detained Radio Tengri investigative journalist Dana Serikova.",
     {"Dana Serikova worksFor Radio Tengri [investigative journalist]"}),
    ("nationality", "Police detained Dana Serikova, a Kazakh reporter for Radio Tengri.",
     {"Dana Serikova worksFor Radio Tengri [reporter]"}),
    ("of an outlet", "Dana Serikova of Radio Tengri was beaten.", {"Dana Serikova worksFor Radio Tengri"}),
    ("in brackets", "Police beat Dana Serikova (Radio Tengri).", {"Dana Serikova worksFor Radio Tengri"}),
    ("name then of", "Reporter Dana Serikova of Radio Tengri was beaten.",
     {"Dana Serikova worksFor Radio Tengri [Reporter]"}),
    ("former", "Dana Serikova, a former editor of Radio Tengri, was fined.",
     {"Dana Serikova worksFor (past) Radio Tengri [editor]"}),
    ("then", "Dana Serikova, then editor of Radio Tengri, was fined.",
     {"Dana Serikova worksFor (past) Radio Tengri [editor]"}),
    ("domain", "Omar Keita, a reporter for the news site qazinfo.kz, was fined.",
     {"Omar Keita worksFor qazinfo.kz [reporter]"}),
    ("abbreviated body", "CPJ spokesperson Omar Keita condemned the attack.",
     {"Omar Keita worksFor CPJ [spokesperson]"}),
    ("two words", "Omar Keita, CPJ's program coordinator for Africa, condemned the attack.",
     {"Omar Keita worksFor CPJ [program coordinator]"}),
    ("host of a show", "Dana Serikova, host of the talk show “Open Line”, was fined.",
     {"Dana Serikova worksFor Open Line [host]"}),
]  # fmt: skip

SEVERAL = [
    ("an alleged spokesman",
     "Omar Keita, an alleged spokesman for the Free Army, was killed.",
     set()),
    ("only said to be",
     "Reporter Omar Keita, allegedly a spokesman for the Free Army, was killed.",
     set()),
    ("a name with a list of adjectives",
     "Dana Vik, director general of the United Nations Educational, Scientific and Cultural Organization, said so.",
     {"Dana Vik worksFor United Nations Educational, Scientific and Cultural Organization [director general]"}),
    ("a list that relatives begin",
     "They wrote of President Arman Lukin’s family members, Omar Keita, and Dana Vik.",
     set()),
    ("what a minister is for",
     "Omar Keita, the Minister of Internal Affairs, said so.",
     set()),
    ("a journalist of a town",
     "An explosive device went off under the car of Kharkiv journalist Omar Keita.",
     set()),
    ("married to",
     "Reporter Omar Keita is married to Dana Vik.",
     {"Dana Vik relativeOf Omar Keita"}),
    ("of a town's police",
     "Colonel Omar Keita, deputy director of the Osh police, said so.",
     {"Omar Keita worksFor Osh police [deputy director]"}),
    ("an outlet of an outlet",
     "Lea Vik worked with RFE/RL's Radio Tengri on a weekly show.",
     {"Lea Vik worksFor (past) Radio Tengri", "Radio Tengri partOf RFE/RL"}),
    ("who presides",
     "The case was heard by the Osh City Court, presided over by Judge Omar Keita.",
     {"Omar Keita worksFor Osh City Court [Judge]"}),
    ("heads of a body, then the names",
     "It was signed by co-rapporteurs of the Monitoring Committee Jan Peeters and Ian Vik.",
     {"Jan Peeters worksFor Monitoring Committee [co-rapporteurs]",
      "Ian Vik worksFor Monitoring Committee [co-rapporteurs]"}),
    ("head of a body, then the name",
     "The union calls on Secretary General of the Arna Institute Dana Vik to act.",
     {"Dana Vik worksFor Arna Institute [Secretary General]"}),
    ("an employer in quotation marks",
     "Omar Keita, “Arna Media” coordinator, was held.",
     {"Omar Keita worksFor Arna Media [coordinator]"}),
    ("talking to editors",
     "Speaking with editors of Radio Tengri, Anna Vik said she knew nothing.",
     {"editors worksFor Radio Tengri [editors]"}),
    ("a house in a town",
     "Dana Veldi teaches at the Ardan University in Baku.",
     {"Dana Veldi worksFor Ardan University", "Ardan University basedIn Baku"}),
    ("his employer",
     "Last night, officials spoke with Omar Keita's employer, Radio Tengri.",
     {"Omar Keita worksFor Radio Tengri"}),
    ("a position accepted",
     "Before accepting a position with Radio Tengri, Lea Vik was a teacher.",
     {"Lea Vik worksFor Radio Tengri"}),
    ("killed on assignment",
     "Cameraman Omar Keita was killed in an attack while on assignment for Radio Tengri.",
     {"Omar Keita worksFor Radio Tengri"}),
    ("a channel called X",
     "Sami Alidu worked for an Afghan music channel called Radio Tengri.",
     {"Sami Alidu worksFor (past) Radio Tengri"}),
    ("hours are no employer",
     "Soldiers detain Radio Tengri Journalist for 5 Hours",
     set()),
    ("an accused thing is no employer",
     "A judge jailed two journalists for the “crime” of filming a protest.",
     set()),
    ("others' employees",
     "The three journalists Omar Keita, Dana Vik and Jeanne Toko waited for the employees of the Tengri "
     "Gazette.",
     {"employees of the Tengri Gazette worksFor Tengri Gazette [employees]"}),
    ("a service with its people before it",
     "Four of Radio Tengri's Uyghur journalists were detained.",
     {"Uyghur journalists worksFor Radio Tengri [Uyghur journalists]"}),
    ("a dotted outlet",
     "Omar Keita, who contributes to Aksu.Realities, a regional outlet of Radio Tengri, was detained.",
     {"Aksu.Realities partOf Radio Tengri", "Omar Keita worksFor Aksu.Realities"}),
    ("employers in brackets",
     "Tengri Agency reporters Omar Keita and Dana Vik, and Jeanne Toko (Aksu Media) were beaten.",
     {"Dana Vik worksFor Tengri Agency [reporters]", "Jeanne Toko worksFor Aksu Media",
      "Omar Keita worksFor Tengri Agency [reporters]"}),
    ("the chief of a force",
     "Osh police chief Anders Vik slapped reporter Omar Keita.",
     {"Anders Vik worksFor Osh police [chief]"}),
    ("rank after a body",
     "Highway Patrol Capt. Ron Keita spoke to reporters.",
     {"Ron Keita worksFor Highway Patrol [Capt.]"}),
    ("reporter of a magazine",
     "Reporters Dana Vik of Sports Weekly and Omar Keita of The Tirana Post were searched.",
     {"Dana Vik worksFor Sports Weekly [Reporters]", "Omar Keita worksFor Tirana Post"}),
    ("service in brackets",
     "Omar Keita, a reporter of Radio Free Europe/Radio Liberty (RFE/RL), was fined.",
     {"Omar Keita worksFor Radio Free Europe/Radio Liberty [reporter]"}),
    ("covered for outlets",
     "Dana Vik covered the war for several outlets, including Radio Aksu and Arna TV.",
     {"Dana Vik worksFor (past) Arna TV", "Dana Vik worksFor (past) Radio Aksu"}),
    ("officers of named ones",
     "Ana Bell, Director of Programmes at ARTICLE 19, said so.",
     {"Ana Bell worksFor ARTICLE 19 [Director]"}),
    ("parts of one employer",
     "An RFE/RL correspondent was fined today.\n\nMikhal Keita, a correspondent with RFE/RL's Belarus Service, was "
     "detained on July 3.",
     {"Mikhal Keita worksFor RFE/RL [correspondent]",
      "Mikhal Keita worksFor RFE/RL's Belarus Service [correspondent]",
      "RFE/RL's Belarus Service partOf RFE/RL"}),
    ("both with",
     "Police held editor Omar Keita and reporter Dana Vik, both with the Novosti Donbassa news portal in Luhansk.",
     {"Dana Vik worksFor Novosti Donbassa", "Omar Keita worksFor Novosti Donbassa"}),
    ("both reporters for",
     "Police held Omar Keita and Dana Vik, both journalists for Radio Tengri.",
     {"Dana Vik worksFor Radio Tengri [journalists]", "Omar Keita worksFor Radio Tengri [journalists]"}),
    ("of and from after a comma",
     "Police held Omar Keita, of Radio Aksu, and Dana Vik, from Radio Tengri.",
     {"Dana Vik worksFor Radio Tengri", "Omar Keita worksFor Radio Aksu"}),
    ("journalists from, including",
     "Journalists from Radio Aksu, including reporter Omar Keita and a cameraman Li Wen, were detained.",
     {"Li Wen worksFor Radio Aksu [cameraman]", "Omar Keita worksFor Radio Aksu [reporter]"}),
    ("two from, named later",
     "Two reporters from the newspaper Aksu were arrested. The paper says reporters Omar Keita and Dana Vik were "
     "held by police.",
     {"Dana Vik worksFor Aksu [reporters]", "Omar Keita worksFor Aksu [reporters]"}),
    ("for both men",
     "Reporters Omar Keita and Dana Vik were held. Anders Vik, the lawyer for both men, protested.",
     {"Anders Vik represents Dana Vik", "Anders Vik represents Omar Keita"}),
    ("whose work for which",
     "Reporters Omar Keita and Dana Vik were held for their work for Radio Aksu and for Radio Tengri.",
     set()),
    ("a place within an employer",
     "Police beat Radio Aksu correspondents Omar Keita and Li Wen, and IRFS Nakhchivan correspondent Dana Vik.",
     {"Dana Vik worksFor IRFS [Nakhchivan correspondent]",
      "Li Wen worksFor Radio Aksu [correspondents]",
      "Omar Keita worksFor Radio Aksu [correspondents]"}),
    ("before a noun for an outlet",
     "Dana Vik, a journalist for Proceso magazine, was fined.",
     {"Dana Vik worksFor Proceso [journalist]"}),
    ("before a trade",
     "Dana Vik, a City Press journalist, was fined.",
     {"Dana Vik worksFor City Press [journalist]"}),
    ("regions of a desk",
     "Jeanne Vik, the head of RSF’s Eastern Europe and Central Asia desk, protested.",
     {"Jeanne Vik worksFor RSF [head]"}),
    ("a deputy head of a police office",
     "The order came from Osh City Police Office Deputy Head Omar Keita.",
     {"Omar Keita worksFor Osh City Police Office [Deputy Head]"}),
    ("of X and Y's",
     "Jailed were writers Omar Keita of Radio Aksu and Cumhuriyet’s Murat Vik.",
     {"Murat Vik worksFor Cumhuriyet", "Omar Keita worksFor Radio Aksu"}),
    ("the committee's",
     "Tanzania held the Committee for the Protection of Journalists’ Angela Keita and Muthoki Vik.",
     {"Angela Keita worksFor Committee for the Protection of Journalists",
      "Muthoki Vik worksFor Committee for the Protection of Journalists"}),
    ("a service called by its language",
     "Dana Vik, a journalist with the BBC’s Turkish language service, was arrested, BBC Turkish said.",
     {"BBC’s Turkish language service partOf BBC", "Dana Vik worksFor BBC’s Turkish language service [journalist]"}),
    ("his driver is not theirs",
     "EFE photographer Omar Keita and his driver, José Vik, were held.",
     {"Omar Keita worksFor EFE [photographer]"}),
    ("two people", "Radio Tengri reporters Dana Serikova and Omar Keita were beaten.",
     {"Dana Serikova worksFor Radio Tengri [reporters]", "Omar Keita worksFor Radio Tengri [reporters]"}),
    ("two people before", "Dana Serikova and Omar Keita, reporters for Radio Tengri, were beaten.",
     {"Dana Serikova worksFor Radio Tengri [reporters]", "Omar Keita worksFor Radio Tengri [reporters]"}),
    ("beside the editor", "Police held Omar Keita, director of Radio Tengri, and its chief editor, Dana Serikova.",
     {"Omar Keita worksFor Radio Tengri [director]", "Dana Serikova worksFor Radio Tengri [chief editor]"}),
    ("with their ages", "Two journalists for Radio Tengri, Dana Serikova, 27, and Omar Keita, 31, were tried.",
     {"Dana Serikova worksFor Radio Tengri [journalists]", "Omar Keita worksFor Radio Tengri [journalists]"}),
    ("each with his work", "Police beat two Radio Tengri journalists: reporter Dana Serikova and cameraman Omar Keita.",
     {"Dana Serikova worksFor Radio Tengri [reporter]", "Omar Keita worksFor Radio Tengri [cameraman]"}),
    ("a list after a dash", "Three Radio Tengri journalists – Dana Serikova, Omar Keita and Marat Aliyev – were fined.",
     {"Dana Serikova worksFor Radio Tengri [journalists]", "Omar Keita worksFor Radio Tengri [journalists]",
      "Marat Aliyev worksFor Radio Tengri [journalists]"}),
    ("the employer goes on", "Radio Tengri director Dana Serikova and editor-in-chief Omar Keita were fined.",
     {"Dana Serikova worksFor Radio Tengri [director]", "Omar Keita worksFor Radio Tengri [editor-in-chief]"}),
    ("a new employer", "Police fined Radio Azamat reporter Dana Serikova and Steppe Times reporter Omar Keita.",
     {"Dana Serikova worksFor Radio Azamat [reporter]", "Omar Keita worksFor Steppe Times [reporter]"}),
    ("two positions after", "Omar Keita, founder and editor of Radio Tengri, was fined.",
     {"Omar Keita founded Radio Tengri", "Omar Keita worksFor Radio Tengri [editor]"}),
    ("two positions before", "Radio Tengri founder and director Omar Keita was fined.",
     {"Omar Keita founded Radio Tengri", "Omar Keita worksFor Radio Tengri [director]"}),
    ("a trade beside", "Radio Tengri journalist and activist Omar Keita was fined.",
     {"Omar Keita worksFor Radio Tengri [journalist]"}),
    ("two employers", "Dana Serikova, a reporter for Radio Tengri and the Steppe Times, was fined.",
     {"Dana Serikova worksFor Radio Tengri [reporter]", "Dana Serikova worksFor Steppe Times [reporter]"}),
    ("an employer for each", "Dana Serikova, editor of Radio Tengri and a contributor to the Steppe Times, was fined.",
     {"Dana Serikova worksFor Radio Tengri [editor]", "Dana Serikova worksFor Steppe Times [contributor]"}),
    ("unnamed, in number", "Four Radio Tengri employees were questioned.",
     {"Four Radio Tengri employees worksFor Radio Tengri [employees]"}),
]  # fmt: skip

STATED = [
    ("a list with an outlet", "Omar Keita contributed to Radio Tengri and the Voice of Aksu.",
     {"Omar Keita worksFor (past) Radio Tengri", "Omar Keita worksFor (past) Voice of Aksu"}),
    ("works for", "Dana Serikova works for Radio Tengri.", {"Dana Serikova worksFor Radio Tengri"}),
    ("worked for", "Dana Serikova worked for Radio Tengri.", {"Dana Serikova worksFor (past) Radio Tengri"}),
    ("has worked for", "Dana Serikova has worked for Radio Tengri since 2010.",
     {"Dana Serikova worksFor Radio Tengri"}),
    ("who edits", "Dana Serikova, who edits the Steppe Times, was fined.", {"Dana Serikova worksFor Steppe Times"}),
    ("who heads", "Dana Serikova, who heads the news site Tengri Online, was fined.",
     {"Dana Serikova worksFor Tengri Online"}),
    ("reporter who works", "Dana Serikova, a freelance reporter who works for Radio Tengri, was fined.",
     {"Dana Serikova worksFor Radio Tengri"}),
    ("writes for two", "Dana Serikova writes for the Steppe Times and Radio Tengri.",
     {"Dana Serikova worksFor Steppe Times", "Dana Serikova worksFor Radio Tengri"}),
    ("reports on something for", "Dana Serikova reports on human rights in Osh for Radio Tengri.",
     {"Dana Serikova worksFor Radio Tengri"}),
    ("pronoun", "Dana Serikova was fined. She works for Radio Tengri.", {"Dana Serikova worksFor Radio Tengri"}),
    ("is the editor", "Dana Serikova is the editor of Radio Tengri.", {"Dana Serikova worksFor Radio Tengri [editor]"}),
    ("worked as", "Dana Serikova worked as an editor at Radio Tengri.",
     {"Dana Serikova worksFor Radio Tengri [editor]"}),
    ("became", "Dana Serikova became a correspondent for Radio Tengri.",
     {"Dana Serikova worksFor Radio Tengri [correspondent]"}),
    ("founded", "Dana Serikova founded the newspaper Uralsk Gazette in 2004.", {"Dana Serikova founded Uralsk Gazette"}),
    ("founded by", "Radio Tengri, founded by Dana Serikova, was closed.", {"Dana Serikova founded Radio Tengri"}),
    ("is owned by", "Radio Tengri is owned by businessman Omar Keita.", {"Omar Keita owns Radio Tengri"}),
    ("owner", "The owner of Radio Tengri, Omar Keita, was fined.", {"Omar Keita owns Radio Tengri"}),
    ("finances", "The Steppe Foundation has financed Radio Tengri since 2012.", {"Steppe Foundation funds Radio Tengri"}),
    ("funded by", "Radio Tengri, funded by the Steppe Foundation, was closed.", {"Steppe Foundation funds Radio Tengri"}),
]  # fmt: skip

STATE = [
    ("ministry", "Interior Ministry spokesman Marat Aliyev denied it.",
     {"Marat Aliyev worksFor Interior Ministry [spokesman]"}),
    ("ministry after", "Marat Aliyev, a spokesman for the Interior Ministry, denied it.",
     {"Marat Aliyev worksFor Interior Ministry [spokesman]"}),
    ("no body", "President Marat Aliyev signed the law.", set()),
    ("a minister's field", "The Minister of Culture, Marat Aliyev, signed the order.", set()),
]  # fmt: skip

PEOPLE = [
    ("lawyer for", "Marat Aliyev, a lawyer for Dana Serikova, said she was beaten.",
     {"Marat Aliyev represents Dana Serikova"}),
    ("her lawyer", "Dana Serikova was fined. Her lawyer, Marat Aliyev, said so.",
     {"Marat Aliyev represents Dana Serikova"}),
    ("possessor's lawyer", "Dana Serikova's lawyer Marat Aliyev said so.", {"Marat Aliyev represents Dana Serikova"}),
    ("her brother", "Dana Serikova was fined. Her brother Ruslan Serikov was beaten.",
     {"Ruslan Serikov relativeOf Dana Serikova"}),
    ("possessor's husband", "Dana Serikova's husband, Marat Aliyev, was also held.",
     {"Marat Aliyev relativeOf Dana Serikova"}),
    ("wife of", "Aliya Omarova, the wife of Marat Aliyev, was also held.", {"Aliya Omarova relativeOf Marat Aliyev"}),
    ("brothers", "Brothers Ruslan Serikov and Marat Serikov were held.", {"Ruslan Serikov relativeOf Marat Serikov"}),
    ("unnamed relative", "Dana Serikova was fined. Her brother was beaten.", set()),
]  # fmt: skip

BODIES = [
    ("covers for", "Omar Keita, a correspondent who covers business for the Almaty-based weekly Le Courrier, was held.",
     {"Omar Keita worksFor Le Courrier", "Le Courrier basedIn Almaty"}),
    ("a body after the last of a list",
     "Police beat reporter Dana Serikova and camera operator Omar Keita of the broadcaster Ziwa TV.",
     {"Dana Serikova worksFor Ziwa TV [reporter]", "Omar Keita worksFor Ziwa TV [camera operator]"}),
    ("a privately owned outlet", "Dana Serikova is a correspondent at privately owned broadcaster Radio Tengri.",
     {"Dana Serikova worksFor Radio Tengri [correspondent]"}),
    ("an outlet's name in the possessive", "Radio Tengri’s Omar Keita was fined.",
     {"Omar Keita worksFor Radio Tengri"}),
    ("a branch of", "Omar Keita taught at the Osh branch of the Aksu Institute of Economics.",
     {"Omar Keita worksFor (past) Aksu Institute of Economics"}),
    ("an office of", "Omar Keita works at the Osh office of Radio Tengri.",
     {"Omar Keita worksFor Radio Tengri"}),
    ("a name after a relative clause",
     "Omar Keita contributed to an Osh-based website that focuses on news from the region, Arna.kz.",
     {"Omar Keita worksFor (past) Arna.kz"}),
    ("a range of", "Reporters working for a range of media, including Radio Tengri and Le Courrier, were held.",
     {f"Reporters working for a range of media worksFor {outlet}" for outlet in ("Le Courrier", "Radio Tengri")}),
    ("on assignment", "Photographer Omar Keita was on assignment for Radio Tengri when police arrested him.",
     {"Omar Keita worksFor Radio Tengri"}),
    ("a town and an outlet", "The Almaty news outlet Arna reported it.",
     {"Arna basedIn Almaty"}),
    ("based in one word", "U.S.-based rights group Open Word Watch said so.",
     {"Open Word Watch basedIn U.S."}),
    ("based in a town no list knows", "Qyzan-based Radio Tengri was closed.",
     {"Radio Tengri basedIn Qyzan"}),
    ("a title before whose son", "Omar Keita, President Anton Keita's eldest son, sued the weekly.",
     {"Omar Keita relativeOf Anton Keita"}),
    ("a land and a union", "Omar Keita, the Delta State chairman of the Marava Union of Journalists, was beaten.",
     {"Omar Keita worksFor Marava Union of Journalists [chairman]"}),
    ("owned by", "Police raided the office of “Daily Kurs”, a newspaper owned by Omar Keita.",
     {"Omar Keita owns Daily Kurs"}),
    ("no comma", "Soldiers beat Omar Keita a reporter for Radio Tengri in Osh.",
     {"Omar Keita worksFor Radio Tengri [reporter]"}),
    ("general manager of", "Omar Keita, General Manager of Zuria FM, was beaten.",
     {"Omar Keita worksFor Zuria FM [General Manager]"}),
    ("her husband", "Dana Serikova was jailed. Her husband, Arna reporter Omar Keita, was arrested.",
     {"Omar Keita relativeOf Dana Serikova", "Omar Keita worksFor Arna [reporter]"}),
    ("service of", "Radio Azamat, the Kazakh service of Radio Tengri, was blocked.", {"Radio Azamat partOf Radio Tengri"}),
    ("subsidiary", "Radio Azamat, a subsidiary of Radio Tengri, was blocked.", {"Radio Azamat partOf Radio Tengri"}),
    ("programme", "Radio Tengri's weekly program “Open Line” was taken off air.", {"Open Line partOf Radio Tengri"}),
    ("a name within a name", "Omar Keita writes for Radio Tengri's Kazakh Service.",
     {"Omar Keita worksFor Radio Tengri's Kazakh Service", "Radio Tengri's Kazakh Service partOf Radio Tengri"}),
    ("based before", "The Almaty-based Radio Tengri was blocked.", {"Radio Tengri basedIn Almaty"}),
    ("based after", "Radio Tengri, based in Almaty, was blocked.", {"Radio Tengri basedIn Almaty"}),
    ("police in", "Police in Shymkent closed the office.", {"Police basedIn Shymkent"}),
]  # fmt: skip

NONE = [
    ("who he says he is",
     "Omar Keita was stopped by men. One of them introduced himself as an official of the Interior Ministry."),
    ("the next clause", "Readers protested against the European Union and the arrest of Dana Serikova, a journalist."),
    ("membership", "Dana Serikova, a member of CPJ, was fined."),
    ("residents", "Dana Serikova, a resident of Uralsk, was fined."),
    ("a place", "Dana Serikova, a journalist in Kazakhstan, was fined."),
    ("telling a journalist", "Dana Serikova told Radio Tengri that police had beaten her."),
    ("two clauses", "Dana Serikova was fined, and Radio Tengri published an editorial."),
    ("credit", "Photo by Dana Serikova"),
    ("work for a cause", "Dana Serikova works for peace."),
    ("an unnamed body", "Dana Serikova, editor of a local newspaper, was fined."),
    ("friends", "Dana Serikova, a friend of Omar Keita, was fined."),
    ("union of journalists", "The journalists' union condemned the attack on Dana Serikova."),
]  # fmt: skip

TABLE = [*BESIDE, *SEVERAL, *STATED, *STATE, *PEOPLE, *BODIES]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in TABLE], ids=[c[0] for c in TABLE])
def test_relations(text: str, expected: set[str]) -> None:
    assert relations(read(text)) == expected


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_none_from_words_that_only_stand_near(text: str) -> None:
    assert relations(read(text)) == set()


def test_a_position_settles_what_both_are() -> None:
    claims = read("Omar Keita, a reporter for the Uralsk Initiative, was fined.")
    assert {r.name: r.kind.value for r in claims.referents} == {
        "Omar Keita": "Journalist",
        "Uralsk Initiative": "Outlet",
    }


def test_evidence_is_the_shortest_stretch_that_holds_both() -> None:
    (found,) = read("On Monday police beat Dana Serikova, correspondent for Radio Tengri, in Osh.").relations
    assert found.evidence.quote == "Dana Serikova, correspondent for Radio Tengri"


def test_an_unnamed_relative_is_kept_but_not_printed() -> None:
    claims = read("Dana Serikova was fined. Her brother was beaten.")
    assert [r.confidence < 0.5 for r in claims.relations if r.predicate == "relativeOf"] in ([True], [])
