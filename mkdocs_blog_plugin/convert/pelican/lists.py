"""The lists of a Pelican site: where they were, and the slugs of terms that ours would not have."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.values import moment_of
from mkdocs_blog_plugin.settings import ArchiveLevel
from mkdocs_blog_plugin.urls.dates import format_date
from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_blog_plugin.convert.blog import OldPost
    from mkdocs_blog_plugin.convert.pelican.site import PelicanSite

_DATE = re.compile(r"\{date:%Y\}(?:[/-]?\{date:%[bdm]\})*")
_TOKEN = re.compile(r"\{date:%(\w)\}")
_DATE_LETTERS: Final = {"Y": "yyyy", "b": "MMM", "d": "dd", "m": "MM"}
KINDS: Final = {"tag": "tags", "category": "categories", "author": "authors"}
"""What Pelican makes lists of, with our key of front matter."""


def url_format(site: PelicanSite, kind: str) -> str:
    """Return our pattern for the addresses of a kind of lists; empty if ours stays as it is."""
    pattern = site.text(f"{kind.upper()}_URL", f"{kind}/{{slug}}.html").strip("/")
    return pattern if "{slug}" in pattern and pattern.count("{") == 1 else ""


def address_of_term(site: PelicanSite, kind: str, name: str) -> str:
    """Return the address of the list of a tag, category or author, with a leading slash."""
    pattern = url_format(site, kind) or f"{kind}/{{slug}}"
    return "/" + _as_page(pattern.replace("{slug}", site.slug(name)))


def _as_page(path: str) -> str:
    """Return the address of a page or, with a slash at its end, of a folder."""
    return path if path.endswith(".html") else f"{path.strip('/')}/".lstrip("/")


def archive_levels(site: PelicanSite) -> list[ArchiveLevel]:
    """Return the years, months and days that the site has lists of, as levels of our archive."""
    found = []
    for period, title in (("YEAR", "yyyy"), ("MONTH", "MMMM yyyy"), ("DAY", "d MMMM yyyy")):
        pattern = site.text(f"{period}_ARCHIVE_URL") or site.text(f"{period}_ARCHIVE_SAVE_AS")
        pattern = pattern.removesuffix("index.html").strip("/")
        date = _DATE.search(pattern)
        is_written_out = date and "%b" in date[0] and not site.language.startswith("en")
        if date and pattern.count("{") == date[0].count("{") and not is_written_out:
            url_date = _TOKEN.sub(lambda token: _DATE_LETTERS[token[1]], date[0])
            url = pattern.replace(date[0], "{date}")
            found.append(ArchiveLevel(date_format=title, url_date_format=url_date, url_format=url))
    return found


def _periods(site: PelicanSite, posts: Iterable[OldPost]) -> Iterator[str]:
    """Yield the address of each list of a year, month or day, with a leading slash."""
    for level in archive_levels(site):
        for post in posts:
            if date := moment_of(post.meta["date"], UTC):
                name = format_date(date, level.url_date_format, "en")
                yield "/" + _as_page(level.url_format.replace("{date}", name))


def views_of(site: PelicanSite, posts: Iterable[OldPost]) -> frozenset[str]:
    """Return the addresses of lists that stay where they were."""
    listed = list(posts)
    return frozenset(
        {
            "/",
            *(address_of_term(site, kind, name) for kind in KINDS for name in names(listed, kind)),
            *_periods(site, _shown(listed)),
        }
    )


def redirects_of(site: PelicanSite, posts: Iterable[OldPost]) -> dict[str, str]:
    """Return old addresses of lists that are elsewhere now: new URL from the root by address."""
    listed = list(posts)
    shown = _shown(listed)
    overviews = _overviews(site, shown)
    index = site.text("INDEX_SAVE_AS", "index.html").lstrip("/")
    found = {
        **_moved_overviews(site, overviews),
        **({} if index == "index.html" else {_address_of_file(index): ""}),
        **_pagers(site, index, "", len(shown)),
    }
    for kind in KINDS:
        if site.text(f"{kind.upper()}_SAVE_AS", "x"):
            found |= _pagers_of_terms(site, kind, shown)
    taken = {post.address for post in listed} | {f"/{target}" for target in overviews.values()}
    return {old: new for old, new in found.items() if old not in taken and old != f"/{new}"}


def _overviews(site: PelicanSite, shown: Iterable[OldPost]) -> dict[str, str]:
    """Return the address of each overview that we have, without a leading slash, by Pelican's name."""
    found = {
        plural: _above(url_format(site, kind) or f"{kind}/{{slug}}")
        for kind, plural in KINDS.items()
        if names(shown, kind)
    }
    archive, *_ = [*archive_levels(site), ArchiveLevel()]
    found["archives"] = _above(archive.url_format)
    return found


