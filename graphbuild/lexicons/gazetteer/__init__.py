"""The gazetteer: places with their GeoNames ids and points, countries with their peoples.

"Kazakh police detained her in Uralsk" holds a country, KZ, and a city, GeoNames 608668. Where the data comes from, and
under which licence, is told in `README.md` beside it.
"""

from graphbuild.lexicons.gazetteer.countries import country_name, country_names, country_of, is_nationality
from graphbuild.lexicons.gazetteer.places import (
    PlaceKind,
    PlaceRecord,
    capital_of,
    country_by_capital,
    lookup,
    named_on,
    place_of,
    place_score,
    resolve_place,
)

__all__ = [
    "PlaceKind",
    "PlaceRecord",
    "capital_of",
    "country_by_capital",
    "country_name",
    "country_names",
    "country_of",
    "is_nationality",
    "lookup",
    "named_on",
    "place_of",
    "place_score",
    "resolve_place",
]
