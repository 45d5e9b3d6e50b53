"""The plugin class: one method per MkDocs event, and no logic.

The documentation explains each event and its priority under *How it works*.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from mkdocs_blog_plugin.config.options import BlogOptions
from mkdocs_blog_plugin.site.build import Build
from mkdocs_blog_plugin.site.cache.run import Run
from mkdocs_blog_plugin.site.dirty.dirty_build import forget_manifest
from mkdocs_blog_plugin.site.integrations.live_reload import missing_reload
from mkdocs_blog_plugin.site.integrations.post_hooks import allow_event
from mkdocs_blog_plugin.site.reporting import log, stop_together, template_faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


allow_event()


class BlogPlugin(BasePlugin[BlogOptions]):
    """Adds a blog to a documentation site."""

    supports_multiple_instances = True

    def __init__(self) -> None:
        super().__init__()
        self._run = Run()
        self._build: Build | None = None

    @property
    def build(self) -> Build | None:
        """The build that is going on, or the last one; None without any, or where there is no blog."""
        return self._build

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember how the site is built; MkDocs then keeps the plugin between builds."""
        self._run = Run(serving=command == "serve", dirty=dirty)
        if command == "serve" and (message := missing_reload()):
            log.info(message)

    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin a fresh build."""
        self._build = None
        if self.config.enabled:
            blogs = [
                plugin
                for plugin in config.plugins.values()
                if isinstance(plugin, BlogPlugin) and plugin.config.enabled
            ]
            options = [blog.config for blog in blogs]
            self._build = Build.begin(self.config, options, config, self._run, blogs[0].build)
        else:
            forget_manifest(self.config, config, self._run)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Empty the folder of the site before a dirty build that knows nothing of earlier ones."""
        if self._build:
            self._build.on_pre_build()

    @event_priority(50)
    def _on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the posts, plan the blog, give each page its place."""
        if self._build:
            self._build.on_files(files)
        return files

    @event_priority(-90)
    def _on_files_late(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take in the pages that other plugins have made since."""
        if self._build:
            self._build.on_files_late(files)
        return files

    @event_priority(-110)
    def _on_files_last(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Wait for literate-nav and static-i18n, and report all problems of all blogs at once."""
        if self._build:
            blogs = [plugin for plugin in config.plugins.values() if isinstance(plugin, BlogPlugin)]
            builds = [blog.build for blog in blogs[blogs.index(self) :] if blog.build]
            stop_together([partial(build.on_files_last, files) for build in builds])
        return files

    on_files = CombinedEvent(_on_files, _on_files_late, _on_files_last)

    @event_priority(-50)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put posts and views where they belong in the nav."""
        if self._build:
            self._build.on_nav(nav, files)
        return nav

    @event_priority(100)
    def _on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Show monorepo the path of a post, by which it finds the folder that the post is from."""
        if self._build:
            self._build.on_pre_page(page)
        return page

    @event_priority(-100)
    def _on_pre_page_last(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Give the post its address back."""
        if self._build:
            self._build.on_pre_page_last(page)
        return page

    on_pre_page = CombinedEvent(_on_pre_page, _on_pre_page_last)

    @event_priority(100)
    def _on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Let macros find a title that is text."""
        if self._build:
            self._build.on_page_markdown(page)
        return markdown

    @event_priority(-25)
    def _on_page_markdown_late(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Give themes and other plugins the facts about posts and views."""
        if self._build:
            self._build.on_page_markdown_late(page)
        return markdown

    on_page_markdown = CombinedEvent(_on_page_markdown, _on_page_markdown_late)

    @event_priority(50)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give the pages of views an outline, for plugins that read converted pages."""
        return self._build.on_page_content(html, page) if self._build else html

    @event_priority(-150)
    def _on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Convert the pages that a dirty build lacks, when autorefs and other plugins have done their work."""
        if self._build:
            with template_faults(config):
                self._build.on_env(env, files)
        return env

    @event_priority(-160)
    def _on_env_last(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Cut excerpts from the converted posts, once that is done for all blogs."""
        if self._build:
            with template_faults(config):
                self._build.on_env_last(files)
        return env

    on_env = CombinedEvent(_on_env, _on_env_last)

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the fragments into the page, after search has looked at it."""
        if self._build:
            with template_faults(config):
                self._build.on_page_context(page)
        return context

    @event_priority(40)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Complete the head of the blog's pages."""
        return self._build.on_post_page(output, page) if self._build else output

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give templates the object `blog`, and remove pages of the blog from the sitemap that do not belong there."""
        if self._build:
            self._build.on_template_context(context, template_name)
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Withdraw dates that MkDocs cannot give to the compressed sitemap, which it writes next."""
        if self._build:
            self._build.on_post_template(template_name)
        return output

    @event_priority(50)
    def _on_post_build(self, *, config: MkDocsConfig) -> None:
        """Take the views out of the search index before it is written."""
        if self._build:
            self._build.on_post_build()

    @event_priority(-100)
    def _on_post_build_last(self, *, config: MkDocsConfig) -> None:
        """Keep for the next build what this one has written."""
        if self._build:
            self._build.on_post_build_last()

    on_post_build = CombinedEvent(_on_post_build, _on_post_build_last)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Watch the files that MkDocs does not watch itself."""
        if self._build:
            for path in self._build.watched():
                server.watch(path)
        return server
