from __future__ import annotations

import numpy as np
import pytest

from training.packing import Floats, whole_numbers


def unpacked(values: Floats, axis: int) -> Floats:
    found = dict(whole_numbers("one", values, axis))
    assert found["one"].dtype == np.int8
    return np.asarray(found["one"] * found["one/factor"].astype(np.float32), dtype=np.float32)


@pytest.mark.parametrize("axis", [0, 1])
def test_no_weight_is_farther_off_than_half_a_step_and_what_rounds_the_step(axis: int) -> None:
    values = np.random.default_rng(0).normal(size=(64, 32)).astype(np.float32)
    step = np.abs(values).max(axis=axis, keepdims=True) / 127
    assert (np.abs(unpacked(values, axis) - values) <= step * 0.6).all()


def test_weights_that_are_all_nothing_stay_so() -> None:
    nothing = np.zeros((4, 8), dtype=np.float32)
    assert (unpacked(nothing, axis=1) == nothing).all()
