from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.extract.times import Basis, TimeExpression, TimeKind, find_times

PUBLISHED = date(2020, 10, 28)
"""A Wednesday."""


def only(text: str, anchor: date | None = PUBLISHED) -> TimeExpression:
    """Return the last expression of a text: the one that a row is about."""
    return find_times(text, anchor)[-1]


def edtf(expression: TimeExpression) -> str | None:
    return expression.time.edtf if expression.time else None


EXPRESSIONS = [
    # days that state their year
    ("held on October 24, 2020.", "October 24, 2020", "2020-10-24"),
    ("held on 24 October 2020.", "24 October 2020", "2020-10-24"),
    ("held on 24.10.2020.", "24.10.2020", "2020-10-24"),
    ("held on 2020-10-24.", "2020-10-24", "2020-10-24"),
    ("held on 2020/10/24.", "2020/10/24", "2020-10-24"),
    ("held on October 24th 2020.", "October 24th 2020", "2020-10-24"),
    ("held on the 24th of October, 2020.", "the 24th of October, 2020", "2020-10-24"),
    ("held on Saturday, October 24, 2020.", "Saturday, October 24, 2020", "2020-10-24"),
    ("held on Sat., Oct. 24, 2020.", "Sat., Oct. 24, 2020", "2020-10-24"),
    ("9 Sept 2020: police came", "9 Sept 2020", "2020-09-09"),
    ("COUP OF JULY 15, 2016 AND AFTER", "JULY 15, 2016", "2016-07-15"),
    ("landed on 11 May 1860 there", "11 May 1860", "1860-05-11"),
    ("held on February 30, 2020.", "February 30, 2020", None),
    # numeric dates: a wrong day is worse than two
    ("held on 25/04/2021.", "25/04/2021", "2021-04-25"),
    ("held on 04/25/2021.", "04/25/2021", "2021-04-25"),
    ("held on 03/04/2021.", "03/04/2021", "[2021-03-04,2021-04-03]"),
    ("held on 04/04/2021.", "04/04/2021", "2021-04-04"),
    ("held on 25/04/2021 and 03/04/2021.", "03/04/2021", "2021-04-03"),
    ("held on 04/25/2021 and 03/04/2021.", "03/04/2021", "2021-03-04"),
    # days that leave out the year
    ("held on Oct. 24 again", "Oct. 24", "2020-10-24"),
    ("held on 24 October again", "24 October", "2020-10-24"),
    ("held on November 3 again", "November 3", "2019-11-03"),
    ("held on February 29 again", "February 29", "2020-02-29"),
    ("On Thursday July 21 he", "Thursday July 21", "2016-07-21"),
    ("held in the early hours of March 2 at home", "the early hours of March 2", "2020-03-02"),
    ("held on the evening of 2 March at home", "the evening of 2 March", "2020-03-02"),
    ("held last March 27.", "last March 27", "2020-03-27"),
    ("held on August 10 last year.", "August 10 last year", "2019-08-10"),
    # ranges: the start bounds them
    ("held on the night of April 18-19.", "the night of April 18-19", "2020-04-18/2020-04-19"),
    ("held between May 3 and May 5.", "between May 3 and May 5", "2020-05-03/2020-05-05"),
    ("held from January 4 to 6.", "from January 4 to 6", "2020-01-04/2020-01-06"),
    ("held from 4 to 6 January 2019.", "from 4 to 6 January 2019", "2019-01-04/2019-01-06"),
    ("held from December 30 to January 5, 2019.", "from December 30 to January 5, 2019", "2018-12-30/2019-01-05"),
    ("held from November to February.", "from November to February", "2019-11/2020-02"),
    ("held from Monday to Friday.", "from Monday to Friday", "2020-10-26/2020-10-30"),
    ("held from 2014 to 2019.", "from 2014 to 2019", "2014/2019"),
    ("raids of June 27 – July 1 there", "June 27 – July 1", "2020-06-27/2020-07-01"),
    ("held June 2017 through December 29, 2019.", "June 2017 through December 29, 2019", "2017-06/2019-12-29"),
    ("protests of 2014-15 there", "2014-15", "2014/2015"),
    ("held between April and June last year.", "between April and June last year", "2019-04/2019-06"),
    ("beaten in January and March 2020.", "January and March 2020", "2020-01/2020-03"),
    ("held on May 3 and 10, 2020.", "May 3 and 10, 2020", "{2020-05-03,2020-05-10}"),
    ("held on 3 and 10 May 2020.", "3 and 10 May 2020", "{2020-05-03,2020-05-10}"),
    ("held on May 3 and on June 5, 2019.", "May 3 and on June 5, 2019", "{2019-05-03,2019-06-05}"),
    # months and years
    ("held in March 2019.", "March 2019", "2019-03"),
    ("held in March.", "March", "2020-03"),
    ("held in December.", "December", "2019-12"),
    ("In March Azerbaijani police", "March", "2020-03"),
    ("In June 20 journalists were held", "June", "2020-06"),
    ("held last October.", "last October", "2019-10"),
    ("held in October last year.", "October last year", "2019-10"),
    ("held in 2019.", "2019", "2019"),
    ("killings of 2001, 2010, and 2011.", "2011", "2011"),
    ("\n2019\n", "2019", "2019"),
    # weekdays: the latest on or before publication
    ("held on Wednesday.", "Wednesday", "2020-10-28"),
    ("held on Monday.", "Monday", "2020-10-26"),
    ("held on Thursday.", "Thursday", "2020-10-22"),
    ("held last Wednesday.", "last Wednesday", "2020-10-21"),
    ("held late Thursday.", "late Thursday", "2020-10-22"),
    ("held on Thursday night.", "Thursday night", "2020-10-22"),
    ("held late on Sunday evening.", "late on Sunday evening", "2020-10-25"),
    ("some 12 hours on Tuesday in", "Tuesday", "2020-10-27"),
    ("held on Monday last week.", "Monday last week", "2020-10-19"),
    ("a rally next Monday.", "next Monday", "2020-11-02"),
    # days and calendar units from publication
    ("held today.", "today", "2020-10-28"),
    ("It ended. Today she left", "Today", "2020-10-28"),
    ("held yesterday.", "yesterday", "2020-10-27"),
    ("held yesterday evening.", "yesterday evening", "2020-10-27"),
    ("held last night.", "last night", "2020-10-27"),
    ("held this morning.", "this morning", "2020-10-28"),
    ("held the day before yesterday.", "the day before yesterday", "2020-10-26"),
    ("shot at overnight.", "overnight", "[2020-10-27..2020-10-28]"),
    ("Held on October 24, 2020 over a report published on May 1. The next day, freed.", "The next day", "2020-10-25"),
    ("held on October 24, 2020. Hours later, freed.", "Hours later", "2020-10-24"),
    ("held on October 24, 2020. He was freed within hours.", "within hours", "2020-10-24"),
    ("held on October 24, 2020. Two days previously, he was beaten.", "Two days previously", "2020-10-22"),
    ("held last week.", "last week", "[2020-10-19..2020-10-25]"),
    ("held this week.", "this week", "[2020-10-26..2020-11-01]"),
    ("held earlier this week.", "earlier this week", "[2020-10-26..2020-10-28]"),
    ("held over the weekend.", "the weekend", "[2020-10-24..2020-10-25]"),
    ("held last month.", "last month", "2020-09"),
    ("held earlier this month.", "earlier this month", "2020-10"),
    ("held this year.", "this year", "2020"),
    ("held last year.", "last year", "2019"),
    ("held two days ago.", "two days ago", "2020-10-26"),
    ("held three weeks ago.", "three weeks ago", "[2020-10-05..2020-10-11]"),
    ("held 2 months ago.", "2 months ago", "2020-08"),
    ("held a year ago.", "a year ago", "2019"),
    ("held more than two years ago.", "more than two years ago", "[2017..2018]"),
    ("held a few days ago.", "a few days ago", "[2020-10-19..2020-10-26]"),
    ("held three hours ago.", "three hours ago", "[2020-10-27..2020-10-28]"),
    ("held recently.", "recently", "2020"),
    ("In recent weeks police", "In recent weeks", "2020"),
    ("held in the past two weeks.", "the past two weeks", "[2020-10-14..2020-10-28]"),
    # parts of years, seasons, decades
    ("held in early 2020.", "early 2020", "[2020-01..2020-05]"),
    ("held in mid-March.", "mid-March", "[2020-03-08..2020-03-23]"),
    ("held in late 2019.", "late 2019", "[2019-08..2019-12]"),
    ("held at the end of last month.", "the end of last month", "[2020-09-23..2020-09-30]"),
    ("held in the first half of 2019.", "the first half of 2019", "[2019-01..2019-06]"),
    ("held last summer.", "last summer", "[2020-06..2020-08]"),
    ("held last autumn.", "last autumn", "[2019-09..2019-11]"),
    ("held in the spring of 1978.", "the spring of 1978", "[1978-03..1978-05]"),
    ("held in the winter of 2019.", "the winter of 2019", "2019"),
    ("held in the 1990s.", "the 1990s", "199X"),
    # against the time told before
    ("On May 9, 2019, he was held. The same day", "The same day", "2019-05-09"),
    ("On May 9, 2019, he was held and that evening", "that evening", "2019-05-09"),
    ("On May 9, 2019, he was held, and the next day", "the next day", "2019-05-10"),
    ("On May 9, 2019, he was held. The following morning", "The following morning", "2019-05-10"),
    ("On May 9, 2019, he was held. Two days later", "Two days later", "2019-05-11"),
    ("On May 9, 2019, he was held. A month later", "A month later", "2019-06"),
    ("On May 9, 2019, he was held. A year after that, freed", "A year after that", "2020"),
    ("He spent the night of May 9, 2019, in a cell. Freed in the morning", "in the morning", "2019-05-10"),
    ("On May 9, 2019, he was held. Freed in the morning", "in the morning", None),
    ("On May 9, 2019, he was held. Two days earlier", "Two days earlier", "2019-05-07"),
    ("On May 9, 2019, he was held. Later that year", "Later that year", "2019"),
    ("On May 9, 2019, he was held the day after her arrest", "the day after", "2019-05-10"),
    ("On May 9, 2019, he was held. The following Monday", "The following Monday", "2019-05-13"),
    ("On May 9, 2019, he was held, as in March of that year", "March of that year", "2019-03"),
    ("On May 9, 2019, he was held, as the previous December", "the previous December", "2018-12"),
    ("In May 2019 he was held. The next month", "The next month", "2019-06"),
    ("In May 2019 he was held, and his brother the same week", "the same week", "2019-05"),
    ("On May 9, 2019, he was held. She left that autumn.", "that autumn", "[2019-09..2019-11]"),
    ("On May 9, 2019, he was held. She left that winter of discontent in May 2019", "May 2019", "2019-05"),
    ("In May 2019 he was fined. On the 30th, he sued.", "the 30th", "2019-05-30"),
    ("In 2019 he was fined. On the 30th, he sued.", "the 30th", None),
    ("On May 9, 2019, he was held. He was released after 36 hours.", "after 36 hours", "[2019-05-10..2019-05-11]"),
    ("On May 9, 2019, he was held. He was let go after two days.", "after two days", "2019-05-11"),
    ("held almost a year ago.", "almost a year ago", "[2019..2020]"),
    ("He was held the next day", "the next day", None),
]


