"""Measures what was extracted against gold annotations: load_gold, evaluate, format_report, format_errors.

    gold, predictions ──load_gold──▶ Side of a document ──align, compare──▶ Comparison ──evaluate──▶ Report

Gold says of "On March 12, police pushed Bektemirova and took her phone" two triples: (police, Assault, Bektemirova) and
(police, Seizure, Bektemirova). A prediction that calls the agent "Shymkent police" and misses the phone has one of the
two: precision 1, recall 0.5.
"""

from graphbuild.evaluate.figures import Figures, Mistake, Triple
from graphbuild.evaluate.gold import load_gold
from graphbuild.evaluate.report import Report, evaluate, format_calibration, format_errors, format_report

__all__ = [
    "Figures",
    "Mistake",
    "Report",
    "Triple",
    "evaluate",
    "format_calibration",
    "format_errors",
    "format_report",
    "load_gold",
]
