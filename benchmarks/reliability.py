#!/usr/bin/env python3
"""Draws docs/reliability.svg: how often statements are right that are said to be so sure."""

from shared import ROOT, absence, shared_folder
from statements.confidence import cross_validated, judged
from statements.logistic import binned

TARGET = ROOT / "docs" / "reliability.svg"
SIDE, LEFT, TOP = 300, 60, 20
STEPS = 5
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 380" role="img" \
aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12">
  <title id="title">Reliability of confidence</title>
  <desc id="desc">{told}</desc>
  <style>
    text {{ fill: #3a4757; text-anchor: middle; }}
    line {{ stroke: #c3cfda; }}
    .even {{ stroke: #6b7a8a; stroke-dasharray: 4 4; }}
    .found {{ stroke: #3d6b8f; stroke-width: 2; fill: none; }}
    circle {{ fill: #3d6b8f; }}
    @media (prefers-color-scheme: dark) {{
      text {{ fill: #c3cfda; }}
      line {{ stroke: #3a4757; }}
      .even {{ stroke: #93a3b3; }}
      .found {{ stroke: #7fb2d9; }}
      circle {{ fill: #7fb2d9; }}
    }}
  </style>
{marks}
</svg>
"""


def main() -> None:
    """Writes the drawing, or says why not."""
    folder = shared_folder()
    if folder is None:
        print(absence("Reliability was"))
        return
    found = binned(cross_validated(folder), judged(folder).right)
    TARGET.write_text(drawing([(mean, share) for mean, share, _ in found]), "utf-8")


def drawing(points: list[tuple[float, float]]) -> str:
    """Gives the drawing of points: the chance said and the share right."""
    told = "; ".join(f"said {mean:.2f}, right {share:.2f}" for mean, share in points)
    placed = [(across(mean), up(share)) for mean, share in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
    marks = [
        *(mark for step in range(STEPS + 1) for mark in grid(step / STEPS)),
        f'<line class="even" x1="{across(0)}" y1="{up(0)}" x2="{across(1)}" y2="{up(1)}"/>',
        f'<polyline class="found" points="{line}"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in placed),
        f'<text x="{across(0.5)}" y="{up(0) + 40}">confidence that was said</text>',
        f'<text x="14" y="{up(0.5)}" transform="rotate(-90 14 {up(0.5)})">share right</text>',
    ]
    return DRAWING.format(told=told, marks="\n".join(f"  {mark}" for mark in marks))


def grid(value: float) -> tuple[str, ...]:
    """Gives the lines and the labels of one value."""
    x, y = across(value), up(value)
    return (
        f'<line x1="{x}" y1="{up(0)}" x2="{x}" y2="{up(1)}"/>',
        f'<line x1="{across(0)}" y1="{y}" x2="{across(1)}" y2="{y}"/>',
        f'<text x="{x}" y="{up(0) + 18}">{value:.1f}</text>',
        f'<text x="{across(0) - 18}" y="{y + 4}">{value:.1f}</text>',
    )


def across(value: float) -> float:
    """Gives how far right a share of 1 stands."""
    return round(LEFT + value * SIDE, 1)


def up(value: float) -> float:
    """Gives how far down a share of 1 stands."""
    return round(TOP + (1 - value) * SIDE, 1)


if __name__ == "__main__":
    main()
