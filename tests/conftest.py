"""What all tests share: one instant for "now", a quiet engine, and a builder of small sites."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from support.compiled_templates import share
from support.sites import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.sites import Build

NOW = 1767225600
"""2026-01-01T00:00:00Z, the instant of every build."""

settings.register_profile(
    "fresh",
    deadline=None,  # how fast the machine is says nothing about the code
    database=None,  # a failure is replayed by its seed, on any machine
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("fresh"), max_examples=2000)
settings.load_profile("fresh")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed of this run's random examples, unless one is given."""
    if not config.option.hypothesis_seed:
        config.option.hypothesis_seed = str(secrets.randbelow(10**9))


def pytest_report_header(config: pytest.Config) -> str:
    """Say how the random examples of this run can be had again."""
    return f"replay random examples with: --hypothesis-seed {config.option.hypothesis_seed}"


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


@pytest.fixture(scope="session", autouse=True)
def _compiled_templates() -> Iterator[None]:
    """Compile each template of a theme once, not in every build."""
    with pytest.MonkeyPatch.context() as context:
        share(context)
        yield


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a small site below the test's own folder; see `support.sites.build_site`."""
    return partial(build_site, tmp_path)
