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


LEAD = (
    "OSH, June 12 – Three journalists were injured and a fourth was arrested on Monday as police fought protesters"
    " in the city.\n\n"
)
NARRATIVES = [
    ("On June 3, police pushed Dana Serikova. Officers then took her phone.", "Seizure", "2024-06-03"),
    ("On June 3, police detained Dana Serikova and seized her camera.", "Seizure", "2024-06-03"),
    ("On June 3, police pushed Dana Serikova. Masked men beat her in another town.", "Assault", None),
    ("In June 2023, police detained Dana Serikova. Officers took her phone.", "Seizure", "2023-06"),
    ("In 2023, police detained Dana Serikova. Officers took her phone.", "Seizure", None),
    ("In June 2023, police detained Dana Serikova. Many came. Officers took her phone.", "Seizure", None),
    ("In June 2023, police detained Dana Serikova. Officers took Omar Keita's phone.", "Seizure", None),
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
    # the same scene goes on
    (
        "On June 3, officers raided the office of Radio Aksu. Dana Serikova and Omar Keita were arrested.",
        "Detention",
        "2024-06-03",
    ),
    ("On June 3, officers raided the office of Radio Aksu. Dana Serikova had been arrested.", "Detention", None),
    ("On June 3, officers raided the office of Radio Aksu. Dana Serikova was arrested in 2021.", "Detention", "2021"),
    ("On June 3, a court fined Omar Keita. Dana Serikova was arrested.", "Detention", None),
    (
        "Omar Keita was held on June 3 when police raided his home. Officers seized Li Wen's camera.",
        "Seizure",
        "2024-06-03",
    ),
    ("Omar Keita was held on June 3 when police raided his home. Masked men seized Li Wen's camera.", "Seizure", None),
    ("In 2016, guards stopped Omar Keita in Osh and beat him; his recorder was smashed.", "Damage", "2016"),
    ("The next year, Omar Keita was jailed in Osh in 2011; guards also took his laptop.", "Seizure", "2011"),
    (
        "Omar Keita was held on June 3. In March, Dana Serikova was beaten; on the 30th, Li Wen was fined.",
        "Assault",
        "2024-03",
    ),
    (
        "On Monday, prosecutors arraigned Dana Serikova in Osh. She pleaded not guilty. Judge Li Wen ordered her held"
        " in the city pending a hearing on June 30.",
        "Detention",
        "2024-06-10",
    ),
    ("On Monday, prosecutors charged Dana Serikova. Masked men detained her in Osh.", "Detention", None),
    # the steps of what a lead sums up
    (f"{LEAD}Dana Serikova, a reporter for Radio Aksu, was hit by a stone.", "Assault", "2024-06-10"),
    (f"{LEAD}Dana Serikova was beaten by two officers, who then smashed her camera.", "Damage", "2024-06-10"),
    (f"{LEAD}Omar Keita was pushed into a van. He was freed at about 9pm.", "Release", "2024-06-10"),
    (f"{LEAD}In May, a court fined Radio Aksu.\n\nDana Serikova was hit by a stone.", "Assault", None),
    (f"{LEAD}Dana Serikova has been beaten.", "Assault", None),
    (f"{LEAD}Dana Serikova was once beaten.", "Assault", None),
    (
        "OSH, June 12 – Dana Serikova was jailed by a court in the city of Osh on Monday for libel.\n\n"
        "Police detained Dana Serikova at home.",
        "Detention",
        None,
    ),
    # a time in custody ends
    ("Dana Serikova was detained in March 2023 and held for five days before being let go.", "Release", "2023-03"),
    ("On June 3, officers beat Dana Serikova before letting her go shortly before midnight.", "Release", "2024-06-03"),
    ("On June 3, officers detained Dana Serikova before letting her go.", "Release", None),
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


WHERE = [
    ("Dana Serikova was beaten in Osh by two officers, who then smashed her camera.", "Damage", "Osh"),
    ("Dana Serikova was beaten in Osh with two women, who smashed a car.", "Damage", None),
    ("Officers beat Dana Serikova in Osh. She received threats.", "Threat", None),
    ("Officers detained Dana Serikova in Osh. They accused her of libel.", "Prosecution", None),
    ("Officers detained Dana Serikova in Osh. They beat her.", "Assault", "Osh"),
    ("Dana Serikova had been invited to cover the opening of a plant in Osh. Guards pushed her.", "Assault", "Osh"),
    ("Dana Serikova had promised to visit a plant in Osh. Guards pushed her.", "Assault", None),
]


@pytest.mark.parametrize(("text", "type", "place"), WHERE)
def test_a_scene_has_one_place(text: str, type: str, place: str | None) -> None:
    claims = read(text)
    names = {r.id: r.name for r in claims.referents}
    last = [e for e in claims.events if e.type is EventType(type)][-1:]
    assert [names.get(e.place or "") for e in last] in ([place], [])


def test_a_force_in_one_place_is_elsewhere_at_another_time() -> None:
    text = (
        "Radio Aksu is a station. It was founded by Omar Keita. It has a staff of ten.\n\n"
        "In 2014, police in Osh beat Dana Serikova. In 2022, police issued a warrant for Omar Keita's arrest."
    )
    assert told(text, "Prosecution")[1] is None
