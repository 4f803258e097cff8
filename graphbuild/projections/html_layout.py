"""Places the marks of a drawing so that their labels can be read.

Each connected part is laid out by forces (Fruchterman and Reingold 1991) from a fixed seed, stretched until a line has
room for its words, then marks whose labels overlap are pushed apart; the parts are packed in rows, the largest first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Box = tuple[float, float]
"""Width and height in pixels of a mark with its label."""

LINE_LENGTH = 190.0
GAP = 60.0
PUSHES = 120
ITERATIONS = 120
SEED = 20201024
LARGE = 500
"""From this many nodes networkx needs scipy for the one method; the other needs numpy alone."""


def positions(boxes: Mapping[str, Box], lines: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Return the centre of each mark in whole pixels.

    >>> placed = positions({"a": (80, 40), "b": (80, 40)}, [("a", "b")])
    >>> placed == positions({"a": (80, 40), "b": (80, 40)}, [("a", "b")])
    True
    """
    import networkx as nx

    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(boxes)
    graph.add_edges_from((a, b) for a, b in lines if a != b)
    order = {id: place for place, id in enumerate(boxes)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    return _packed([(part, _part(graph, part, boxes)) for part in parts], boxes)


def _part(graph: nx.Graph, part: list[str], boxes: Mapping[str, Box]) -> Points:
    """Return the places of one connected part, its top left corner at the origin."""
    import networkx as nx
    import numpy as np

    some = nx.Graph()
    some.add_nodes_from(part)
    some.add_edges_from((a, b) for a, b in graph.subgraph(part).edges)
    if len(part) == 1:
        placed = {part[0]: np.zeros(2)}
    elif len(part) < LARGE:
        placed = nx.spring_layout(some, k=1.6 / len(part) ** 0.5, iterations=ITERATIONS, seed=SEED, method="force")
    else:
        placed = nx.forceatlas2_layout(some, max_iter=ITERATIONS, seed=SEED)
    points = np.array([placed[id] for id in part], dtype=float)
    if np.ptp(points[:, 1]) > np.ptp(points[:, 0]):
        points = points[:, ::-1]  # a screen is wider than high
    points[:, 1] *= 0.75
    lengths = [float(np.linalg.norm(np.subtract(placed[a], placed[b]))) for a, b in some.edges]
    points *= LINE_LENGTH / max(float(np.quantile(lengths, 0.25)), 1e-6) if lengths else 1.0
    sizes = np.array([boxes[id] for id in part])
    points = _apart(points, sizes)
    corner: Points = (points - sizes / 2).min(axis=0)
    return points - corner


def _apart(points: Points, sizes: Points) -> Points:
    """Push apart marks whose boxes overlap, along the axis on which they overlap least."""
    import numpy as np

    points = points.copy()
    wide, high = ((side[:, None] + side[None, :]) / 2 for side in sizes.T)
    for _ in range(PUSHES):
        near = [np.abs(side[:, None] - side[None, :]) for side in points.T]
        one, other = np.triu((near[0] < wide) & (near[1] < high), 1).nonzero()
        if not len(one):
            break
        away = points[other] - points[one]
        overlap = np.stack([wide[one, other], high[one, other]], axis=1) - np.abs(away)
        pair, axis = np.arange(len(one)), overlap.argmin(axis=1)
        push = (overlap[pair, axis] / 2 + 1) * np.where(away[pair, axis] < 0, -1, 1)
        moves, pushes = np.zeros_like(points), np.zeros_like(points)
        for end, move in ((one, -push), (other, push)):
            np.add.at(moves, (end, axis), move)
            np.add.at(pushes, (end, axis), 1)
        points += moves / np.maximum(pushes, 1)
    return points


def _packed(parts: list[tuple[list[str], Points]], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Set the parts side by side in rows of about the shape of a screen."""
    import numpy as np

    placed: dict[str, tuple[int, int]] = {}
    extents = [(points + np.array([boxes[id] for id in part]) / 2).max(axis=0) + GAP for part, points in parts]
    width = max([float(np.sqrt(sum(w * h for w, h in extents) * 1.6)), *(float(w) for w, _ in extents)], default=0.0)
    left = top = row = 0.0
    for (part, points), (wide, high) in zip(parts, extents, strict=True):
        if left and left + wide > width:
            left, top, row = 0.0, top + row, 0.0
        for id, (x, y) in zip(part, points, strict=True):
            placed[id] = (round(left + x), round(top + y))
        left, row = left + wide, max(row, float(high))
    return placed
