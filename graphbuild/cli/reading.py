"""Commands that read reports: run, extract, parse, evaluate."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graphbuild.cli.options import confidence_option, model_option, threshold, threshold_options

INPUTS = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")


@click.command("run")
@INPUTS
@click.option("-o", "--out", required=True, metavar="DIR", help="Where to write; made if it is not there.")
@confidence_option
@model_option
def run_command(inputs: tuple[str, ...], out: str, min_confidence: float, model: str | None) -> None:
    """Read reports (.html, .txt, .jsonl; files and folders) and build everything in DIR.

    The store then holds these reports and no others. Ends with the recurring targets and perpetrators.
    """
    from graphbuild.cli.summary import print_summary
    from graphbuild.run import run

    outcome = run(inputs, Path(out), threshold=threshold(min_confidence, False), model=model)
    print_summary(outcome)
    sys.exit(outcome.status)


@click.command("extract")
@INPUTS
@click.option(
    "--format", "form", type=click.Choice(["triples", "table", "json", "jsonl"]), default="triples", show_default=True
)
@threshold_options
@model_option
def extract_command(inputs: tuple[str, ...], form: str, min_confidence: float, strict: bool, model: str | None) -> None:
    """Print what each report says."""
    from graphbuild.projections.claims import write_claims
    from graphbuild.run import Refusals, extracted

    refusals = Refusals()
    write_claims(extracted(inputs, refusals, model), form, threshold(min_confidence, strict))
    sys.exit(refusals.status)


@click.command("parse")
@INPUTS
@click.option(
    "--format", "form", type=click.Choice(["tree", "conllu"]), default="tree", show_default=True, help="How to print."
)
@model_option
def parse_command(inputs: tuple[str, ...], form: str, model: str | None) -> None:
    """Show how the sentences of reports are read: trees, names and clauses, or CoNLL-U."""
    from graphbuild.projections.trees import write_parses
    from graphbuild.run import Refusals, parsed

    refusals = Refusals()
    write_parses(parsed(inputs, refusals, model), form)
    sys.exit(refusals.status)


@click.command("evaluate")
@click.argument("gold")
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@click.option("--errors", is_flag=True, help="List what was missed and what is wrong, with the sentences.")
@click.option("--calibration", is_flag=True, help="Tell how many triples of each confidence are right.")
@threshold_options
@model_option
def evaluate_command(
    gold: str,
    inputs: tuple[str, ...],
    errors: bool,
    calibration: bool,
    min_confidence: float,
    strict: bool,
    model: str | None,
) -> None:
    """Measure the extraction against GOLD: a folder of JSON files (or one with a `gold` folder), or a JSONL file.

    INPUT: the reports; without any, the folder of GOLD is read, else the texts that the gold carries.
    """
    from graphbuild.evaluate import evaluate, format_calibration, format_errors, format_report, load_gold
    from graphbuild.run import Refusals, measured

    refusals = Refusals()
    golden = load_gold(gold)
    report = evaluate(golden, measured(gold, golden, inputs, refusals, model, threshold(min_confidence, strict)))
    if errors:
        click.echo(format_errors(report))
    click.echo(format_report(report))
    if calibration:
        click.echo("\n" + format_calibration(report.judged))
    sys.exit(refusals.status)