def _moved_overviews(site: PelicanSite, overviews: Mapping[str, str]) -> dict[str, str]:
    """Return where the overviews that Pelican has written, `tags.html`, are now."""
    templates = site.settings.get("DIRECT_TEMPLATES")
    files = {name: site.text(f"{name.upper()}_SAVE_AS", f"{name}.html") for name in overviews}
    return {
        _address_of_file(files[name]): target
        for name, target in overviews.items()
        if files[name] and target and (not isinstance(templates, list) or name in templates)
    }


def _pagers_of_terms(site: PelicanSite, kind: str, shown: Iterable[OldPost]) -> dict[str, str]:
    """Return where the further pages of the lists of a kind are now."""
    found: dict[str, str] = {}
    counts = Counter(name for post in shown for name in set(post.meta.get(KINDS[kind], [])))
    for name in sorted(counts):
        address = address_of_term(site, kind, name).lstrip("/")
        file = address if address.endswith(".html") else f"{address}index.html"
        target = f"{address.removesuffix('.html').strip('/')}/"
        found |= _pagers(site, file, target, counts[name])
    return found


def _address_of_file(path: str) -> str:
    """Return the address of a file of the old site, with a leading slash."""
    return f"/{_as_page(path.removesuffix('index.html'))}"


def _above(pattern: str) -> str:
    """Return the address of the overview of lists, without a leading slash; empty without one."""
    folder = pattern.rpartition("/")[0]
    return f"{folder}/" if folder and "{" not in folder else ""


def _pagers(site: PelicanSite, file: str, target: str, count: int) -> dict[str, str]:
    """Return where the further pages of a list, `x2.html`, are now."""
    size = site.per_page
    if not size or "PAGINATION_PATTERNS" in {*site.settings, *site.computed}:
        return {}
    stem = file.removesuffix(".html")
    numbers = range(2, -(-count // size) + 1)
    return {f"/{stem}{number}.html": f"{target}page/{number}/" for number in numbers}


def _shown(posts: Iterable[OldPost]) -> list[OldPost]:
    """Return the posts that are in lists."""
    return [post for post in posts if not post.meta.get("draft") and not post.meta.get("unlisted")]


def names(posts: Iterable[OldPost], kind: str) -> list[str]:
    """Return the names that posts have in a kind of lists, sorted."""
    return sorted({name for post in posts for name in post.meta.get(KINDS[kind], [])})


def terms_of(site: PelicanSite, posts: Iterable[OldPost]) -> dict[str, dict[str, dict[str, str]]]:
    """Return the slugs of those tags and categories that Pelican writes differently: `eleve`, ours is `élève`."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for kind in ("tag", "category"):
        for name in names(posts, kind):
            slug = site.slug(name)
            if slug and slug != slugify(name):
                found.setdefault(KINDS[kind], {})[name] = {"slug": slug}
    return found


def authors_of(site: PelicanSite, posts: Iterable[OldPost]) -> Mapping[str, Mapping[str, Any]]:
    """Return the authors whose slug Pelican writes differently, by that slug, which is their id here."""
    return {
        slug: {"name": name}
        for name in reversed(names(posts, "author"))
        if (slug := site.slug(name)) and slug != slugify(name)
    }
