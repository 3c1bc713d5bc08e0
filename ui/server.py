"""The web server's own part: who may ask, what the page may reach, and a warm start."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import socket
import threading
from asyncio import base_events
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import net_util

from assessment.intake import reading_process
from ui import keep, meeting_requests, navigation

_ADDRESSES = frozenset(entry.name for entry in navigation.PAGES if entry.name != "home") | {navigation.LANGUAGE}
_HOSTS = ("127.0.0.1", "localhost")
_WARM = (
    "assessment.intake.files",
    "ui.bill_preview",
    "ui.intake_preview",
    "ui.report_preview",
    "pandas",
    "pyarrow",
    "plotly.graph_objects",
    "pyxirr",
    "babel.dates",
    "orjson",
    "ui.charts.theme",
    "cryptography.hazmat.primitives.ciphers.aead",
)
_LATER = ("scipy.stats.qmc", "assessment.plan")
"""Heavy, and needed by no first page: loaded once that page has had time to come up."""
_TITLE = "还得起"
_ASSETS = Path(__file__).parent / "assets"
_ICON = _ASSETS / "favicon.png"
_LOOK = (_ASSETS / "look.css").read_text(encoding="utf-8")
_THEIR_ICON = "/favicon.png"
_SHELL = (_ASSETS / "shell.html").read_bytes()
"""What blanks a window at once, and makes the other side's window large; it must work before anything else is loaded."""
_SWEEP_SECONDS = 600
_UPLOAD_IN_MEMORY = 32 * 2**20
"""Above the upload limit, so that no uploaded file is ever spooled to a temporary one on disk."""


def _policy(host: str) -> str:
    """What a page may load and reach: itself, and nothing beyond."""
    return "; ".join((
        "default-src 'none'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        f"connect-src 'self' ws://{host} data: blob:",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    ))  # fmt: skip


class Shield:
    """Answers only this machine's own browser, and tells that browser to reach nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            return await self._app(scope, receive, send)
        headers = Headers(scope=scope)
        if not (
            _ours(headers.getlist("host"), "") and _ours(headers.getlist("origin") or ["http://localhost"], "http://")
        ):
            return await _refuse(scope, send)
        if scope["type"] == "websocket":
            return await self._app(scope, receive, send)
        if _astray(scope):
            return await _to_the_start(send)
        if scope["path"] == _THEIR_ICON:
            return await _icon(_Reply(send, headers["host"]).send)
        return await self._app(_uncompressed(scope), receive, _Reply(send, headers["host"]).send)


def _ours(values: list[str], scheme: str) -> bool:
    if len(values) != 1 or not values[0].startswith(scheme):
        return False
    host, _, port = values[0].removeprefix(scheme).partition(":")
    return host in _HOSTS and (not port or (port.isascii() and port.isdigit()))


def _astray(scope: Scope) -> bool:
    """Whether an address is no page of ours; Streamlit would open a dialog of its own over the page."""
    name = scope["path"].strip("/")
    is_address = bool(name) and not {"/", "."} & set(name) and not name.startswith("_")
    return scope["method"] == "GET" and is_address and name not in _ADDRESSES


def _uncompressed(scope: Scope) -> Scope:
    """The same request, to be answered as it stands where the answer may be the page itself, which is changed on its way."""
    if scope["path"].startswith("/static/"):
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}


async def _icon(send: Send) -> None:
    """Our own in place of Streamlit's. Told to Streamlit, it would load NumPy and PIL before the first page."""
    icon = _ICON.read_bytes()
    headers = [(b"content-type", b"image/png"), (b"content-length", str(len(icon)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": icon})


async def _to_the_start(send: Send) -> None:
    headers = [(b"location", b"/"), (b"content-length", b"0"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 307, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _refuse(scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    await send({"type": "http.response.start", "status": 421, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


class _Reply:
    """One answer on its way out: headers set, and the page itself said to be Chinese and given our look."""

    def __init__(self, send: Send, host: str) -> None:
        self._send, self._host = send, host
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._protect(MutableHeaders(scope=message))
            if self._is_page(Headers(scope=message)):
                self._start = message
                return
        elif self._start is not None:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page(self._start)
            return
        await self._send(message)

    def _protect(self, headers: MutableHeaders) -> None:
        headers["content-security-policy"] = _policy(self._host)
        headers["x-content-type-options"] = "nosniff"
        headers["x-frame-options"] = "DENY"
        headers["referrer-policy"] = "no-referrer"
        headers["permissions-policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        headers["cross-origin-opener-policy"] = "same-origin"
        headers["cross-origin-resource-policy"] = "same-origin"
        if "immutable" not in headers.get("cache-control", ""):
            headers["cache-control"] = "no-store"

    @staticmethod
    def _is_page(headers: Headers) -> bool:
        return headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers

    async def _send_page(self, start: Message) -> None:
        page = self._body.replace(b'lang="en"', b'lang="zh-CN"')
        ours = f"<title>{_TITLE}</title><style>{_LOOK}</style>".encode()
        page = page.replace(b"<title>Streamlit</title>", ours)
        page = page.replace(b"</head>", _SHELL + b"</head>", 1)
        MutableHeaders(scope=start)["content-length"] = str(len(page))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": page})


def _no_delay(sock: socket.socket) -> None:
    """Sends small messages at once. asyncio skips this for the sockets Streamlit opens, which costs 40 ms a message."""
    if sock.family in {socket.AF_INET, socket.AF_INET6} and sock.type == socket.SOCK_STREAM:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _no_address() -> None:
    """Streamlit would ask an outside host for this machine's address; nobody here needs it."""


def _without_exception(record: logging.LogRecord) -> bool:
    """Streamlit would log a fault with its words and values; ui.shield logs its number and place instead."""
    return record.exc_info is None


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Prepares the server, and loads what the first page with a chart will need while the person reads."""
    base_events._set_nodelay = _no_delay  # type: ignore[attr-defined]  # noqa: SLF001
    net_util.get_external_ip = _no_address
    MultiPartParser.spool_max_size = _UPLOAD_IN_MEMORY
    meeting_requests.keep_fields()
    logging.getLogger("streamlit.error_util").addFilter(_without_exception)
    for seconds, names in ((1.5, _WARM), (6, _LATER)):
        asyncio.get_running_loop().call_later(seconds, threading.Thread(target=_warm, args=(names,), daemon=True).start)
    _sweep(asyncio.get_running_loop())
    yield


def _sweep(loop: asyncio.AbstractEventLoop) -> None:
    keep.sweep()
    loop.call_later(_SWEEP_SECONDS, _sweep, loop)


def _warm(names: tuple[str, ...]) -> None:
    for name in names:
        importlib.import_module(name)
    reading_process.keep_ready()
    gc.collect()
    gc.freeze()


MIDDLEWARE = [Middleware(Shield)]
