"""Sums the comparisons of all documents and prints them.

Three of six triples found and one invented reads: P 0.750, R 0.500, F1 0.600.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphbuild.evaluate.compare import Comparison, compare
from graphbuild.evaluate.figures import Figures, Mistake

NOTHING: Mapping[str, Any] = {"entities": (), "relations": (), "events": ()}
MEASURES = ("entities", "relations", "worksFor", "roles", "triples", "named", "dates", "places", "alleged")


@dataclass(frozen=True, slots=True)
class Report:
    """All figures, micro-averaged over the documents."""

    figures: Mapping[str, Figures]
    """by the names in `MEASURES`; `dates`, `places` and `alleged` over the matched triples alone"""
    by_type: Mapping[str, Figures]
    """triples of each event type"""
    by_document: Mapping[str, Figures]
    """triples of each document"""
    evidence: float
    """the share of matched triples whose quote is of the same passage as gold's"""
    inversions: int
    """predicted triples that gold has the other way round"""
    documents: int
    missing_predictions: int
    mistakes: tuple[Mistake, ...]
    judged: tuple[tuple[float, bool], ...] = ()
    """of each predicted triple its confidence, and whether gold has it"""


def evaluate(gold: Mapping[str, Mapping[str, Any]], predicted: Mapping[str, Mapping[str, Any]]) -> Report:
    """Compare predictions with gold by document id; a document without a prediction counts as one without claims."""
    comparisons = {key: compare(document, predicted.get(key, NOTHING)) for key, document in gold.items()}
    figures = {name: _sum(comparisons.values(), name) for name in MEASURES}
    matched = figures["triples"].tp
    return Report(
        figures=figures,
        by_type=_sum_by_type(comparisons.values()),
        by_document={key: comparison.figures["triples"] for key, comparison in comparisons.items()},
        evidence=sum(c.supported for c in comparisons.values()) / matched if matched else 0.0,
        inversions=sum(c.inversions for c in comparisons.values()),
        documents=len(gold),
        missing_predictions=len(gold.keys() - predicted.keys()),
        mistakes=tuple(mistake for c in comparisons.values() for mistake in c.mistakes),
        judged=tuple(each for c in comparisons.values() for each in c.judged),
    )


def format_report(report: Report) -> str:
    """Return the figures as a table: all measures, then the triples of each event type.

    >>> empty = Report({"triples": Figures(3, 1, 3)}, {"Threat": Figures(fn=1)}, {}, 2 / 3, 0, 2, 1, ())
    >>> print(format_report(empty))
    2 documents, 1 without prediction
    <BLANKLINE>
    measure           P      R     F1    tp    fp    fn
    triples       0.750  0.500  0.600     3     1     3
    <BLANKLINE>
    event type        P      R     F1    tp    fp    fn
    Threat        0.000  0.000  0.000     0     0     1
    <BLANKLINE>
    evidence 0.667 of the matched triples, 0 inversions
    """
    parts = (
        f"{report.documents} documents, {report.missing_predictions} without prediction",
        _table("measure", report.figures),
        _table("event type", report.by_type),
        f"evidence {report.evidence:.3f} of the matched triples, {report.inversions} inversions",
    )
    return "\n\n".join(parts)


def format_calibration(judged: Iterable[tuple[float, bool]]) -> str:
    """Return how many of the triples of each tenth of confidence are right, and what confidence they have on average.

    >>> print(format_calibration([(0.95, True), (0.9, True), (0.85, False)]))
    confidence  triples  right  share  said
    0.8-0.9           1      0   0.00  0.85
    0.9-1.0           2      2   1.00  0.93
    """
    bands: dict[int, list[tuple[float, bool]]] = {}
    for each in judged:
        bands.setdefault(min(int(each[0] * 10 + 1e-9), 9), []).append(each)
    lines = [f"{'confidence':<12}{'triples':>7}{'right':>7}{'share':>7}{'said':>6}"]
    for tenth, told in sorted(bands.items()):
        right, said = sum(is_right for _, is_right in told), sum(c for c, _ in told) / len(told)
        band = f"{tenth / 10:.1f}-{(tenth + 1) / 10:.1f}"
        lines.append(f"{band:<12}{len(told):>7}{right:>7}{right / len(told):>7.2f}{said:>6.2f}")
    return "\n".join(lines)


def format_errors(report: Report) -> str:
    """Return the mistakes one a line: document, error, triple, evidence, between tabs."""
    return "\n".join(
        "\t".join(_printable(part) for part in (m.document, m.error, " | ".join(m.triple), m.evidence))
        for m in report.mistakes
    )


def _sum(comparisons: Iterable[Comparison], name: str) -> Figures:
    return sum((c.figures[name] for c in comparisons), Figures())


def _sum_by_type(comparisons: Iterable[Comparison]) -> dict[str, Figures]:
    totals: dict[str, Figures] = {}
    for comparison in comparisons:
        for name, figures in comparison.by_type.items():
            totals[name] = totals.get(name, Figures()) + figures
    return dict(sorted(totals.items()))


def _table(title: str, rows: Mapping[str, Figures]) -> str:
    head = f"{title:<12}{'P':>7}{'R':>7}{'F1':>7}{'tp':>6}{'fp':>6}{'fn':>6}"
    lines = (
        f"{name:<12}{f.precision:>7.3f}{f.recall:>7.3f}{f.f1:>7.3f}{f.tp:>6}{f.fp:>6}{f.fn:>6}"
        for name, f in rows.items()
    )
    return "\n".join((head, *lines))


def _printable(text: str) -> str:
    """Put text from a document on one line of a terminal: no tabs, no control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
