from __future__ import annotations

import pytest

from mkdocs_blog_plugin.site.integrations.live_reload import missing_reload


@pytest.mark.parametrize("version", ["8.3.0", "8.3.1"])
def test_versions_of_click_that_switch_live_reload_off_are_named_with_the_cure(
    version: str,
) -> None:
    assert version in missing_reload(version)
    assert "--livereload" in missing_reload(version)


@pytest.mark.parametrize("version", ["8.1.8", "8.2.1", "8.4.0", "8.5.1"])
def test_other_versions_are_not_mentioned(version: str) -> None:
    assert missing_reload(version) == ""
