"""The look in one place: typeface, sizes, widths and colours, for the theme, the charts and the style sheet alike.

`.streamlit/config.toml` and `ui/assets/look.css` hold the same values, since neither can read them from here; tests
keep them one. What each is for stands in docs/design-language.md.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
BODY_PX = 16
HEADINGS_REM = (1.75, 1.35, 1.1)
LINE_EM = 42
"""The longest line of running text: 42 Chinese characters."""
PAGE_REM = 76
"""The widest page."""
PHONE_PX = 640
"""Up to this width, and at 200 % zoom, columns stand one under another."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one mode. Only words and their ground carry meaning; the accent marks what can be pressed."""

    ground: str
    raised: str
    """Fields and notices."""
    text: str
    quiet: str
    """Captions, axes: what may be passed over."""
    line: str
    grid: str
    accent: str
    on_accent: str
    """Words on the accent."""
    notice: str
    notice_text: str
    doubt: str
    doubt_text: str
    """What could not be understood, or does not hold."""


LIGHT = Colours(
    ground="#ffffff", raised="#f3f6f6", text="#1d2a2c", quiet="#5c6b6e", line="#d5dddd", grid="#e3e9e9",
    accent="#0b6e78", on_accent="#ffffff", notice="#e8f1f1", notice_text="#17464b", doubt="#fbefdc", doubt_text="#7a4300",
)  # fmt: skip
DARK = Colours(
    ground="#12191b", raised="#1b2528", text="#e6eced", quiet="#9fb0b3", line="#34454a", grid="#2a383c",
    accent="#4fb3bd", on_accent="#12191b", notice="#17313a", notice_text="#cfe6e8", doubt="#3d2c12", doubt_text="#f0c78a",
)  # fmt: skip
SERIES = (
    "#0b6e78", "#b45f06", "#5b5ea6", "#8a6d00", "#a23b72", "#2f7d4f", "#7a4a2b", "#3d6fb6", "#6b6b6b", "#b0413e",
)  # fmt: skip
"""Ten, since Streamlit falls back to its own with fewer."""
