"""Text → which mentions are one thing, and which stand for several. All people and outlets are invented."""

from __future__ import annotations

from functools import cache

import pytest

from graphbuild import language
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.coreference import resolve_mentions
from graphbuild.extract.genders import gender_of, of_words
from graphbuild.extract.mention_finder import find_mentions
from graphbuild.extract.mentions import Form
from graphbuild.extract.reader import syntax_of
from graphbuild.extract.tokens import Doc
from graphbuild.model import Kind


@cache
def pipeline() -> object:
    return language.load()


def read(text: str) -> Clusters:
    doc = Doc.of(language.parse_text(text, pipeline()))  # type: ignore[arg-type]
    syntax = syntax_of(doc)
    return resolve_mentions(doc, syntax, find_mentions(doc, syntax))


def cluster_of(clusters: Clusters, text: str) -> set[str]:
    """Return the texts that are one thing with the first mention of this text."""
    index = next(i for i, m in enumerate(clusters.mentions) if m.text == text)
    return {m.text for m in clusters.members(index)}


KINDS = [
    ("Police detained reporter Dana Serikova.", {"Dana Serikova": "Journalist", "Police": "Agency"}),
    ("Judge Timur Alimov sentenced the editor.", {"Timur Alimov": "Official"}),
    ("The Osh District Court fined the newspaper.", {"Osh District Court": "Agency", "newspaper": "Outlet"}),
    ("Radio Tengri said its reporter was freed.", {"Radio Tengri": "Outlet"}),
    ("The Union of Free Reporters condemned the arrest.", {"Union of Free Reporters": "Organization"}),
    ("The Ministry of Culture and Information blocked the site.", {"Ministry of Culture and Information": "Agency"}),
    ("Masked men attacked her in Shymkent.", {"Masked men": "Group", "Shymkent": "Place"}),
    ("The website Arnamedia.kz was blocked.", {"Arnamedia.kz": "Outlet"}),
    ("The Zhurek newspaper closed.", {"Zhurek": "Outlet"}),
    ("Court records show Keita was held. Keita denied it.", {"Keita": "Person"}),
    ("Reuters quoted a lawyer.", {"Reuters": "Outlet", "lawyer": "Person"}),
    ("Officials in Kenya said nothing.", {"Officials": "Agency", "Kenya": "Place"}),
    ("Three reporters, including Omar Keita, were held.", {"Omar Keita": "Journalist"}),
    ("Several reporters, among them Omar Keita, were held.", {"Omar Keita": "Journalist"}),
    ("The ministry blocked 17 websites, including Arna.", {"Arna": "Outlet"}),
    ("Reporters of websites in many countries, including Kenya, met.", {"Kenya": "Place"}),
    ("The ministry blocked 17 websites along with Norden Trust.", {"Norden Trust": "Organization"}),
    ("Keita was held. She is a reporter.", {"Keita": "Journalist"}),
    ("Keita was held. They beat him until he said that he was a reporter.", {"Keita": "Person"}),
    ("Keita was among seven reporters summoned by police.", {"Keita": "Journalist"}),
    ("Keita was one of seven reporters summoned by police.", {"Keita": "Journalist"}),
    ("Keita may be among the reporters summoned by police.", {"Keita": "Person"}),
    ("Reporters and activists, including Omar Keita, were held.", {"Omar Keita": "Person"}),
    (
        "Journalists Dana Serikova, Omar Keita and Li Wen were held.",
        {"Dana Serikova": "Journalist", "Omar Keita": "Journalist", "Li Wen": "Journalist"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), KINDS, ids=[k[0][:30] for k in KINDS])
def test_kinds(text: str, expected: dict[str, str]) -> None:
    clusters = read(text)
    found = {m.text: str(clusters.kind(i)) for i, m in enumerate(clusters.mentions)}
    assert {name: found.get(name) for name in expected} == expected


TOGETHER = [
    (
        "who suffers goes on to suffer",
        "Spokesman Anders Vik said officers had detained reporter Omar Keita. He was beaten in custody.",
        "Omar Keita",
        {"Omar Keita", "He"},
    ),
    (
        "what was raided and whose editor was held",
        "The Aksu Herald reported that police had raided the Osh Times. Its editor was arrested.",
        "Osh Times",
        {"Osh Times", "Its"},
    ),
    (
        "a blow and an arrest",
        "Guard Anders Vik beat reporter Omar Keita. He was arrested on Monday.",
        "Anders Vik",
        {"Anders Vik", "He"},
    ),
    (
        "whom a report is about",
        "Omar Keita was held in Osh. Keita edits a weekly. Keita's readers met Dan Vik. He was beaten in custody.",
        "Omar Keita",
        {"Omar Keita", "Keita", "He"},
    ),
    ("one of several", "One of Keita’s sons, Ian, was held.", "One of Keita’s sons", {"One of Keita’s sons", "Ian"}),
    ("became", "Omar Keita became the third reporter held.", "Omar Keita", {"Omar Keita", "third reporter"}),
    (
        "by a pen name",
        "Aynur Keita, who goes by Elgunash, was held. Elgunash was freed.",
        "Aynur Keita",
        {"Aynur Keita", "Elgunash"},
    ),
    (
        "two posts of one",
        "Radio Aksu CEO and Chair Omar Keita spoke.",
        "Radio Aksu CEO",
        {"Radio Aksu CEO", "Omar Keita"},
    ),
    (
        "what the subject is, its comma hung on the name",
        "The arrests come after a chief editor of P.S. Nota newspaper, Serdar Keita was detained and sentenced to months "
        "of detention, on a charge of hooliganism.",
        "chief editor",
        {"chief editor", "Serdar Keita"},
    ),
    (
        "a slip of the pen",
        "Reporter Hakan Keita was held. Police said Hakna Keita would be fined.",
        "Hakan Keita",
        {"Hakan Keita", "Hakna Keita"},
    ),
    (
        "a pen name",
        "Chinese lawyer Chen Haoran, better known under the pen name Guo Feng, was arrested. Guo was beaten.",
        "Chen Haoran",
        {"Chen Haoran", "Guo Feng", "Chinese lawyer"},
    ),
    (
        "fighters of a body",
        "Fighters of the Free Aksu Front held reporter Omar Keita.",
        "Free Aksu Front",
        {"Fighters", "Free Aksu Front"},
    ),
    (
        "fighters of the one body",
        "Boko Haram militants beat reporter Omar Keita. Later the militants fled.",
        "Boko Haram",
        {"Boko Haram", "Boko Haram militants", "militants"},
    ),
    (
        "a pseudonym",
        "Omar Keita, who writes under the pseudonym Sand Fox, was held.",
        "Omar Keita",
        {"Omar Keita", "Sand Fox"},
    ),
    ("also known as", "Omar Keita, also known as Oma Vik, was arrested.", "Omar Keita", {"Omar Keita", "Oma Vik"}),
    (
        "a first surname",
        "Adrián Luna Prieto was shot. Luna died at once.",
        "Adrián Luna Prieto",
        {"Adrián Luna Prieto", "Luna"},
    ),
    (
        "no comma",
        "The police questioned Dana Serikova a TV journalist.",
        "Dana Serikova",
        {"Dana Serikova", "TV journalist"},
    ),
    ("a stranger again", "An Osh man was arrested. The man was fined.", "Osh man", {"Osh man", "man"}),
    (
        "an apposition to what hangs elsewhere",
        "Police raided the office of “Daily Kurs”, a newspaper owned by Omar Keita.",
        "Daily Kurs",
        {"Daily Kurs", "newspaper"},
    ),
    (
        "last name",
        "Dana Serikova was freed. Serikova thanked her lawyer.",
        "Dana Serikova",
        {"Dana Serikova", "Serikova", "her"},
    ),
    ("pronoun", "Dana Serikova left. She was followed.", "Dana Serikova", {"Dana Serikova", "She"}),
    ("the reporter", "Omar Keita was beaten. The reporter lost a tooth.", "Omar Keita", {"Omar Keita", "reporter"}),
    ("apposition", "Police held Dana Serikova, a blogger, on Monday.", "Dana Serikova", {"Dana Serikova", "blogger"}),
    (
        "acronym",
        "The Union of Free Reporters (UFR) protested. UFR wrote a letter.",
        "UFR",
        {"Union of Free Reporters", "UFR"},
    ),
    (
        "one police",
        "Police officers came. Police took a phone. The officers left.",
        "Police",
        {"Police officers", "Police", "officers"},
    ),
    (
        "members of a body",
        "Two officers of the National Police hit him.",
        "National Police",
        {"National Police", "Two officers"},
    ),
    ("brackets", "Journalist Aysel Umudova (Kerimli) was held.", "Aysel Umudova", {"Aysel Umudova", "Kerimli"}),
    ("fronted pronoun", "During his trial, Omar Keita pleaded not guilty.", "Omar Keita", {"Omar Keita", "his"}),
]


@pytest.mark.parametrize(("text", "of", "expected"), [c[1:] for c in TOGETHER], ids=[c[0] for c in TOGETHER])
def test_one_thing(text: str, of: str, expected: set[str]) -> None:
    assert cluster_of(read(text), of) >= expected


APART = [
    (
        "a country's police and others",
        "Federal police spoke. Local police detained her.",
        "Federal police",
        "Local police",
    ),
    (
        "who writes about a murder",
        "Activist Aida Sarin was killed by men. Reporter Omar Keita, who wrote about her murder, was arrested.",
        "Omar Keita",
        "her",
    ),
    (
        "who asks and who is to be freed",
        "Kevin Klose spoke of Li Wen's safety and appealed to the authorities for his immediate release.",
        "Kevin Klose",
        "his",
    ),
    (
        "generic people",
        "Journalists of Radio Aksu were held. In the country, journalists critical of the government have been killed.",
        "Journalists",
        "journalists",
    ),
    ("the media at large", "Radio Aksu was raided. The ministry said the media lied.", "Radio Aksu", "media"),
    (
        "the first at the scene",
        "Police beat three journalists. Omar Keita was among the first journalists at the scene.",
        "three journalists",
        "first journalists",
    ),
    (
        "another outlet's correspondent",
        "VOA contributor Li Wen was held. The Reuters correspondent went missing.",
        "Li Wen",
        "Reuters correspondent",
    ),
    (
        "a relative of the name",
        "Keita was shot. Martín Keita, the journalist's son, said Keita had been threatened.",
        "Keita",
        "Martín Keita",
    ),
    (
        "her husband",
        "Dana Keita was beaten. Martín Keita, her husband, said so.",
        "Martín Keita",
        "her",
    ),
    (
        "the press and its members",
        "Journalist Li Wen was held. Officers harass members of the press.",
        "Li Wen",
        "members of the press",
    ),
    ("a city's centre", "Radio Aksu was raided. The car drove through the city center.", "Radio Aksu", "city center"),
    (
        "a nation's policemen and a district's",
        "The Azerbaijani policemen beat Omar Keita. He was taken to the Narimanov District Police Office.",
        "Azerbaijani policemen",
        "Narimanov District Police Office",
    ),
    (
        "who says it and of whom",
        'Police arrested Omar Keita. "It was wrong," Li Wen said. "They must drop charges against him," he added.',
        "him",
        "he",
    ),
    (
        "other fighters",
        "Boko Haram militants beat Omar Keita. Other militants shot Li Wen. The militants fled.",
        "Boko Haram",
        "Other militants",
    ),
    (
        "other protesters",
        "Protesters beat Omar Keita. Other protesters shot Li Wen. The protesters fled.",
        "Protesters",
        "Other protesters",
    ),
    (
        "suspected fighters",
        "Boko Haram said no more. Suspected Boko Haram gunmen killed Omar Keita.",
        "Boko Haram",
        "Suspected Boko Haram gunmen",
    ),
    ("as is no other name", "The ministry replaced Omar Keita as Anton Vik left.", "Omar Keita", "Anton Vik"),
    (
        "who does and who suffers",
        "Police held Anton Vik. Ana Keita claims she beat the reporter.",
        "Ana Keita",
        "reporter",
    ),
    (
        "whose phrase it stands in",
        "Dana Serikova was beaten, and the suspect in her assault is free.",
        "suspect",
        "her",
    ),
    ("two people", "Dana Serikova met Omar Keita.", "Dana Serikova", "Omar Keita"),
    ("subject and object", "Omar Keita said a guard hit him.", "guard", "him"),
    ("a subject before", "A gunman came closer and shot him.", "gunman", "him"),
    ("another gender", "Dana Serikova praised Omar Keita. He smiled.", "Dana Serikova", "He"),
    ("a relative", "Omar Keita came with his wife.", "Omar Keita", "wife"),
    ("police and court", "Police held her. The court freed her.", "Police", "court"),
    (
        "the journalist is whom the text calls one",
        "Reporter Dana Serikova was killed. A man, Omar Keita, had a role in the death of the journalist.",
        "Omar Keita",
        "journalist",
    ),
    ("two outlets", "Radio Tengri and Radio Aksu closed.", "Radio Tengri", "Radio Aksu"),
    ("who is called by a deed", "Omar Keita was shot in Osh. The killer fled.", "Omar Keita", "killer"),
    (
        "whom a description speaks of",
        "Omar Keita died. The man convicted of the murder of Keita was freed.",
        "Omar Keita",
        "man",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_two_things(text: str, one: str, other: str) -> None:
    assert other not in cluster_of(read(text), one)


SEVERAL = [
    (
        "who are jailed",
        "Reporters Wa Keita and Li Wen reported the killing of ten villagers. They were arrested.",
        "They",
        {"Wa Keita", "Li Wen"},
    ),
    (
        "they",
        "Dana Serikova and Omar Keita were held. They were freed on Monday.",
        "They",
        {"Dana Serikova", "Omar Keita"},
    ),
    (
        "their",
        "Police detained Dana Serikova and Omar Keita and took their phones.",
        "their",
        {"Dana Serikova", "Omar Keita"},
    ),
    (
        "the two journalists",
        "Reporters Dana Serikova and Omar Keita were held. The two journalists were freed.",
        "two journalists",
        {"Dana Serikova", "Omar Keita"},
    ),
    (
        "apposed with positions",
        "Police held two reporters, editor Dana Serikova and cameraman Omar Keita.",
        "two reporters",
        {"Dana Serikova", "Omar Keita"},
    ),
    (
        "apposed",
        "Police held two reporters, Dana Serikova and Omar Keita.",
        "two reporters",
        {"Dana Serikova", "Omar Keita"},
    ),
    (
        "apposed after a phrase about them, with their ages",
        "On May 15, two reporters for Radio Tengri, Dana Serikova, 27, and Omar Keita, 31, were held.",
        "two reporters",
        {"Dana Serikova", "Omar Keita"},
    ),
    (
        "they, with those beside them",
        "Omar Keita, along with Dana Serikova and Li Wen, was detained on Monday. They were charged with libel.",
        "They",
        {"Omar Keita", "Dana Serikova", "Li Wen"},
    ),
    (
        "fewer than are named",
        "Two reporters for Radio Tengri, Dana Serikova, Omar Keita and Li Wen met.",
        "Two reporters",
        {"Two reporters"},
    ),
]


@pytest.mark.parametrize(("text", "mention", "expected"), [c[1:] for c in SEVERAL], ids=[c[0] for c in SEVERAL])
def test_what_stands_for_several(text: str, mention: str, expected: set[str]) -> None:
    clusters = read(text)
    index = next(i for i, m in enumerate(clusters.mentions) if m.text == mention)
    assert {clusters.mentions[j].text for j in clusters.expand(index)} == expected


def test_three_journalists_are_not_two_names() -> None:
    clusters = read("Dana Serikova and Omar Keita were held. The three journalists were freed.")
    index = next(i for i, m in enumerate(clusters.mentions) if m.text == "three journalists")
    assert clusters.expand(index) == (index,)


def test_a_country_that_acts_is_its_government() -> None:
    clusters = read("Belarus arrested Omar Keita. The Belarusian authorities said nothing.")
    place = next(i for i, m in enumerate(clusters.mentions) if m.text == "Belarus")
    state = clusters.state(place)
    assert state is not None
    assert "Belarusian authorities" in {m.text for m in clusters.members(state)}
    assert (
        clusters.state(next(i for i, m in enumerate(clusters.mentions) if m.form is Form.NAME and "Keita" in m.text))
        is None
    )


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Dana Serikova", "f"),
        ("Anton Belov", "m"),
        ("Aysel Umudova", "f"),
        ("Omar Keita", None),
        ("Tony Germain Rukina", None),
        ("Rosa Molina", "f"),
        ("his wife", "f"),
        ("", None),
    ],
)
def test_gender(text: str, gender: str | None) -> None:
    assert of_words(text) == gender
    assert gender_of([]) is None


def test_they_are_what_those_turn_out_to_be_for_whom_they_stand() -> None:
    clusters = read("Dana Serikova and Omar Keita were held. They were freed on Monday.")
    texts = [m.text for m in clusters.mentions]
    they, dana = texts.index("They"), texts.index("Dana Serikova")
    assert clusters.kind(they) is Kind.PERSON
    clusters.settle(dana, Kind.JOURNALIST)
    assert clusters.kind(they) is Kind.JOURNALIST
