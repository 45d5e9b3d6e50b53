"""What outlives a build: how MkDocs was started, and what each of its builds leaves to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_blog_plugin.site.cache.conversions import KeptConversions
from mkdocs_blog_plugin.site.cache.manifest_store import Records
from mkdocs_blog_plugin.site.cache.posts import Readings
from mkdocs_blog_plugin.site.cache.rendered import Renderings


@dataclass(frozen=True, kw_only=True)
class Memory:
    """The memory of one blog, as long as MkDocs runs."""

    serving: bool = False
    """Whether the builds are those of `mkdocs serve`, and further ones will follow."""
    dirty: bool = False
    """Whether MkDocs leaves unchanged pages alone."""
    conversions: KeptConversions = field(default_factory=KeptConversions)
    readings: Readings = field(default_factory=Readings)
    renderings: Renderings = field(default_factory=Renderings)
    records: Records = field(default_factory=Records)

    @classmethod
    def at_start(cls, *, serving: bool, dirty: bool) -> Memory:
        """Return the memory of a run that begins; only the records of `mkdocs build` go on disk."""
        return cls(
            serving=serving,
            dirty=dirty,
            conversions=KeptConversions(is_open=serving),
            readings=Readings(is_open=True),
            renderings=Renderings(is_open=serving),
            records=Records() if serving else Records.on_disk(),
        )

    def hold_under(self, options: bytes) -> None:
        """Forget what was made of posts under any other `options`; conversions depend on others."""
        self.readings.hold_under(options)
        self.renderings.hold_under(options)
