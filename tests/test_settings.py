"""Reports whose acts take their day or place from the setting: narratives, headlines, cut-off teasers."""

from __future__ import annotations

import pytest
from test_extract import read

from graphbuild.model import EventType


def told(text: str, type: str, title: str | None = None) -> tuple[str | None, str | None]:
    claims = read(text, title)
    names = {r.id: r.name for r in claims.referents}
    (event,) = [e for e in claims.events if e.type is EventType(type) and e.factuality.asserted]
    return event.time.edtf if event.time else None, names.get(event.place) if event.place else None


NARRATIVES = [
    ("On June 3, police pushed Dana Serikova. Officers then took her phone.", "Seizure", "2024-06-03"),
    ("On June 3, police detained Dana Serikova and seized her camera.", "Seizure", "2024-06-03"),
    ("On June 3, police pushed Dana Serikova. Masked men beat her in another town.", "Assault", None),
    ("In June 2023, police detained Dana Serikova. Officers took her phone.", "Seizure", None),
    ("On June 3, police pushed Dana Serikova.\n\nOfficers seized a camera from Omar Keita.", "Seizure", None),
    # what was done in the midst of it
    ("Protests broke out on June 2. Police detained Dana Serikova.", "Detention", "2024-06-02"),
    (
        "Authorities launched operations from June 2 to June 4. Police conducted a raid on the office of Radio Aksu.",
        "Search",
        "2024-06-02/2024-06-04",
    ),
    ("A rally was held on June 2. A court has jailed Dana Serikova for five years.", "Conviction", None),
    ("Protests broke out on June 2. Later police detained Dana Serikova.", "Detention", "2024"),
    (
        "The rally held on June 2 was dispersed.\n\nThe police also used violence against reporters covering the action.",
        "Assault",
        "2024-06-02",
    ),
    (
        "A rally was held on June 2. Many came. Many spoke.\n\nDana Serikova was beaten during the rally.",
        "Assault",
        "2024-06-02",
    ),
    (
        "A rally was held on June 2. One was held on May 5. The rally on May 5 was large.\n\n"
        "Dana Serikova was beaten during the rally.",
        "Assault",
        None,
    ),
    # what goes on at some time did not begin then
    ("Dana Serikova is being held in Osh on Tuesday, her lawyer said.", "Detention", None),
    ("Dana Serikova has been held in Osh since June 3.", "Detention", "2024-06-03"),
    ("This month, Dana Serikova is serving the sixth year of a life sentence.", "Conviction", None),
    ("On June 3, jailed Kenyan blogger Omar Keita began a hunger strike.", "Detention", None),
    ("The army freed Dana Serikova on June 3 after holding her for ten days.", "Detention", None),
    ("Dana Serikova was beaten on Monday by officers.", "Assault", "2024-06-10"),
    # a narrative goes on with what befell somebody
    ("On June 3, Dana Serikova was detained. She was beaten.", "Assault", "2024-06-03"),
    ("On June 3, Dana Serikova was detained. Two masked men hit her.", "Assault", "2024-06-03"),
    ("On June 3, police detained Dana Serikova. She had been beaten.", "Assault", None),
    ("On June 3, police detained Dana Serikova with two women beaten by strangers.", "Assault", None),
    ("On June 3, a mob detained Dana Serikova. The attackers beat Omar Keita.", "Assault", "2024-06-03"),
    # acts some time apart
    ("On June 3, police detained Dana Serikova, two days after they searched her home.", "Search", "2024-06-01"),
    (
        "Dana Serikova was killed on June 3. Two days after the killing, police arrested a man.",
        "Detention",
        "2024-06-05",
    ),
    (
        "Dana Serikova was killed on June 3. The day after the killing, police arrested a man.",
        "Detention",
        "2024-06-04",
    ),
    ("Dana Serikova was held on June 3. On the day of the arrest, police raided Radio Aksu.", "Search", "2024-06-03"),
    ("Dana Serikova was held on June 3. Minutes after the arrest, her phone was seized.", "Seizure", "2024-06-03"),
    ("Dana Serikova was held in June 2023. Two days after the arrest, police raided Radio Aksu.", "Search", None),
    ("Dana Serikova was held overnight and released the next day. She is well.", "Release", None),
    # what still goes on
    ("Dana Serikova has been held for two years.", "Detention", "2022"),
    ("Dana Serikova has been in jail for six months.", "Detention", "2023-12"),
    ("Dana Serikova was held for two years.", "Detention", None),
    ("Dana Serikova has been jailed for two years.", "Conviction", None),
    # what is to come, and what was long before
    ("Dana Serikova has been summoned for Saturday by the police.", "Interrogation", None),
    ("Dana Serikova faces trial in June.", "Prosecution", None),
    ("Dana Serikova was born in 1980 and was killed in Osh.", "Killing", None),
    # one date for acts side by side
    ("Dana Serikova was arrested at her home and sentenced to death in 2019.", "Detention", "2019"),
    ("Dana Serikova was arrested at her home and fined on June 3.", "Detention", None),
    ("Police detained Dana Serikova and beat Omar Keita on June 3.", "Detention", "2024-06-03"),
    ("Men kidnapped Dana Serikova and killed her on June 3.", "Abduction", None),
    ("Since the coup of June 2023, the army has freed six and detained two reporters.", "Detention", "2023-06"),
    (
        "Police stopped Dana Serikova while she was covering a trial on June 3, held her for a day and beat her.",
        "Assault",
        "2024-06-03",
    ),
    ("On June 3, the office of Radio Aksu was hit by a grenade, which injured Omar Keita.", "Assault", "2024-06-03"),
]


@pytest.mark.parametrize(("text", "type", "day"), NARRATIVES)
def test_what_goes_on_is_of_the_same_day(text: str, type: str, day: str | None) -> None:
    claims = read(text)
    last = [e for e in claims.events if e.type is EventType(type) and e.factuality.asserted][-1]
    assert (last.time.edtf if last.time else None) == day


def test_a_place_after_a_list_of_names_is_the_acts() -> None:
    text = "Guards detained two reporters, Omar Keita and Dana Serikova, near the village of Aravan on June 2."
    assert told(text, "Detention") == ("2024-06-02", "Aravan")


def test_a_headline_has_room_for_one_place() -> None:
    title = "Police assault reporter Dana Serikova covering protests in Almaty"
    assert told("On June 3, police officers assaulted Serikova.", "Assault", title) == ("2024-06-03", "Almaty")


def test_a_cut_off_sentence_still_says_when_and_where() -> None:
    title = "Police attack 2 journalists covering fire"
    text = (
        "Authorities should investigate police officers’ assault of journalists Dana Serikova and Omar Keita."
        " In the early hours of June 2, in the southern city of Shymkent, police…"
    )
    assert told(text, "Assault", title) == ("2024-06-02", "Shymkent")


def test_a_cut_off_sentence_about_somebody_else_says_nothing() -> None:
    text = "Guards beat Dana Serikova. On June 2, in Shymkent, a union…"
    assert told(text, "Assault") == (None, None)