@pytest.mark.parametrize(("sentence", "text", "expected"), EXPRESSIONS)
def test_an_expression_means(sentence: str, text: str, expected: str | None) -> None:
    found = only(sentence)
    assert (found.text, edtf(found)) == (text, expected)
    assert sentence[found.start : found.end] == text


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("held from January 4 to 6.", date(2020, 1, 4), date(2020, 1, 4)),
        ("held from June 2017 through May 2019.", date(2017, 6, 1), date(2017, 6, 30)),
        ("held on May 3 and 10, 2020.", date(2020, 5, 3), date(2020, 5, 3)),
        ("held on 03/04/2021.", date(2021, 3, 4), date(2021, 4, 3)),
        ("held last week.", date(2020, 10, 19), date(2020, 10, 25)),
        ("held in 2019.", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_bounds_are_those_of_the_start(sentence: str, earliest: date, latest: date) -> None:
    time = only(sentence).time
    assert time is not None
    assert (time.earliest, time.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "some 2,000 people gathered",
        "about 2000 people gathered",
        "a fine of $2020 was paid",
        "a report on Channel 31 followed",
        "under article 368 of the code",
        "Theresa May spoke",
        "a question by April Ryan",
        "a report by Russia Today",
        "he may march in the sun",
        "The Sunday Times reported",
        "they gather every Friday there",
        "the fall of Kabul",
        "a second journalist",
        "as of version 3.2.2019.1",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert find_times(text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("sentenced to 10 days' detention", TimeKind.DURATION, None),
        ("jailed for two years", TimeKind.DURATION, None),
        ("a 15-day term", TimeKind.DURATION, None),
        ("for the past two years", TimeKind.DURATION, None),
        ("a 34-year-old reporter", TimeKind.AGE, None),
        ("a reporter aged 34", TimeKind.AGE, None),
        ("the 2018 law", TimeKind.MODIFIER, "2018"),
        ("the 2013 Rules of Accreditation", TimeKind.MODIFIER, "2013"),
        ("Press Freedom Index 2019", TimeKind.MODIFIER, "2019"),
        ("the October 24 assault", TimeKind.MODIFIER, "2020-10-24"),
        ("before April's vote", TimeKind.MODIFIER, "2020-04"),
        ("since January 4", TimeKind.SINCE, "2020-01-04"),
        ("since the beginning of this year", TimeKind.SINCE, "[2020-01..2020-03]"),
        ("until 2021", TimeKind.UNTIL, "2021"),
        ("before March 2019", TimeKind.BEFORE, "2019-03"),
        ("after Monday", TimeKind.AFTER, "2020-10-26"),
        ("held on Monday", TimeKind.POINT, "2020-10-26"),
        ("from Monday to Friday", TimeKind.RANGE, "2020-10-26/2020-10-30"),
    ],
)
def test_kinds(text: str, kind: TimeKind, expected: str | None) -> None:
    found = only(text)
    assert (found.kind, edtf(found)) == (kind, expected)


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("New York, October 27, 2020 – Police should free her", True),
        ("(Tunis, October 28, 2020) – Police should free her", True),
        ("BAKU, Oct 28 (Agency) -- Police freed her", True),
        ("Published on October 28, 2020\nPolice freed her", True),
        ("A statement\n\nOctober 28, 2020\n\nPolice freed her", True),
        ("Omar Keita (@OmarKeita) October 3, 2019", True),
        ("Omar Keita (Radio Tengri) October 3, 2019", False),
        ("October 24, 2020 – Police detained her", False),
        ("She was detained in Baku on October 24, 2020 – a Saturday", False),
        ("Baku, May 12, 2014 – She is detained", False),
    ],
)
def test_datelines(text: str, dateline: bool) -> None:
    assert (find_times(text, PUBLISHED)[0].rule == "dateline") is dateline


