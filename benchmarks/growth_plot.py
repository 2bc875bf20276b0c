"""Draws docs/growth.svg from growth.toml: what grows with the number of statements, and how.

    python benchmarks/growth_plot.py

Both axes are logarithmic: what grows as the statements do rises by one step in each.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "docs" / "growth.svg"

SIZES = {100_000: "100,000", 1_000_000: "1 million", 10_000_000: "10 million"}
PANELS = {
    "A question, CPU ms": {"question_p50": "p50", "question_p95": "p95"},
    "Loading an article of 20, CPU ms": {
        "article_p50": "p50",
        "article_p95": "p95",
        "article_mean": "mean",
    },
    "On disk, MB": {"file": "all", "index": "index"},
    "In memory, MB": {"memory": "asking"},
}
COLOURS = ("#1f6f8b", "#c8553d", "#7a7a7a")
WIDTH, HEIGHT, MARGIN = 360, 240, 48  # of one panel, in pixels; the margin is for its labels

Row = Mapping[str, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Panel:
    """Where one panel stands, and which powers of ten its sides run between."""

    left: float
    top: float
    low: int
    high: int

    def at(self, statements: float, value: float) -> Point:
        """Where *value* at so many *statements* is drawn."""
        across = (math.log10(statements) - 4.8) / 2.4
        up = (math.log10(value) - self.low) / (self.high - self.low)
        wide, high = WIDTH - 1.5 * MARGIN, HEIGHT - 1.75 * MARGIN
        return self.left + MARGIN + wide * across, self.top + MARGIN + high * (1 - up)


def main() -> None:
    rows = tomllib.loads((HERE / "growth.toml").read_text("utf-8"))["at"]
    OUT.write_text("\n".join(_drawn(rows)) + "\n", "utf-8")
    print(f"wrote {OUT}")


def _drawn(rows: Sequence[Row]) -> Iterator[str]:
    wide, high = 2 * WIDTH, 2 * HEIGHT
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}"'
        f' height="{high}" font-family="sans-serif" font-size="11" fill="#333">'
    )
    yield f'<rect width="{wide}" height="{high}" fill="#fff"/>'
    for number, (title, lines) in enumerate(PANELS.items()):
        left, top = number % 2 * WIDTH, number // 2 * HEIGHT
        yield f'<text x="{left + MARGIN}" y="{top + 28}" font-size="13">{title}</text>'
        yield from _panel(left, top, lines, rows)
    yield "</svg>"


def _panel(left: int, top: int, lines: Mapping[str, str], rows: Sequence[Row]) -> Iterator[str]:
    values = [row[line] for row in rows for line in lines if line in row]
    if not values:
        yield f'<text x="{left + MARGIN}" y="{top + HEIGHT // 2}">not measured</text>'
        return
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    panel = Panel(left, top, low, max(high, low + 1))
    yield from _grid(panel)
    for colour, (line, name) in zip(COLOURS, lines.items(), strict=False):
        found = [(row["statements"], row[line]) for row in rows if line in row]
        yield from _line(panel, found, name, colour)


def _grid(panel: Panel) -> Iterator[str]:
    ends = min(SIZES), max(SIZES)
    for power in range(panel.low, panel.high + 1):
        (start, y), (end, _) = (panel.at(statements, 10**power) for statements in ends)
        yield f'<path d="M{start - 20:.0f} {y:.1f}H{end + 10:.0f}" stroke="#ddd"/>'
        yield f'<text x="{start - 26:.0f}" y="{y + 4:.1f}" text-anchor="end">{10**power:,}</text>'
    for statements, name in SIZES.items():
        x, y = panel.at(statements, 10**panel.low)
        yield f'<text x="{x:.1f}" y="{y + 18:.1f}" text-anchor="middle">{name}</text>'


def _line(panel: Panel, found: Sequence[Point], name: str, colour: str) -> Iterator[str]:
    points = [panel.at(*one) for one in found]
    if not points:
        return
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for (x, y), (_, value) in zip(points, found, strict=True):
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>'
        yield f'<text x="{x:.1f}" y="{y - 7:.1f}" text-anchor="middle">{value:,g}</text>'
    x, y = points[-1]
    yield f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{name}</text>'


if __name__ == "__main__":
    main()
