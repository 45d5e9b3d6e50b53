"""What all tests share: one instant for "now", a quiet engine, and a builder of small sites."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from sites import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sites import Build

NOW = 1767225600
"""2026-01-01T00:00:00Z, the instant of every build."""

settings.register_profile(
    "steady",
    deadline=None,  # how fast the machine is, is no property of the code
    derandomize=True,  # the same commit has the same result, everywhere
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))
    monkeypatch.setenv("DISABLE_MKDOCS_2_WARNING", "true")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture(scope="session", autouse=True)
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the records of builds away from the user's own."""
    with pytest.MonkeyPatch.context() as context:
        context.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        yield


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a small site below the test's own folder; see `sites.build_site`."""
    return partial(build_site, tmp_path)