@pytest.mark.parametrize(
    "text",
    ["on Monday", "on October 24", "in March", "last week", "yesterday", "two days ago", "recently", "this year"],
)
def test_without_publication_date_nothing_relative_resolves(text: str) -> None:
    found = only(text, None)
    assert found.time is None
    assert found.basis is Basis.ANCHOR


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("Held on June 18, 2006. On August 25, she was sentenced.", date(2019, 5, 2), "2006-08-25"),
        ("The bill was read on March 21, 1929. On March 20, she was held.", date(2020, 5, 11), "1929-03-20"),
        ("Held on December 5, 2006. On January 10, she was sentenced.", date(2019, 5, 2), "2007-01-10"),
        ("Held on January 5, 2018. On January 7, she was freed.", date(2019, 2, 15), "2018-01-07"),
        ("Held on June 5, 2018. On January 7, she was freed.", date(2019, 2, 15), "2019-01-07"),
        ("Held on June 18, 2006, she was on August 25 sentenced.", date(2019, 5, 2), "2018-08-25"),
        ("Held on June 18, 2018. On August 25, she was sentenced.", date(2019, 5, 2), "2018-08-25"),
        ("On May 1 he was fined. Held on June 18, 2006. On July 25, he sued.", date(2019, 5, 2), "2018-07-25"),
        ("Held on July 15, 2016. On Thursday July 21, he was freed.", None, "2016-07-21"),
    ],
)
def test_a_text_that_looks_back_keeps_its_year(text: str, anchor: date | None, expected: str) -> None:
    assert edtf(only(text, anchor)) == expected


