"""A chart for a room: everything in it larger, and nothing under the pointer."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

_TIMES = 1.3
_TALLER = 1.25
_FONTS = frozenset({"font", "tickfont", "textfont"})


def enlarged(figure: go.Figure) -> go.Figure:
    """The same figure with taller ground and larger words."""
    drawn = _grown(figure.to_plotly_json())
    drawn["layout"]["height"] = round(figure.layout.height * _TALLER)
    drawn["layout"]["uniformtext"] = {"minsize": 14, "mode": "hide"}
    return go.Figure(drawn, skip_invalid=True)


def still(figure: go.Figure) -> go.Figure:
    """Enlarged, with nothing said under the pointer and nothing to click."""
    large = enlarged(figure)
    large.update_traces(hoverinfo="skip", hovertemplate=None, customdata=None)
    return large


def _grown(node: Any, name: str = "") -> Any:
    if isinstance(node, dict):
        grown = {key: _grown(value, key) for key, value in node.items()}
        if name in _FONTS and isinstance(node.get("size"), int | float):
            grown["size"] = round(node["size"] * _TIMES)
        return grown
    if isinstance(node, list | tuple) and name == "annotations":
        return [_grown(each) for each in node]
    return [_grown(each) for each in node] if name == "data" else node
