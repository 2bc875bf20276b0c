from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
TEXTS = ("“We go,” said Ada Birch.", "She said it was “late.”")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The benchmarks and what they read, where a bar or a weight may be changed."""
    for folder in ("benchmarks", "seeds"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    rows = [json.dumps({"id": text, "text": text, "statements": []}) for text in TEXTS]
    (tmp_path / "gold.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def set_bars(project: Path, **bars: str) -> None:
    """Those bars as given, and every other where nothing can miss it."""
    file = project / "benchmarks" / "bars.toml"
    easy = dict.fromkeys(tomllib.loads(file.read_text("utf-8")), "{ at_least = 0 }")
    file.write_text("".join(f"{name} = {bar}\n" for name, bar in (easy | bars).items()), "utf-8")


def run(project: Path, script: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(project / "benchmarks" / script), *options]
    return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603


def measured(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run(project, "speed.py", str(project / "gold.jsonl"), *options)


def test_it_says_what_was_read_and_holds_each_figure_against_its_bar(project: Path) -> None:
    said = measured(project).stdout
    assert "2 articles, 10 words, one thread" in said
    for figure in ("words a CPU second", "seconds to first article", "megabytes of memory"):
        assert f"\n{figure} " in said


@pytest.mark.skipif(find_spec("textacy") is not None, reason="textacy is installed")
def test_without_textacy_it_says_how_to_get_it(project: Path) -> None:
    assert "pip install -e '.[peers]'" in measured(project).stdout


@pytest.mark.parametrize(
    ("words", "options", "ends_in"),
    [("1e15", (), 0), ("1e15", ("--check",), 1), ("0", ("--check",), 0)],
    ids=["missed", "missed and checked", "held and checked"],
)
def test_only_a_checked_miss_is_a_failure(
    project: Path, words: str, options: tuple[str, ...], ends_in: int
) -> None:
    set_bars(project, words_a_CPU_second=f"{{ at_least = {words} }}")
    assert measured(project, *options).returncode == ends_in


def test_a_model_is_weighed_where_there_is_one(project: Path) -> None:
    assert "rules alone" in measured(project).stdout
    weights = project / "store" / "weights.npz"
    weights.parent.mkdir()
    with weights.open("wb") as file:
        file.truncate(50_000_000)
    model = next(line for line in measured(project).stdout.splitlines() if "of model" in line)
    assert "50.00" in model
    assert "MISSED" in model


def test_every_shape_of_long_text_is_timed(project: Path) -> None:
    set_bars(project, times_as_long_for_ten_times_the_text="{ below = 0 }")
    done = run(project, "length.py", "--megabytes", "0.02", "--check")
    assert done.stdout.count("MISSED") == len(done.stdout.splitlines()) > 5
    assert done.returncode == 1
