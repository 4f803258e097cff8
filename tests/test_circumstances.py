"""Sentence → when and where what its words tell of happened. All people and outlets are invented."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from graphbuild import language
from graphbuild.extract.circumstances import Circumstances
from graphbuild.extract.coreference import resolve_mentions
from graphbuild.extract.mention_finder import find_mentions
from graphbuild.extract.syntax import Syntax
from graphbuild.extract.times import find_times
from graphbuild.extract.tokens import Doc
from graphbuild.model import Kind

PUBLISHED = date(2024, 6, 12)
"""A Wednesday."""


@cache
def pipeline() -> object:
    return language.load()


class Told:
    """A text and the words in it that tell of acts."""

    def __init__(self, text: str, *words: str) -> None:
        self.doc = Doc.of(language.parse_text(text, pipeline()))  # type: ignore[arg-type]
        syntax = Syntax(self.doc)
        self.clusters = resolve_mentions(self.doc, syntax, find_mentions(self.doc, syntax))
        self.circumstances = Circumstances(self.doc, syntax, self.clusters, find_times(text, PUBLISHED))
        self.triggers = {w: next(t for t in self.doc if t.text == w) for w in words}
        self.all = frozenset(t.i for t in self.triggers.values())

    def date(self, word: str) -> str | None:
        time = self.circumstances.time_of(self.triggers[word], self.all)
        return time.iso if time is not None else None

    def place(self, word: str) -> str | None:
        return self.name(self.circumstances.place_of(self.triggers[word], self.all))

    def name(self, index: int | None) -> str | None:
        return self.clusters.mentions[index].text if index is not None else None


DATES: list[tuple[str, str, dict[str, str | None]]] = [
    ("as recently as a year", "As recently as 2014, officers beat Dana Vik.", {"beat": "2014"}),
    ("an earlier step at the head of a sentence", "Arrested at a rally, Dana Vik was freed on May 3.",
     {"Arrested": None, "freed": "2024-05-03"}),
    ("what came at first", "Originally sentenced to 16 years, Dana Vik died on May 3.", {"sentenced": None}),
    ("how it was done, at the head of a sentence", "Beaten by guards, Dana Vik died on May 3.", {"Beaten": "2024-05-03"}),
    ("as he left", "Omar Keita was shot by men as he left his home in May 2023.", {"shot": "2023-05"}),
    ("later within a sentence", "In May 2023 police arrested Omar Keita, and two months later the court sentenced him.",
     {"arrested": "2023-05", "sentenced": "2023-07"}),
    ("a dated incident", "Omar Keita was beaten by police in a 2013 incident.", {"beaten": "2013"}),
    ("a clause of time", "Omar Keita was beaten when he was held by rebels in March 2021.", {"beaten": "2021-03"}),
    ("what another act was in connection with",
     "On May 3, police arrested a suspect in connection with the murder of Dana Vik.",
     {"arrested": "2024-05-03", "murder": None}),
    ("a part in it", "A man pleaded guilty on Monday to playing a role in the kidnapping of Dana Vik.",
     {"kidnapping": None}),
    ("a list that it tops", "This month, the list is topped by the involvement of officials in the murder of Dana Vik.",
     {"murder": None}),
    ("had already", "In May 2023 Dana Vik was charged; Omar Keita had already been arrested.", {"arrested": None}),
    ("one of several", "There were attacks on reporters, including the murder of Omar Keita in 2011.",
     {"attacks": None, "murder": "2011"}),
    ("let go", "Officers let Dana Vik go on June 3.", {"let": "2024-06-03"}),
    ("a count", "The union has documented 31 attacks on reporters so far this year.", {"attacks": "2024"}),
    ("a count on a day", "On Monday, the union documented 31 attacks on reporters.", {"attacks": None}),
    ("since when the target", "Radio Tengri has been the target of attacks since it ran a series in March.",
     {"attacks": "2024-03"}),
    ("a warrant", "Police issued a warrant for Dana Vik's arrest in December.", {"warrant": "2023-12"}),
    ("beyond a semicolon", "Dana Vik was beaten in May 2023; on the 30th, a court fined her.",
     {"beaten": "2023-05", "fined": "2023-05-30"}),
    ("by when", "By May 2023, two outlets had been suspended.", {"suspended": None}),
    ("a wave of it", "Police carried out a wave of arrests on May 3.", {"arrests": "2024-05-03"}),
    ("a crackdown with it", "Police began a crackdown on May 3 with arrests of reporters.", {"arrests": "2024-05-03"}),
    ("in the phrase of a participle", "Dana Vik was among dozens of people arrested in Osh on June 3.",
     {"arrested": "2024-06-03"}),
    ("after the phrase of a participle", "The reporters arrested in Osh said on June 3 they were well.",
     {"arrested": None}),
    ("since what", "The army has jailed dozens of reporters since it seized power in February 2021.",
     {"jailed": "2021-02"}),
    ("since an event with its date", "Since the February 2021 coup, 12 reporters have been killed.", {"killed": "2021-02"}),
    ("since, told as past", "She left in May, since it was 2021. Police jailed Dana Vik.", {"jailed": None}),
    ("until when", "Dana Vik was freed until her trial in March.", {"freed": None}),
    ("until when, of a day", "Dana Vik was held pending a hearing on May 3.", {"held": None}),
    ("hours before",
     "The rally was held on May 14, 2024. Hours passed. Two hours before the rally, police detained Omar Keita.",
     {"detained": "2024-05-14"}),
    ("before an event noun",
     "Authorities should investigate the June 3 assaults on Dana Serikova.", {"assaults": "2024-06-03"}),
    ("of a gathering", "The rally held on June 3 was met with violence by police.", {"violence": "2024-06-03"}),
    ("before the subject", "On June 3, in Almaty, the largest city, a group of about 20 protesters beat Dana Serikova.",
     {"beat": "2024-06-03"}),
    ("the finer of two", "A month later, on May 29, 2024, Dana Serikova was released.", {"released": "2024-05-29"}),
    ("own phrase", "Police detained Dana Serikova on June 3.", {"detained": "2024-06-03"}),
    ("fronted", "On June 3, police detained Dana Serikova.", {"detained": "2024-06-03"}),
    ("weekday", "Police beat Dana Serikova on Monday.", {"beat": "2024-06-10"}),
    ("month", "Dana Serikova was arrested in March 2023.", {"arrested": "2023-03"}),
    ("year", "Dana Serikova was deported in 2021.", {"deported": "2021"}),
    ("none", "Police detained Dana Serikova.", {"detained": None}),
    ("each its own", "Dana Serikova was detained on June 3 and deported on June 6.",
     {"detained": "2024-06-03", "deported": "2024-06-06"}),
    ("relative clause", "Dana Serikova, who was arrested in May, was deported on June 6.",
     {"arrested": "2024-05", "deported": "2024-06-06"}),
    ("the main clause's is not the relative clause's", "Dana Serikova, whom police had beaten, was deported on June 6.",
     {"beaten": None, "deported": "2024-06-06"}),
    ("reduced relative", "Journalists detained by police were released on June 6.",
     {"detained": None, "released": "2024-06-06"}),
    ("participle before a noun", "The detained journalists were released on June 6.",
     {"detained": None, "released": "2024-06-06"}),
    ("coordinated verbs", "On June 3, police detained and beat Dana Serikova.",
     {"detained": "2024-06-03", "beat": "2024-06-03"}),
    ("after the last verb", "Dana Serikova was detained and beaten on June 3.",
     {"detained": "2024-06-03", "beaten": "2024-06-03"}),
    ("and later", "Dana Serikova was arrested in May and later deported.", {"arrested": "2024-05", "deported": None}),
    ("noun of an event", "The arrest of Dana Serikova on June 3 shocked her colleagues.", {"arrest": "2024-06-03"}),
    ("what it led to", "The arrest of Dana Serikova sparked a protest on June 6.", {"arrest": None}),
    ("it took place", "The trial of Dana Serikova took place on June 6.", {"trial": "2024-06-06"}),
    ("the condemnation's", "On June 6, the union condemned the arrest of Dana Serikova.",
     {"arrest": None, "condemned": "2024-06-06"}),
    ("the statement's", "Dana Serikova said on Monday that police had beaten her.", {"beaten": None}),
    ("told in a statement", "Dana Serikova said that police beat her on June 3.", {"beat": "2024-06-03"}),
    ("after", "On June 6, Dana Serikova was deported after police had beaten her.",
     {"beaten": None, "deported": "2024-06-06"}),
    ("after a noun", "On June 6, days after her arrest, Dana Serikova was deported.",
     {"arrest": None, "deported": "2024-06-06"}),
    ("participle", "On June 3, police stormed the office, beating Dana Serikova.",
     {"stormed": "2024-06-03", "beating": "2024-06-03"}),
    ("a duration is no date", "Dana Serikova was detained for three days.", {"detained": None}),
    ("what it was about", "Dana Serikova was detained over a report about the elections in 2021.", {"detained": None}),
    ("the year before what it was about", "Dana Serikova was detained in 2021 over a report about the elections.",
     {"detained": "2021"}),
    ("not from the sentence before", "Dana Serikova visited Osh on June 3. Police beat her.", {"beat": None}),
    ("later says the year", "Dana Serikova was threatened in May 2023. Later, she was deported.",
     {"threatened": "2023-05", "deported": "2023"}),
    ("however goes on in a month", "In May 2023 Dana Serikova left home. However, police stopped her.",
     {"stopped": "2023-05"}),
    ("however says no day", "On May 3 Dana Serikova left home. However, police stopped her.", {"stopped": None}),
    ("on the day when", "One of the attacks was on May 3, 2023 when Dana Serikova was beaten.", {"beaten": "2023-05-03"}),
    ("when it occurred", "Dana Serikova was held by soldiers. This occurred at 9:30 AM on June 3, 2023.",
     {"held": "2023-06-03"}),
    ("to when it is put off",
     "A court acquitted Dana Serikova while postponing the trials of other reporters to July 18.", {"acquitted": None}),
    ("this morning, somebody said", "“Dana Serikova was abducted this morning outside her school,” a guard said.",
     {"abducted": None}),
    ("the same day", "Police searched the office on June 3. They detained Dana Serikova the same day.",
     {"searched": "2024-06-03", "detained": "2024-06-03"}),
    ("of an offence", "The court acquitted Nano Vik of the murder of Omar Keita in 2015.",
     {"acquitted": None, "murder": "2015"}),
    ("of a verdict", "The court acquitted Nano Vik of the murder of Omar Keita on Monday.",
     {"acquitted": "2024-06-10", "murder": None}),
    ("of a sentence", "Two men were jailed on Monday for beating Dana Serikova.",
     {"jailed": "2024-06-10", "beating": None}),
    ("of one blow", "A bomb killed reporter Nano Vik and wounded two editors on 3 May.",
     {"killed": "2024-05-03", "wounded": "2024-05-03"}),
]  # fmt: skip

PLACES: list[tuple[str, str, dict[str, str | None]]] = [
    ("where somebody is from", "Omar Keita, of Wanstead, in east London, was sentenced in 2002.", {"sentenced": None}),
    ("before a court", "Police arrested Omar Keita outside the Ikeja High Court.", {"arrested": "Ikeja"}),
    ("where, of a town", "Reporter Dana Vik travelled to Osh, where police detained her.", {"detained": "Osh"}),
    ("where, of the second verb", "She filmed in the city of Osh, where police beat Vik and broke a camera.",
     {"broke": "Osh"}),
    ("where, of a body", "Dana Vik was taken to the Osh police station, where she was beaten.",
     {"beaten": "Osh"}),
    ("where, past an aside", "He wrote on the Osh district, where 39 people – mainly officers – were killed.",
     {"killed": "Osh"}),
    ("side by side", "Police searched and sealed the office of Radio Tengri in Almaty.", {"searched": "Almaty"}),
    ("a blast", "Omar Keita was killed on May 3 after a bomb went off in Osh.", {"killed": "Osh"}),
    ("after he went", "Omar Keita was killed after he went to work in Osh.", {"killed": None}),
    ("where she was meanwhile", "Dana Serikova was detained while covering a protest in Almaty.", {"detained": "Almaty"}),
    ("where he went", "Omar Keita was shot by men as he left his home in Almaty.", {"shot": "Almaty"}),
    ("what she was writing on", "Dana Serikova was detained while reporting on the war in Kenya.", {"detained": None}),
    ("what she was there to report on", "Dana Serikova was beaten while reporting on clashes between groups in Almaty.",
     {"beaten": "Almaty"}),
    ("where one is not let in", "Dana Serikova was not allowed to enter a match in Almaty.", {"allowed": "Almaty"}),
    ("where who tells of it is", "Officials in Nairobi said Dana Serikova was beaten.", {"beaten": None}),
    ("what happened that day", "On the day of Omar Keita's sentencing, Dana Serikova was detained in Almaty.",
     {"sentencing": None, "detained": "Almaty"}),
    ("where they worked", "Police in Osh beat reporters who were covering a march near Panfilov Square.",
     {"beat": "Panfilov Square"}),
    ("where they work", "Police in Osh beat reporters who cover courts in Almaty.", {"beat": "Osh"}),
    ("a spot", "Dana Serikova was beaten at the Aravan roundabout.", {"beaten": "Aravan roundabout"}),
    ("a spot of more words", "Dana Serikova was held at the Aravan military camp.", {"held": "Aravan military camp"}),
    ("a district of a city", "Police beat Dana Serikova in the Bostandyk district of Almaty.",
     {"beat": "Bostandyk district"}),
    ("any spot of a town", "Dana Serikova was held in an Almaty prison.", {"held": "Almaty"}),
    ("a house", "Dana Serikova was seized from her Almaty home by four men.", {"seized": "Almaty"}),
    ("a house it is done to", "The ministry closed its Almaty office.", {"closed": "Almaty"}),
    ("a house that somebody comes from", "Dana Vik was beaten as she returned from her Almaty home.", {"beaten": None}),
    ("a judge's seat", "Judge Omar Keita of the Leninsky District Court in Hrodna fined Dana Serikova.",
     {"fined": "Hrodna"}),
    ("a modifier", "Dana Vik went to Osh. Police beat her in the Almaty-controlled north of the city.", {"beat": "Osh"}),
    ("a prison", "Dana Serikova is held in Evin Prison.", {"held": "Evin Prison"}),
    ("a detention centre", "Dana Serikova is held in the Baku Pre-trial Detention Center.",
     {"held": "Baku Pre-trial Detention Center"}),
    ("raids somewhere", "Omar Keita was detained during the Almaty raids.", {"detained": "Almaty"}),
    ("before the subject", "On June 3, in Almaty, the largest city, a group of about 20 protesters beat Dana Serikova.",
     {"beat": "Almaty"}),
    ("a dateline is no scene",
     "NAIROBI, June 4, 2024 – The union condemned the beating of Dana Serikova.", {"beating": None}),
    ("the capital by name", "NAIROBI, June 4, 2024 – Police beat Dana Serikova during elections in the capital, Almaty.",
     {"beat": "Almaty"}),
    ("in", "Police detained Dana Serikova in Almaty.", {"detained": "Almaty"}),
    ("fronted", "In Almaty, police detained Dana Serikova.", {"detained": "Almaty"}),
    ("city of", "Police detained Dana Serikova in the southern city of Almaty.", {"detained": "Almaty"}),
    ("apposition", "In Nairobi, the capital, police beat Dana Serikova.", {"beat": "Nairobi"}),
    ("the town before its country", "Police beat Dana Serikova in Almaty in Kazakhstan.", {"beat": "Almaty"}),
    ("none", "Police detained Dana Serikova.", {"detained": None}),
    ("beside the agent", "Police in Almaty detained Dana Serikova.", {"detained": "Almaty"}),
    ("where she is from", "Police beat Dana Serikova, a journalist from Nairobi.", {"beat": None}),
    ("where she is based", "Police beat Dana Serikova, a journalist based in Nairobi.", {"beat": None}),
    ("what it was about", "Dana Serikova was detained over an article about Nairobi.", {"detained": None}),
    ("after what", "Dana Serikova was detained after a protest in Nairobi.", {"detained": None}),
    ("each its own", "Dana Serikova was detained in Almaty and beaten in Nairobi.",
     {"detained": "Almaty", "beaten": "Nairobi"}),
    ("shared", "Dana Serikova was detained in Almaty and beaten.", {"detained": "Almaty", "beaten": "Almaty"}),
    ("relative clause", "Dana Serikova, who was beaten in Nairobi, was deported.",
     {"beaten": "Nairobi", "deported": None}),
    ("driven from", "Dana Serikova was deported from Kazakhstan.", {"deported": "Kazakhstan"}),
    ("kept from leaving", "Police prevented Dana Serikova from leaving Kazakhstan.", {"prevented": "Kazakhstan"}),
    ("the country", "Kazakhstan is holding elections. Police beat Dana Serikova in the country.",
     {"beat": "Kazakhstan"}),
    ("noun of an event", "The union condemned the arrest of Dana Serikova in Almaty.", {"arrest": "Almaty"}),
    ("what he was", "He was a reporter for a station in Osh and was killed while covering a vote in Taraz.",
     {"killed": "Taraz"}),
    ("of one blow", "A bomb killed reporter Nano Vik and wounded two editors in Taraz.",
     {"killed": "Taraz", "wounded": "Taraz"}),
    ("a state", "A reporter was beaten in the state of Goiás, police said.", {"beaten": "Goiás"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in DATES], ids=[c[0] for c in DATES])
def test_dates(text: str, expected: dict[str, str | None]) -> None:
    told = Told(text, *expected)
    assert {word: told.date(word) for word in expected} == expected


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_places(text: str, expected: dict[str, str | None]) -> None:
    told = Told(text, *expected)
    assert {word: told.place(word) for word in expected} == expected


SEATS = [
    ("beside", "Police in Almaty fined Dana Serikova.", "Almaty"),
    ("in the name", "The Almaty City Court fined Dana Serikova.", "Almaty"),
    ("of a town", "The Kyiv District Court of Almaty fined Dana Serikova.", "Almaty"),
    ("none", "Police fined Dana Serikova.", None),
    ("a country in the name is no seat", "The Supreme Court of Kazakhstan fined Dana Serikova.", None),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in SEATS], ids=[c[0] for c in SEATS])
def test_seats(text: str, expected: str | None) -> None:
    told = Told(text)
    agency = next(i for i in range(len(told.clusters.mentions)) if told.clusters.kind(i) is Kind.AGENCY)
    assert told.name(told.circumstances.places.seat(agency)) == expected


STORIES = [
    ("goes on", "Police stopped Dana Serikova in Almaty. They seized her phone.", "Almaty"),
    ("a new paragraph", "Police stopped Dana Serikova in Almaty.\n\nThey seized her phone.", None),
    ("a date of its own", "Police stopped Dana Serikova in Almaty. On June 6 they seized her phone.", None),
    ("a country is too much", "Police stopped Dana Serikova in Kazakhstan. They seized her phone.", None),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in STORIES], ids=[c[0] for c in STORIES])
def test_a_narrative_stays_where_it_is(text: str, expected: str | None) -> None:
    told = Told(text, "stopped", "seized")
    assert told.name(told.circumstances.story_place(told.triggers["seized"], told.all)) == expected
