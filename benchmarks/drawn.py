"""A log-log chart as SVG, by hand: a line a quantity, named where it ends, beside the line of twice as much, twice as long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, floor, log10

from benchmarks.slopes import Line

WIDTH, HEIGHT = 860, 420
LEFT, RIGHT, TOP, BOTTOM = 64, 250, 44, 56
_COLOURS = ("var(--a)", "var(--b)", "var(--c)", "var(--d)")
_DASHES = ("", "8 4", "2 4", "10 3 2 3")
_STYLE = (
    ":root{--a:#0b6e78;--b:#b45f06;--c:#5b5ea6;--d:#a23b72}"
    "@media (prefers-color-scheme:dark){:root{--a:#4fb3bd;--b:#e59a4f;--c:#9a9de0;--d:#d77fae}}"
    "text{font:13px 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;fill:#1d2a2c}"
    ".quiet{fill:#5c6b6e}.grid{stroke:#e3e9e9}rect{fill:#fff}"
    "@media (prefers-color-scheme:dark){rect{fill:#12191b}text{fill:#e6eced}.quiet{fill:#9fb0b3}.grid{stroke:#2a383c}}"
)


def svg(lines: Sequence[Line]) -> str:
    """How many times as much against how many times as long, both from each line's smallest."""
    grown = [_Grown(line) for line in lines]
    most = max(point[0] for line in grown for point in line.points)
    highest = max(most, *(point[1] for line in grown for point in line.points))
    scale = _Scale(ceil(log10(most) * 4) / 4, ceil(log10(highest) * 4) / 4)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="数量增加时用时怎样增加">',
        f"<style>{_STYLE}</style><rect width='100%' height='100%'/>",
        _text(LEFT, 24, "数量变成几倍，用时变成几倍（都和各自最小的一次比，双对数）"),
        *_grid(scale),
        *_same(scale, most),
        *(part for place, line in enumerate(grown) for part in _line(line, place, scale, grown)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


class _Grown:
    """A line from its smallest size on: times as much, times as long."""

    def __init__(self, line: Line) -> None:
        self.name = f"{line.name}，{line.slope:.2f}"
        self.points = [
            (size / line.sizes[0], seconds / line.seconds[0])
            for size, seconds in zip(line.sizes, line.seconds, strict=True)
        ]


class _Scale:
    """Where a pair of multiples stands on the sheet."""

    def __init__(self, across: float, up: float) -> None:
        self.across, self.up = across, up

    def x(self, times: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * log10(times) / self.across

    def y(self, times: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * max(log10(times), 0) / self.up

    def path(self, points: Sequence[tuple[float, float]]) -> str:
        return " ".join(f"{self.x(a):.1f},{self.y(b):.1f}" for a, b in points)


def _grid(scale: _Scale) -> Iterator[str]:
    right, bottom = scale.x(10**scale.across), HEIGHT - BOTTOM
    for power in range(floor(max(scale.across, scale.up)) + 1):
        for step in (1, 2, 5):
            times = step * 10**power
            if log10(times) <= scale.across:
                yield f'<line class="grid" x1="{scale.x(times):.1f}" y1="{TOP}" x2="{scale.x(times):.1f}" y2="{bottom}"/>'
                yield _text(scale.x(times), bottom + 20, f"{times}", "quiet", "middle")
            if log10(times) <= scale.up:
                yield f'<line class="grid" x1="{LEFT}" y1="{scale.y(times):.1f}" x2="{right:.1f}" y2="{scale.y(times):.1f}"/>'
                yield _text(LEFT - 8, scale.y(times) + 4, f"{times}", "quiet", "end")
    yield _text((LEFT + right) / 2, HEIGHT - 14, "数量，倍", "quiet", "middle")


def _same(scale: _Scale, most: float) -> Iterator[str]:
    """Twice as much, twice as long."""
    yield f'<polyline points="{scale.path([(1, 1), (most, most)])}" fill="none" stroke="#8a9799" stroke-width="1" stroke-dasharray="3 3"/>'
    yield _text(scale.x(most) + 6, scale.y(most) - 8, "翻倍就翻倍，1.00", "quiet")


def _line(line: _Grown, place: int, scale: _Scale, every: Sequence[_Grown]) -> Iterator[str]:
    colour, dash = _COLOURS[place % len(_COLOURS)], _DASHES[place % len(_DASHES)]
    yield f'<polyline points="{scale.path(line.points)}" style="fill:none;stroke:{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>'
    for times, longer in line.points:
        yield f'<circle cx="{scale.x(times):.1f}" cy="{scale.y(longer):.1f}" r="3" style="fill:{colour}"/>'
    end, longer = line.points[-1]
    low = sorted((each.points[-1][1] for each in every), reverse=True).index(longer)
    yield f'<text x="{WIDTH - RIGHT + 24}" y="{TOP + 60 + 24 * low}" style="fill:{colour}">{escape(line.name)}</text>'
    yield f'<line x1="{scale.x(end) + 5:.1f}" y1="{scale.y(longer):.1f}" x2="{WIDTH - RIGHT + 20}" y2="{TOP + 56 + 24 * low}" style="stroke:{colour}" stroke-width="0.7"/>'


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'
