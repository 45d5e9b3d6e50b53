"""The setup of a build, known before it has read anything."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils import get_build_datetime

from mkdocs_blog_plugin.config.checks import overlaps
from mkdocs_blog_plugin.config.to_settings import to_settings
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.render.locale import Locale
from mkdocs_blog_plugin.site.cache.fingerprint import digest, hooks_of, installation, options_of
from mkdocs_blog_plugin.site.files.git_dates import GitDates, read_git_dates
from mkdocs_blog_plugin.site.files.offers import Offers
from mkdocs_blog_plugin.site.integrations import themes
from mkdocs_blog_plugin.site.integrations.macros import has_templates, macro_runner
from mkdocs_blog_plugin.site.integrations.material_blog import folders_of_material
from mkdocs_blog_plugin.site.integrations.static_i18n import current_language
from mkdocs_blog_plugin.site.own_functions import watch_functions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_blog_plugin.config.options import BlogOptions
    from mkdocs_blog_plugin.posts.titles import Expand
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.cache.cache import Cache
    from mkdocs_blog_plugin.site.cache.run import Run
    from mkdocs_blog_plugin.site.integrations.static_i18n import Language


@dataclass(frozen=True)
class Setup:
    """How one blog is built once: in which language, under which settings, with which cache."""

    config: MkDocsConfig
    language: Language
    locale: Locale
    settings_in: Callable[[Locale], Settings]
    """Returns the settings with words and dates of a locale; their paths lead from the docs."""
    run: Run
    """How MkDocs was started."""
    cache: Cache
    """Values that earlier builds have left, and this one leaves to the next."""
    pages: Cache
    """Pages as the theme has rendered them in an earlier build; of a site in one language."""
    offers: Offers = field(default_factory=Offers)
    """Markdown and meta of posts, for MkDocs to take."""
    problems: Problems = field(default_factory=Problems)
    """Problems of this build that are not reported yet."""
    first: Setup | None = None
    """That of the first blog of the site; None if this is it."""

    @classmethod
    def of(
        cls,
        options: BlogOptions,
        blogs: Sequence[BlogOptions],
        config: MkDocsConfig,
        run: Run,
        first: Setup | None,
    ) -> Setup:
        """Return the setup of a build that begins.

        Args:
            options: The options of this blog.
            blogs: The options of all blogs of the site, in the order of mkdocs.yml.
            config: MkDocs' configuration.
            run: How MkDocs was started, and what this blog remembers of earlier builds.
            first: That of the first blog in this build of the site; None if this is it.

        Raises:
            ConfigurationError: two blogs would read the same posts.
        """
        if lines := overlaps(blogs):
            raise ConfigurationError("\n".join(lines))
        now = get_build_datetime()

        def settings_in(locale: Locale) -> Settings:
            made = (
                to_settings(
                    blog,
                    now=now,
                    locale=locale,
                    directory_urls=config.use_directory_urls,
                    templates=has_templates(config),
                    blogs=blogs,
                    serving=run.serving,
                )
                for blog in (options, *takewhile(lambda other: other is not options, blogs))
            )
            foreign = folders_of_material(config)
            own, *earlier = (replace(one, others=(*one.others, *foreign)) for one in made)
            own = watch_functions(replace(own, earlier=tuple(earlier)), config)
            return _titled(config, own)

        language = current_language(config)
        name = language.code if language.root else options.locale
        return cls(
            config,
            language,
            Locale.named(name or language.code or themes.language(config)),
            settings_in,
            run,
            run.cache(name_of(options, config, language), enabled=options.cache),
            run.pages(config.site_dir, enabled=options.cache and not language.code),
            problems=Problems(first.problems.told if first else set()),
            first=first,
        )

    @cached_property
    def source_settings(self) -> Settings:
        """The settings for reading: paths lead from the docs folder of the language.

        Not to be asked for in `on_config`, where other plugins still change `use_directory_urls`.
        """
        return self.settings_in(self.locale)

    @cached_property
    def git(self) -> GitDates:
        """When files were first committed; nothing where that is not to count."""
        return self.history if self.source_settings.posts.date_from_git else GitDates()

    @cached_property
    def history(self) -> GitDates:
        """When files were first committed, asked once for all blogs of the site."""
        return self.first.history if self.first else read_git_dates(self.config.docs_dir)

    @cached_property
    def expand(self) -> Expand:
        """Runs the macros in titles."""
        return macro_runner(self.config)

    @cached_property
    def site_settings(self) -> Settings:
        """The settings for writing: paths lead from the site's folder."""
        return self.language.in_site(self.source_settings)

    @property
    def is_copy(self) -> bool:
        """Whether the blog is at home on another site than the one that is built."""
        home = self.site_settings.home_url
        return bool(home) and home != f"{(self.config.site_url or '').rstrip('/')}/"

    @cached_property
    def fingerprint(self) -> bytes:
        """The fingerprint of all that posts are made of beside their text, as far as it is an option."""
        return digest(
            installation(),
            self.language.code,
            self.locale.name,
            options_of(self.config),
            hooks_of(self.config),
        )


def name_of(options: BlogOptions, config: MkDocsConfig, language: Language) -> str:
    """Return the name under which the cache of a blog, in one language, is stored."""
    return f"{config.site_dir} {options.blog_dir} {language.code}"


def _titled(config: MkDocsConfig, settings: Settings) -> Settings:
    """Return `settings` under which the index is called like the site where it is its home."""
    if settings.blog_dir or not config.site_name:
        return settings
    return replace(settings, index_title=config.site_name)
