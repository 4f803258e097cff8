"""The stems that regular English inflection may have made a form of.

>>> stems("stabbed"), stems("bodies"), stems("charging")
(('stabb', 'stab', 'stabbe'), ('body', 'bodie', 'bodi'), ('charg', 'charge'))

Which of them is a word, a list of words must tell: each caller takes the first that its list knows.
"""

from __future__ import annotations

from functools import cache

SHORTEST = 3
"""Letters of a stem at least."""


@cache
def stems(form: str) -> tuple[str, ...]:
    """Return the candidates for a lower-case form, none where it has no ending of inflection."""
    if form.endswith(("ies", "ied")):
        found = [form[:-3] + "y", form[:-1], form[:-2]]
    elif form.endswith("ing"):
        found = _of_suffix(form[:-3])
    elif form.endswith("ed"):
        found = _of_suffix(form[:-2])
    elif form.endswith("es"):
        found = [form[:-1], form[:-2]]
    elif form.endswith("s") and not form.endswith("ss"):
        found = [form[:-1]]
    else:
        found = []
    return tuple(stem for stem in found if len(stem) >= SHORTEST)


def _of_suffix(stem: str) -> list[str]:
    """Return a stem as it stands, without a doubled consonant, and with the *e* that a suffix swallowed."""
    single = [stem[:-1]] if len(stem) > SHORTEST and stem[-1] == stem[-2] else []
    return [stem, *single, stem + "e"]
