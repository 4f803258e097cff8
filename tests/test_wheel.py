"""The wheel carries what lies beside the package, and works from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it, alone, in a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder, ROOT], check=True)
    (wheel,) = folder.glob("*.whl")
    assert wheel.stat().st_size < 80_000_000
    subprocess.run([*pip, "install", "--no-deps", "--target", folder / "site", wheel], check=True)
    return folder


def run(installed: Path, *arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(installed / "site")}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=installed, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_installed_package_is_the_one_tested(installed: Path) -> None:
    assert str(installed) in run(installed, "-c", "import graphbuild; print(graphbuild.__file__)")


def test_saved_queries_are_listed_from_another_folder(installed: Path) -> None:
    listed = run(installed, "-c", "from graphbuild.cli import main; main()", "queries")
    assert {"recurring-targets", "recurring-perpetrators", "timeline-of"} <= set(listed.split())


def test_the_wheel_has_the_ontology_and_the_frames(installed: Path) -> None:
    code = (
        "from graphbuild.resources import resource_dir; from graphbuild.lexicons.frames import load_frames\n"
        "print(sorted(p.name for p in resource_dir('ontology').iterdir()), len(load_frames().by_type))"
    )
    assert run(installed, "-c", code).split("]")[1].strip() == "20"
