"""Sets everything up and starts 还得起; or, with `test`, sets up and runs every test.

    python start.py [--no-browser]
    python start.py test [arguments for pytest]

Needs Python 3.11, 3.12 or 3.13 and nothing else: it makes .venv beside itself and installs what the lock names.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import venv
import webbrowser
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SUPPORTED = ((3, 11), (3, 12), (3, 13))
PORT = 8501
BROWSERS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe", "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)  # fmt: skip
HELP = """还得起 Huandeqi

python start.py                准备好运行环境，打开应用。Prepares everything and opens the app.
python start.py --no-browser   同上，不打开浏览器。The same without opening a browser.
python start.py test [...]     准备好并跑全部测试，后面的照给 pytest。Prepares and runs every test; the rest goes to pytest.
python start.py --help         只显示这几行。Only shows this.

需要 Python 3.11、3.12 或 3.13。第一次要联网装依赖，以后不联网。按 Ctrl-C 结束。
Needs Python 3.11, 3.12 or 3.13. The first start fetches what it needs; later ones go without the network. Ctrl-C ends it."""


def main(arguments: list[str]) -> int:
    """Starts the app, or runs the tests; gives the exit code."""
    if {"--help", "-h"} & set(arguments[:1]):
        print(HELP)
        return 0
    if sys.version_info[:2] not in SUPPORTED:
        found = ".".join(map(str, sys.version_info[:2]))
        print(f"需要 Python 3.11、3.12 或 3.13，现在是 {found}。Python 3.11, 3.12 or 3.13 is needed; this is {found}.")
        return 1
    if arguments[:1] == ["test"]:
        with ThreadPoolExecutor() as beside:
            programs = beside.submit(fetch_programs)
            install("requirements-dev.lock")
            programs.result()
        return test(arguments[1:])
    install("requirements.lock")
    return run(open_browser="--no-browser" not in arguments)


def install(lock: str) -> None:
    """The virtual environment with what `lock` names; nothing is done where that is there already."""
    wanted = hashlib.sha256((HERE / lock).read_bytes()).hexdigest()
    stamp = VENV / f"{lock}.installed"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print("正在准备运行环境，第一次需要几分钟。Preparing; the first time takes a few minutes.", flush=True)
    if not _works():
        venv.create(VENV, with_pip=True, clear=True)
    stamp.unlink(missing_ok=True)
    _pip("install", "--quiet", "--require-hashes", "--requirement", str(HERE / lock))
    stamp.write_text(wanted, encoding="ascii")


def _works() -> bool:
    """Whether the environment is there, whole, and of this Python."""
    if not PYTHON.exists():
        return False
    ask = "import pip, sys; print(*sys.version_info[:2])"
    answer = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True, check=False)
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def _pip(*arguments: str) -> None:
    subprocess.run([str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments], check=True)


def run(*, open_browser: bool) -> int:
    """The app on this machine's own address until Ctrl-C."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    if open_browser:
        threading.Thread(target=_open_when_up, args=(address,), daemon=True).start()
    print(f"还得起：{address}（按 Ctrl-C 结束）", flush=True)
    process = subprocess.Popen(server(port), cwd=HERE)
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait(timeout=10)
        return 0


def server(port: int, python: Path = PYTHON, root: Path = HERE) -> list[str]:
    """The command that serves the app."""
    return [
        str(python),
        "-m",
        "streamlit",
        "run",
        str(root / "app.py"),
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]


def free_port(first: int = PORT) -> int:
    """The usual port, or the next that nobody uses."""
    for port in range(first, first + 50):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise SystemExit("8501 到 8550 的端口都被占用了。Every port from 8501 to 8550 is taken.")


def is_up(address: str) -> bool:
    """Whether the server answers."""
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _open_when_up(address: str) -> None:
    for _ in range(120):
        if is_up(address):
            webbrowser.open(address)
            return
        time.sleep(0.5)


def test(arguments: list[str]) -> int:
    """Every test, in a browser too, on all cores."""
    environment = {**os.environ, "HUANDEQI_BROWSER": browser(), "PYTHONUTF8": "1"}
    left_out = [] if office() else ["--ignore=tests/office"]
    at_once = ["-n", "auto"]
    return subprocess.call([str(PYTHON), "-m", "pytest", *at_once, *left_out, *arguments], cwd=HERE, env=environment)


def fetch_programs() -> None:
    """A browser, Chinese type and LibreOffice from the system's packages, where they are missing and that is allowed."""
    wanted: list[list[str]] = []
    if _found_browser() is None or not _has_chinese_type():
        wanted.append(["chromium", "fonts-noto-cjk"])
    if not _found_office():
        wanted.append(["--no-install-recommends", "libreoffice-calc-nogui"])
    if not wanted or not _may_apt():
        return
    try:
        _apt("update", "-qq")
        for packages in wanted:
            _apt("install", "-y", "-qq", *packages)
    except subprocess.CalledProcessError:
        print(
            "系统的软件包没有装上，用已有的接着试。The system's packages did not install; going on with what is there."
        )


def office() -> bool:
    """Whether LibreOffice is there to open our workbooks with; said if not."""
    if not _found_office():
        print("没有 LibreOffice，tests/office 这次不跑。LibreOffice is missing; tests/office is left out of this run.")
    return _found_office()


def _found_office() -> bool:
    return bool(shutil.which("soffice"))


def browser() -> str:
    """The path of a Chromium, Chrome or Edge; one is fetched where there is none."""
    found = _found_browser()
    if found is None:
        subprocess.run([str(PYTHON), "-m", "playwright", "install", "chromium"], check=True)
        ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
        found = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True, check=True).stdout.strip()
    if not _has_chinese_type():
        raise SystemExit("没有中文字体，请先安装，例如 fonts-noto-cjk。No Chinese font is installed.")
    return found


def _found_browser() -> str | None:
    places = (os.environ.get("HUANDEQI_BROWSER"), *BROWSERS)
    return next((path for place in places if place and (path := shutil.which(place))), None)


def _has_chinese_type() -> bool:
    """Windows and macOS ship it; elsewhere fontconfig is asked."""
    if not sys.platform.startswith("linux"):
        return True
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def _may_apt() -> bool:
    if not shutil.which("apt-get"):
        return False
    return _is_root() or (
        bool(shutil.which("sudo")) and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0
    )


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _apt(*arguments: str) -> None:
    prefix = [] if _is_root() else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, "apt-get", *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
