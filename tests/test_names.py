"""Text → the names in it and what each denotes. People and outlets are invented, bodies of the word list are real."""

from __future__ import annotations

import pytest
from test_coreference import read

from graphbuild.extract.mentions import Form

NAMES = [
    (
        "On Monday the General Directorate for Press, Broadcasting, and Information fined a local paper and its editor.",
        {("General Directorate for Press, Broadcasting, and Information", "Agency")},
    ),
    (
        "Protesters were blocking Keita, Serikova, and Alisher Vik streets.",
        {("Serikova", "Place"), ("Keita", "Place"), ("Alisher Vik", "Place")},
    ),
    ("Omar Keita, General Manager of Zuria FM, was beaten.", {("Zuria FM", "Outlet"), ("Omar Keita", "Journalist")}),
    ("Gunmen shot radio host Omar “Oma” Keita.", {("Omar “Oma” Keita", "Journalist")}),
    ("Police held the party's Deputy Chairwoman, Dana Serikova.", {("Dana Serikova", "Person")}),
    ("The pro-Karimov television channel closed.", {("Karimov", "Person")}),
    ("Reuters quoted the FSB.", {("Reuters", "Outlet"), ("FSB", "Agency")}),
    ("The Washington Post wrote about her.", {("Washington Post", "Outlet")}),
    ("The Public Prosecutor’s Office opened a case.", {("Public Prosecutor’s Office", "Agency")}),
    (
        "The National Anticorruption Bureau of Ukraine wrote to her again.",
        {("National Anticorruption Bureau of Ukraine", "Agency")},
    ),
    ("Gunmen attacked the station Voz del Puerto.", {("Voz del Puerto", "Outlet")}),
    ("The mining company Altyn Tau sued her.", {("Altyn Tau", "Organization")}),
    ("Kazakh police detained Omar Keita in Nur-Sultan.", {("Omar Keita", "Person"), ("Nur-Sultan", "Place")}),
    ("Satirist Keyomar Marzani, who was sentenced in May, was freed.", {("Keyomar Marzani", "Journalist")}),
    ("Police detained Cheung Kim-hung.", {("Cheung Kim-hung", "Person")}),
    ("The site Fergananews.ru was blocked.", {("Fergananews.ru", "Outlet")}),
    ("Officers held editor Anders Vik. Vik was freed.", {("Anders Vik", "Journalist"), ("Vik", "Journalist")}),
    ("The Osh City Court on July 3 fined her.", {("Osh City Court", "Agency")}),
    (
        "The Independent Fraud and Other Related Offences Commission (IFOC) raided The Sun.",
        {
            ("Independent Fraud and Other Related Offences Commission", "Organization"),
            ("IFOC", "Organization"),
            ("Sun", "Organization"),
        },
    ),
    (
        "Dana Vik and the National Union of Osh Journalists (NUOJ) protested.",
        {("Dana Vik", "Person"), ("National Union of Osh Journalists", "Organization"), ("NUOJ", "Organization")},
    ),
    ("Police shut the radio station Arna 90.3 for good.", {("Arna 90.3", "Outlet")}),
    ("He wrote for the investigative outlet Tengripa. Tengripa's office was searched.", {("Tengripa", "Outlet")}),
    ("A reporter was beaten in DRC\n\nPolice came.", {("DRC", "Place")}),
    (
        "The court found Dana Vik, its news site Arna Inc., and reporter Omar Keita guilty.",
        {("Dana Vik", "Person"), ("Arna Inc.", "Outlet"), ("Omar Keita", "Journalist")},
    ),
    ("He writes for the U.S.-based outlet The Osh Times.", {("Osh Times", "Outlet")}),
    (
        "Troops shelled Radio Tengripa. Tengripa's offices burnt.",
        {("Radio Tengripa", "Outlet"), ("Tengripa", "Outlet")},
    ),
    (
        "Dana Vik, a TV journalist working for Polish-based Belsana, was held.",
        {("Dana Vik", "Journalist"), ("Belsana", "Outlet")},
    ),
    ("John Vik, a broadcaster, was shot dead.", {("John Vik", "Journalist")}),
    ("Hidden Gem in Alpharetta", {("Alpharetta", "Place")}),
    (
        "The two journalists were from Yanche Wanbao (YCWB) and Xin Kuaibo.",
        {("Yanche Wanbao", "Outlet"), ("YCWB", "Outlet"), ("Xin Kuaibo", "Organization")},
    ),
    ("Police charged Human Resource Manager Nano Vik.", {("Nano Vik", "Person")}),
    ("Police raided the offices of Prime General Supply Limited.", {("Prime General Supply Limited", "Organization")}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text for text, _ in NAMES])
def test_names(text: str, expected: set[tuple[str, str]]) -> None:
    clusters = read(text)
    named = (i for i, m in enumerate(clusters.mentions) if m.form is Form.NAME)
    assert {(clusters.mentions[i].text, str(clusters.kind(i))) for i in named} == expected


@pytest.mark.parametrize("text", ["Russians came.", "She works for the Kazakh service of it.", "A reporter for Radio…"])
def test_what_is_no_name(text: str) -> None:
    assert not [m.text for m in read(text).mentions if m.form is Form.NAME]
