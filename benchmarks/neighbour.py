"""What the worst files cost somebody else: how long another session waits for its page while bombs are read.

    python benchmarks/neighbour.py

Starts a server and speaks its own protocol, without a browser: one session asks for its page again and again, first with
nothing else going on, then while two others upload one hostile file after another. Prints the middle, the slowest
twentieth and the slowest of each, and that every file got its answer.
"""

from __future__ import annotations

import http.client
import statistics
import sys
import time
from itertools import cycle
from multiprocessing import Event, Process, Queue
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: E402
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: E402
from websockets.sync.client import ClientConnection, connect  # noqa: E402

from tests.browser.conftest import Server  # noqa: E402
from tests.intake.hostile_files import HEAVY  # noqa: E402

RERUNS = 150
PAUSE = 0.1
LONGEST = 60
BOMBS = (
    "seventy million blanks", "a million rows", "wide rows", "csv a hundred columns", "html of many cells", "pdf bomb", "csv of brackets",
    "three million shared strings", "one string of sixty million", "lock of a million turns",
)  # fmt: skip


class Session:
    """One visitor, by websocket."""

    def __init__(self, socket: ClientConnection, host: str) -> None:
        self.socket, self.host = socket, host
        self.name, self.uploader, self.words = "", "", ""
        self.rerun()

    def rerun(self, *widgets: Any) -> float:
        """Seconds until the page is told anew."""
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        asked.rerun_script.widget_states.widgets.extend(widgets)
        begun = time.perf_counter()
        self.socket.send(asked.SerializeToString())
        self.words = ""
        while self._heard().WhichOneof("type") != "script_finished":
            continue
        return time.perf_counter() - begun

    def _heard(self) -> ForwardMsg:
        told = ForwardMsg()
        told.ParseFromString(self.socket.recv(timeout=LONGEST))
        if told.WhichOneof("type") == "new_session":
            self.name = told.new_session.initialize.session_id or self.name
        element = told.delta.new_element
        self.uploader = element.file_uploader.id or self.uploader
        self.words += element.heading.body + element.markdown.body
        return told

    def upload(self, data: bytes) -> bool:
        """Whether the file got an answer, and the page came back to where the next one is chosen."""
        asked = BackMsg()
        asked.file_urls_request.request_id, asked.file_urls_request.session_id = "1", self.name
        asked.file_urls_request.file_names.append("a.xlsx")
        self.socket.send(asked.SerializeToString())
        while (told := self._heard()).WhichOneof("type") != "file_urls_response":
            continue
        place = told.file_urls_response.file_urls[0]
        self._put(place.upload_url, data)
        chosen = BackMsg().rerun_script.widget_states.widgets.add()
        chosen.id = self.uploader
        info = chosen.file_uploader_state_value.uploaded_file_info.add()
        info.name, info.size, info.file_id = "a.xlsx", len(data), place.file_id
        info.file_urls.CopyFrom(place)
        self.rerun(chosen)
        end = time.monotonic() + LONGEST
        while "正在读文件" in self.words or "上传表格" in self.words:
            if time.monotonic() > end:
                return False
            time.sleep(0.5)
            self.rerun()
        return True

    def _put(self, url: str, data: bytes) -> None:
        link = http.client.HTTPConnection(self.host, timeout=LONGEST)
        link.request("GET", "/_stcore/health", headers={"Origin": f"http://{self.host}"})
        answer = link.getresponse()
        answer.read()
        token = (answer.headers["set-cookie"] or "=").split(";")[0].split("=", 1)[1]
        body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n' + data + b"\r\n--x--\r\n"  # fmt: skip
        link.request("PUT", url, body, {"Content-Type": "multipart/form-data; boundary=x", "X-Xsrftoken": token, "Cookie": f"_streamlit_xsrf={token}"})  # fmt: skip
        answer = link.getresponse()
        if answer.status >= http.client.BAD_REQUEST:
            raise RuntimeError(answer.status)
        link.close()


def visit(host: str) -> ClientConnection:
    return connect(f"ws://{host}/_stcore/stream", origin=f"http://{host}", subprotocols=["streamlit"], max_size=2**27)


def bombing(host: str, ready: Event, stop: Event, counted: Queue[str]) -> None:
    """In a process of its own, so that the one that measures is not held up."""
    files = {name: HEAVY[name]() for name in BOMBS}
    ready.set()
    for name, data in cycle(files.items()):
        if stop.is_set():
            return
        with visit(host) as socket:
            answered = Session(socket, host).upload(data)
        counted.put(name if answered else f"{name}: no answer")


def measured(name: str, session: Session) -> None:
    times = []
    for _ in range(RERUNS):
        times.append(session.rerun())
        time.sleep(PAUSE)
    times.sort()
    told = (statistics.median(times), times[-len(times) // 20], times[-1])
    print(f"{name:26}" + "".join(f"{each * 1000:8.0f} ms" for each in told), flush=True)


def main() -> None:
    server = Server()
    host = server.address.removeprefix("http://")
    stop, counted, readies = Event(), Queue(), [Event(), Event()]
    others = [Process(target=bombing, args=(host, ready, stop, counted)) for ready in readies]
    try:
        with visit(host) as socket:
            session = Session(socket, host)
            print(f"{'':26}{'middle':>11}{'p95':>11}{'worst':>11}")
            measured("nothing else going on", session)
            for other in others:
                other.start()
            for ready in readies:
                ready.wait()
            measured("while bombs are read", session)
            stop.set()
            for other in others:
                other.join()
            read = [counted.get() for _ in range(counted.qsize())]
            measured("afterwards", session)
        unheard = [each for each in read if "no answer" in each]
        print(
            f"{len(read)} files; without an answer: {unheard or 'none'}; the server runs: {server.process.poll() is None}"
        )
    finally:
        stop.set()
        server.stop()


if __name__ == "__main__":
    main()
