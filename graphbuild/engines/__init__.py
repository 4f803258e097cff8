"""Opens a graph database: the embedded one beside the store, or a server that the user has.

`graphbuild query recurring-targets` needs Cypher and no server: `open_engine(folder)` starts ArcadeDB on the files in
`folder/graph.arcadedb`. With `--uri bolt://…` the same statements go to a Neo4j by `connect`. Both give an `Engine`,
spoken to with the official driver.
"""

from __future__ import annotations

from graphbuild.engines.bolt import Engine, connect, refusals
from graphbuild.engines.embedded import open_engine

__all__ = ["Engine", "connect", "open_engine", "refusals"]
