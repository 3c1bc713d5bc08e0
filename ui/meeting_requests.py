"""A field that is left by clicking straight on a link keeps what was typed in it.

The browser then sends two requests, the field's and the page's, and the page's names no fields. Where the first still
waits, Streamlit folds it into the second and keeps of it only the buttons pressed; here its fields are kept as well.
"""

from __future__ import annotations

from collections.abc import Callable

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils import script_requests

_Fold = Callable[[WidgetStates | None, WidgetStates | None], WidgetStates | None]
_theirs: _Fold = script_requests._coalesce_widget_states  # noqa: SLF001 - there is no public place to ask for it


def keep_fields() -> None:
    """From here on, in this process."""
    script_requests._coalesce_widget_states = folded  # type: ignore[assignment]  # noqa: SLF001


def folded(waiting: WidgetStates | None, coming: WidgetStates | None) -> WidgetStates | None:
    """What two requests say together: of each field the newer word, and the older where the newer has none."""
    together = _theirs(waiting, coming)
    if waiting is None or together is None:
        return together
    named = {each.id for each in together.widgets}
    together.widgets.extend(each for each in waiting.widgets if each.id not in named)
    return together
