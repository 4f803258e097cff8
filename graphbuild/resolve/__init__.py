"""resolve: what the documents say → entities and events across documents.

"Police detained Aliya Serik" in one report and "Shymkent police took A. Serik's colleague Aliya Serik away" in another
speak of one journalist, one force and, if the dates allow it, one detention. Claims are never rewritten: the result
stands beside them and can be made again from them, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graphbuild.model import Claims
from graphbuild.resolution import Resolution
from graphbuild.resolve.agencies import levels
from graphbuild.resolve.entities import cluster, describe, in_order
from graphbuild.resolve.happenings import happenings
from graphbuild.resolve.places import place_keys
from graphbuild.store import Store

__all__ = ["resolve"]


def resolve(store: Store, locate: Callable[[int], tuple[float, float] | None] | None = None) -> None:
    """Cluster what the store's documents say, and put the entities and events in place of those it had.

    `locate` gives latitude and longitude of a GeoNames id. What people judged outranks every rule.
    """
    reports = [_light(claims) for claims in store.claims()]
    judgements = store.judgements()
    referents = in_order(reports)
    keys = place_keys(referents, judgements)
    placed = {id: level for claims in reports for id, level in levels(claims, keys).items()}
    clusters = cluster(referents, placed, judgements)
    entities, derived = describe(clusters, referents, placed, locate or (lambda _: None))
    events, decisions = happenings(reports, entities, judgements)
    found = Resolution(tuple(entities), tuple(events), derived, (*clusters.decisions, *decisions))
    store.put_resolution(found)


def _light(claims: Claims) -> Claims:
    """Return the claims without the text, which no rule reads."""
    return replace(claims, document=replace(claims.document, text=""))
