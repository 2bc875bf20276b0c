"""Holds a figure against its bar in bars.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

BARS = tomllib.loads(Path(__file__).with_name("bars.toml").read_text(encoding="utf-8"))
ONE_THREAD = dict.fromkeys(
    (
        *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"),
        *("BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"),
    ),
    "1",
)
"""The environment that keeps numpy and its like to one thread, if set before they are imported."""


def holds(bar: str, measured: float, what: str = "") -> bool:
    """Whether *measured* reaches *bar*; prints both, under the bar's name or *what*."""
    ((kind, limit),) = BARS[bar].items()
    held = measured >= limit if kind == "at_least" else measured < limit
    wanted = f"{kind.replace('_', ' ')} {limit:,}"
    said = "ok" if held else "MISSED"
    print(f"{what or bar.replace('_', ' '):27} {measured:10,.2f}   bar: {wanted:14} {said}")
    return held