DATES = st.dates(date(1900, 1, 1), date(2099, 12, 31))
FORMATS = ("%B %-d, %Y", "%-d %B %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %B %-d, %Y", "the %-dth of %B %Y")


@pytest.mark.parametrize("form", FORMATS)
@given(day=DATES, anchor=st.none() | st.dates())
def test_any_date_round_trips(form: str, day: date, anchor: date | None) -> None:
    written = form
    for code in ("%A", "%B", "%Y", "%m", "%d"):
        written = written.replace(code, day.strftime(code))
    written = written.replace("%-d", str(day.day))
    found = find_times(f"She was held on {written}, they say.", anchor)
    assert [(each.text, edtf(each)) for each in found] == [(written, day.isoformat())]


PIECES = """on in since from to and between the early late hours of morning night Monday Friday March May October 3 24
    31 2019 2020 , . – - ( ) last next this year week month day two three few days weeks ago later earlier same that
    following previous summer winter 1990s half first yesterday today recently 03/04/2021 24.10.2020 years 15-day"""


@given(
    text=st.text() | st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=14).map(" ".join),
    anchor=st.none() | st.dates(),
)
@settings(max_examples=400)
def test_any_text_is_read(text: str, anchor: date | None) -> None:
    end = 0
    for found in find_times(text, anchor):
        assert found.start >= end
        assert text[found.start : found.end] == found.text != ""
        end = found.end
        if found.time is not None:
            assert found.time.earliest <= found.time.latest
