"""Gives a headline's act the place that the headline names, whatever it hangs on.

"Police assault reporter covering protests in Nur-Sultan": the place hangs on the protests, and where she covered them
she was assaulted. Headlines have room for one place. In running text the same inference is wrong as often as right, and
so is the country that a report speaks of: measured on annotated reports, both gave more wrong places than right ones.
"""

from __future__ import annotations

from dataclasses import replace

from graphbuild.extract.circumstances import Circumstances
from graphbuild.extract.drafts import Draft


def locate(drafts: list[Draft], circumstances: Circumstances) -> list[Draft]:
    """Return the drafts, those of the headline with its one place where they have none."""
    return [_located(d, circumstances) if d.headline and d.place is None else d for d in drafts]


def _located(draft: Draft, circumstances: Circumstances) -> Draft:
    found = [i for t in draft.trigger.token.sent if (i := circumstances.places.at(t)) is not None]
    roots = {circumstances.clusters.root(i) for i in found}
    return replace(draft, place=found[0]) if len(roots) == 1 else draft
