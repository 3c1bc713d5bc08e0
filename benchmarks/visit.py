"""A visitor without a browser: Streamlit's own messages over its own connection, to this machine only."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.measure import environment

HOST = "127.0.0.1"
_PATIENCE = 30.0
_LARGEST = 64 * 2**20


@dataclass
class Visit:
    """One tab: its connection, the widgets on its page by their keys, the pages by their addresses."""

    socket: ClientConnection
    widgets: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    page: str = ""
    held: dict[str, WidgetState] = field(default_factory=dict)
    faults: int = 0

    async def open(self, address: str) -> float:
        """Another page; seconds until the server has said all of it."""
        self.page = self.pages[address]
        self.held.clear()
        return await self._rerun()

    async def press(self, key: str) -> float:
        """A button."""
        return await self._rerun(WidgetState(id=self.widgets[key], trigger_value=True))

    async def slide(self, key: str, value: float) -> float:
        """A slider."""
        state = WidgetState(id=self.widgets[key])
        state.double_array_value.data.append(value)
        self.held[key] = state
        return await self._rerun()

    async def begin(self) -> float:
        """The first page."""
        return await self._rerun()

    async def _rerun(self, *once: WidgetState) -> float:
        asked = BackMsg()
        asked.rerun_script.page_script_hash = self.page
        asked.rerun_script.widget_states.widgets.extend([*self.held.values(), *once])
        start = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        async with asyncio.timeout(_PATIENCE):
            while not self._heard(await self.socket.recv()):
                pass
        return time.perf_counter() - start

    def _heard(self, data: Any) -> bool:
        """Takes one message in; whether it is the last of a run."""
        said = ForwardMsg.FromString(data)
        match said.WhichOneof("type"):
            case "new_session":
                self.widgets.clear()
                self.page = said.new_session.page_script_hash
            case "navigation":
                self.pages = {page.url_pathname: page.page_script_hash for page in said.navigation.app_pages}
            case "delta":
                self._element(said.delta)
            case "script_finished":
                return said.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return False

    def _element(self, delta: Any) -> None:
        if delta.WhichOneof("type") != "new_element":
            return
        kind = delta.new_element.WhichOneof("type")
        self.faults += kind == "exception"
        name = getattr(getattr(delta.new_element, kind), "id", "") if kind else ""
        if isinstance(name, str) and name.startswith("$$ID-"):
            self.widgets[name.split("-", 2)[2]] = name


@contextlib.asynccontextmanager
async def visit(port: int) -> AsyncIterator[Visit]:
    """A new tab."""
    origin = f"http://{HOST}:{port}"
    async with connect(
        f"ws://{HOST}:{port}/_stcore/stream", origin=origin, subprotocols=["streamlit"], max_size=_LARGEST
    ) as socket:  # type: ignore[list-item,arg-type]
        yield Visit(socket)


@contextlib.contextmanager
def served(script: Path, port: int, config: Path) -> Iterator[psutil.Process]:
    """A server of one script, with the settings in the folder `config`; gone afterwards."""
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    process = subprocess.Popen(
        command, cwd=config, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


async def up(port: int) -> None:
    """Waits until the server takes connections."""
    async with asyncio.timeout(_PATIENCE):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection(HOST, port)
                writer.close()
                return
            await asyncio.sleep(0.01)
