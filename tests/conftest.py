"""What all tests share: two options, one marker, and the tool as a real process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from forgetting import forget_answers
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent

# Variables that change how the tool prints; a test sets those that it is about.
_ABOUT_PRINTING = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "PYTHONIOENCODING")

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="fail when any test was skipped (CI installs everything)")
    parser.addoption("--accept", action="store_true", help="write what the tool prints now into README.md")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes seconds; deselect with -m 'not slow'")
    config.addinivalue_line("markers", "quiet: measures time; where tests run side by side, this one runs alone")


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("--no-skips: a test was skipped, which is a failure here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _alone(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let a test that measures time wait for all others and run alone, where pytest-xdist runs several at once."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        yield
        return
    import fcntl  # noqa: PLC0415 - Windows has none, and runs them one by one

    shared = tmp_path_factory.getbasetemp().parent
    with (shared / "gate").open("w") as gate, (shared / "room").open("w") as room:
        # Whoever waits for the room holds the gate, so that nobody else slips in.
        fcntl.flock(gate, fcntl.LOCK_EX)
        fcntl.flock(room, fcntl.LOCK_EX if request.node.get_closest_marker("quiet") else fcntl.LOCK_SH)
        fcntl.flock(gate, fcntl.LOCK_UN)
        yield


@pytest.fixture
def nothing_remembered() -> Iterator[None]:
    """Let go what is kept of answers before a test that changes what they come from, and after it."""
    forget_answers()
    yield
    forget_answers()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give Debian's Chromium, started once."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def difftool(tmp_path: Path) -> Run:
    """Run the tool as a user does, in an empty folder: `difftool("compare", a, b)`."""

    def run(
        *words: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None, cwd: Path = tmp_path
    ) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if name not in _ABOUT_PRINTING}
        done = subprocess.run(
            [sys.executable, "-m", "difftool", *map(str, words)],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=cwd,
            env=clean | (env or {}),
            timeout=600,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture
def seed() -> Callable[[int], Path]:
    """Give the path of a seed document by its number."""
    return lambda number: next((ROOT / "seeds").glob(f"{number:03}_*.txt"))
