"""Text → which mentions of agencies are one body. A wrong link blames somebody else."""

from __future__ import annotations

import pytest
from test_coreference import cluster_of, read

LATER = "The hearing went on for an hour. " * 18
ONE = [
    ("near its name", "The Aksu police spoke. Then police detained Lea Norden.", "Aksu police", "police"),
    ("far from the name of a country's", f"The Federal Police spoke. {LATER}Police left.", "Federal Police", "Police"),
    ("people of it", "Police came. Two officers took a phone.", "Police", "Two officers"),
    ("with its country", "Kazakh police came. Police took a phone.", "Kazakh police", "Police"),
    ("named court", "The Osh City Court fined her. The court gave no reason.", "Osh City Court", "court"),
    (
        "named police",
        "The Shymkent police department answered. Police denied it.",
        "Shymkent police department",
        "Police",
    ),
    (
        "state and its officials",
        "Turkish authorities closed it. Officials said nothing.",
        "Turkish authorities",
        "Officials",
    ),
    (
        "back in its country",
        "The Malawian government paid. In Malawi, the State charged her.",
        "Malawian government",
        "State",
    ),
    ("a country named in passing", "Kazakh police came. Kenya said nothing. Police left.", "Kazakh police", "Police"),
]
APART = [
    ("elsewhere", "The Aksu police said nothing. Police in Naryn detained her.", "Aksu police", "Police"),
    ("far from the name of a town's", f"The Aksu police spoke. {LATER}Police left.", "Aksu police", "Police"),
    ("a country's and local", "The Federal Police spoke. Local police detained her.", "Federal Police", "Local police"),
    ("of many countries", "The French government spoke. Governments harass her.", "French government", "Governments"),
    ("one of the forces", "The military came. Troops fired. The Air Force said nothing.", "military", "Air Force"),
    ("forces and one of them", "The Air Force denied it. The armed forces came.", "Air Force", "armed forces"),
    (
        "a court and the one named after it",
        "A tribunal freed her. The Supreme Court met in May. Then the court fined Keita.",
        "Supreme Court",
        "tribunal",
    ),
    ("in power", "The Aksu Party is in government. The government fell.", "Aksu Party", "government"),
    ("a post", "The Police Relations Officer spoke. She is with the Police.", "Police Relations Officer", "Police"),
    (
        "two countries",
        "Turkish authorities spoke. Saudi authorities did not.",
        "Turkish authorities",
        "Saudi authorities",
    ),
    ("embassy", "The government spoke. The embassy did not.", "government", "embassy"),
    ("two functions", "Police detained her. Prosecutors charged her.", "Police", "Prosecutors"),
    ("another court", "The Osh City Court fined her. An appeals court freed her.", "Osh City Court", "appeals court"),
    (
        "security agency",
        "The National Security Agency spoke. Police detained her.",
        "National Security Agency",
        "Police",
    ),
    ("names of states", "The Kremlin spoke. Officials in Osh did not.", "Kremlin", "Officials"),
    (
        "the whole country's",
        "The Special Branch Police held her. The national police said nothing.",
        "Special Branch Police",
        "national police",
    ),
    (
        "the whole country's, by way of the police",
        "Police spoke. The National police did not. The Special Branch Police held her.",
        "Special Branch Police",
        "National police",
    ),
    (
        "another country's scene",
        "The Malawian government paid. In Zambia, the authorities failed.",
        "Malawian government",
        "authorities",
    ),
    (
        "what follows in another country's scene",
        "The Malawian government paid. In Zambia, prices rose. The State charged her.",
        "Malawian government",
        "State",
    ),
    ("between two", "Egyptian police came. Sudanese police left.", "Egyptian police", "Sudanese police"),
]


@pytest.mark.parametrize(("text", "one", "other"), [c[1:] for c in ONE], ids=[c[0] for c in ONE])
def test_one_body(text: str, one: str, other: str) -> None:
    assert other in cluster_of(read(text), one)


@pytest.mark.parametrize(("text", "one", "other"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_two_bodies(text: str, one: str, other: str) -> None:
    assert other not in cluster_of(read(text), one)
