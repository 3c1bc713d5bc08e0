"""The server's own part, without a browser."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from asyncio import base_events
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.formparsers import MultiPartParser
from streamlit import net_util

from ui import server


@pytest.fixture(autouse=True)
def running():
    async def visit():
        async with server.lifespan(None):
            pass

    with ThreadPoolExecutor(1) as beside_the_browsers_loop:
        beside_the_browsers_loop.submit(asyncio.run, visit()).result()


def test_no_upload_is_spooled_to_disk():
    assert MultiPartParser.spool_max_size > 20 * 2**20


def test_the_server_never_asks_for_its_own_address():
    assert net_util.get_external_ip() is None


def test_small_messages_are_sent_at_once():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
        base_events._set_nodelay(sock)
        assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_the_words_of_a_fault_do_not_reach_streamlits_log():
    log = logging.getLogger("streamlit.error_util")
    try:
        raise ValueError("secret")
    except ValueError:
        record = log.makeRecord(log.name, logging.ERROR, __file__, 1, "x", (), sys.exc_info())
    assert not log.filter(record)


def test_the_icon_is_ours_and_protected_like_a_page():
    said = []

    async def send(message):
        said.append(message)

    scope = {"type": "http", "method": "GET", "path": "/favicon.png", "headers": [(b"host", b"localhost:8501")]}
    with ThreadPoolExecutor(1) as beside_the_browsers_loop:
        asked = server.Shield(None)(scope, None, send)
        beside_the_browsers_loop.submit(asyncio.run, asked).result()
    start, body = said
    headers = dict(start["headers"])
    assert start["status"] == 200
    assert body["body"].startswith(b"\x89PNG")
    assert headers[b"content-type"] == b"image/png"
    assert b"content-security-policy" in headers
