"""The configuration of the new site: an mkdocs.yml that builds at once, or what an existing one lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.yaml_out import write_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost

_HEAD = "# Written by `mkdocs-blog convert`; from here on it is yours.\n"
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("abbr", re.compile(r"^\*\[[^\]\n]+\]:", re.MULTILINE)),
    ("admonition", re.compile(r"^ *!!! ", re.MULTILINE)),
    ("attr_list", re.compile(r"\{:? ?[#.\w][^{}\n]*\}")),
    ("def_list", re.compile(r"^ {0,3}:[ \t]+\S", re.MULTILINE)),
    ("footnotes", re.compile(r"\[\^[^\]\s]+\]")),
    ("md_in_html", re.compile(r"""<[^<>]*\smarkdown=["']""")),
    ("tables", re.compile(r"^[ \t>]*+\|?[ \t]*:?-+:?[ \t]*\|", re.MULTILINE)),
)
_FORMULA = re.compile(r"\\\(|\\\[|\$\$|\\begin\{|(?<![\\$\w])\$[^\s$][^$\n]*[^\s$\\]\$(?!\w)")
_MARKED_FORMULA = re.compile(r"\\\((?:(?!\\\().)+?\\\)|\$\$.+?\$\$|\\begin\{", re.DOTALL)
_TASK = re.compile(r"^[ \t]*[-*+] \[[ xX]\] ", re.MULTILINE)
_EMOJI = re.compile(r"(?<![\w:]):[a-z0-9_+-]+:(?!:)")
_MERMAID = re.compile(r"^[ >]*(?:```+|~~~+)\s*mermaid", re.MULTILINE)
_MATHJAX = """window.MathJax = {
  tex: {
    inlineMath: [["\\\\(", "\\\\)"]],
    displayMath: [["\\\\[", "\\\\]"]],
    processEscapes: true,
    processEnvironments: true
  },
  options: {
    ignoreHtmlClass: ".*|",
    processHtmlClass: "arithmatex"
  }
};
"""
_MKDOCS_LOCALES = frozenset({
    "de", "es", "fa", "fr", "id", "it", "ja", "nb", "nl", "nn", "pl", "pt_BR", "ru", "tr", "uk",
    "zh_CN", "zh_TW",
})  # fmt: skip
"""Locales of MkDocs' own themes; any other makes a strict build fail."""
_MATERIAL_LANGUAGES = frozenset({
    "ar", "be", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi",
    "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nb", "nl", "nn", "pl", "pt", "ro", "ru", "sk",
    "sl", "sq", "sr", "sv", "th", "tr", "uk", "ur", "uz", "vi", "zh",
})  # fmt: skip
_MATHJAX_URL = "https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js"


def write(
    blog: OldBlog,
    bodies: list[str],
    files: Mapping[str, object],
    *,
    theme: str,
    has_configuration: bool,
    has_dead: bool,
) -> tuple[dict[str, str], str]:
    """Return the configuration's files, and what is left to do by hand.

    Args:
        blog: The old blog.
        bodies: The converted posts and pages, which say what extensions are needed.
        files: All files of the new site so far.
        theme: Name of the theme.
        has_configuration: Whether the site has an mkdocs.yml that must stay.
        has_dead: Whether some link leads nowhere, which would fail a strict build.
    """
    text = "\n".join(bodies)
    formulas = bool((_FORMULA if blog.dollars else _MARKED_FORMULA).search(text))
    blogs = [_options(options, files) for options in (blog.options, *blog.others.values())]
    parts: dict[str, Any] = {"plugins": ["search", *({"blog-plugin": found} for found in blogs)]}
    parts["markdown_extensions"] = _extensions(blog, text, formulas=formulas)
    written: dict[str, str] = {}
    if formulas:
        parts["extra_javascript"] = ["javascripts/mathjax.js", _MATHJAX_URL]
        written["docs/javascripts/mathjax.js"] = _MATHJAX
    if has_dead:
        parts["validation"] = {"links": {"not_found": "info"}}
    if has_configuration:
        written["mkdocs.blog.yml"] = _yaml(parts)
        return written, (
            "mkdocs.yml is unchanged. Copy what it lacks from mkdocs.blog.yml: the entry "
            "'blog-plugin' under 'plugins', and the entries under 'markdown_extensions'."
        )
    written |= _home(blog, files)
    written["mkdocs.yml"] = _HEAD + _yaml({**_site(blog, theme), **parts, "nav": _nav(blog)})
    return written, ""


def _site(blog: OldBlog, theme: str) -> dict[str, Any]:
    site = blog.site
    values = {
        "site_name": site.name,
        "site_url": f"{site.url}{site.base}/" if site.url else "",
        "site_description": site.description,
        "site_author": site.author,
    }
    features = (
        {"features": ["navigation.indexes", "content.code.copy"]} if theme == "material" else {}
    )
    look: dict[str, Any] = {"name": theme, **features}
    language, _, territory = site.language.replace("_", "-").partition("-")
    if theme == "material" and language in _MATERIAL_LANGUAGES:
        look["language"] = language
    for locale in (f"{language}_{territory.upper()}", language):
        if theme != "material" and locale in _MKDOCS_LOCALES:
            look.setdefault("locale", locale)
    return {**{key: value for key, value in values.items() if value}, "theme": look}


def _options(own: Mapping[str, Any], files: Mapping[str, object]) -> dict[str, Any]:
    """Return the options of one of the blogs, all of which share the authors and the terms file."""
    options = dict(own)
    for key, name in (("authors_file", ".authors.yml"), ("terms_file", ".terms.yml")):
        if f"docs/blog/{name}" in files and options.get("blog_dir", "blog") != "blog":
            options[key] = f"blog/{name}"
    return options


def _extensions(blog: OldBlog, text: str, *, formulas: bool) -> list[Any]:
    """Return the Markdown extensions that the posts need."""
    found: list[Any] = [name for name, sign in _SIGNS if sign.search(text)]
    if blog.hard_wraps:
        found.append("nl2br")
    found.append("sane_lists")
    if blog.smart:
        found.append("smarty")
    found.append({"toc": {"slugify": "!python"}})
    if formulas:
        inline = {} if blog.dollars else {"inline_syntax": ["round"]}
        found.append({"pymdownx.arithmatex": {"generic": True, **inline}})
    found.append("pymdownx.betterem")
    if blog.emoji and _EMOJI.search(text):
        found.append("pymdownx.emoji")
    found.append("pymdownx.highlight")
    if blog.links:
        found.append("pymdownx.magiclink")
    found.append("pymdownx.superfences")
    if _MERMAID.search(text):
        drawn = {"name": "mermaid", "class": "mermaid", "format": "!python"}
        found[-1] = {"pymdownx.superfences": {"custom_fences": [drawn]}}
    if _TASK.search(text):
        found.append("pymdownx.tasklist")
    if "~~" in text:
        found.append({"pymdownx.tilde": {"subscript": False}})
    return found


def _yaml(parts: Mapping[str, Any]) -> str:
    """Return the configuration as YAML, with the Python objects that extensions need."""
    text = write_yaml(dict(parts))
    text = text.replace(
        "slugify: '!python'",
        "slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}",
    )
    text = text.replace(
        "format: '!python'", "format: !!python/name:pymdownx.superfences.fence_code_format"
    )
    return text.replace(
        "- pymdownx.emoji\n",
        "- pymdownx.emoji:\n    emoji_index: !!python/name:pymdownx.emoji.gemoji\n"
        "    emoji_generator: !!python/name:pymdownx.emoji.to_alt\n",
    )


def _folder_of(blog: OldBlog) -> str:
    """Return the folder of the new blog without slashes at its ends; empty for the site's root."""
    folder = str(blog.options.get("blog_dir", "blog")).strip("/")
    return "" if folder == "." else folder


def _home(blog: OldBlog, files: Mapping[str, object]) -> dict[str, str]:
    """Return the home page of the site, unless the blog is at its root."""
    folder = _folder_of(blog)
    if not folder or "docs/index.md" in files or "docs/index.html" in files:
        return {}
    lines = [
        f"# {blog.site.name}",
        "",
        blog.site.description,
        "",
        "<!-- blog:posts limit=5 -->",
        "",
    ]
    return {"docs/index.md": "\n".join(lines) + f"\n[All posts]({folder}/)\n"}


def _nav(blog: OldBlog) -> list[Any]:
    folder = _folder_of(blog)
    index = f"{folder}/index.md" if folder else "index.md"
    blog_entry = {"Blog": [index]}
    introductions = {f"{view.strip('/')}/index.md".lstrip("/") for view in blog.views}
    pages = [page for page in blog.pages if page.name not in introductions | {index}]
    home = [{"Home": "index.md"}] if folder else []
    return [*home, blog_entry, *_entries(pages, "", folder)]


def _entries(pages: Sequence[OldPost], place: str, blog_dir: str) -> list[Any]:
    """Return the entries of the nav for the pages below a folder; each folder is a section.

    Args:
        pages: All of them below the folder.
        place: The folder, with a slash at its end; empty for the docs folder.
        blog_dir: The blog's folder: what lies in there are introductions of its views.
    """
    entries: list[Any] = []
    sections: dict[str, list[OldPost]] = {}
    for page in pages:
        first, slash, _ = page.name.removeprefix(place).partition("/")
        if slash:
            sections.setdefault(f"{place}{first}/", []).append(page)
        else:
            entries.append({str(page.meta.get("title") or page.name): page.name})
    for name, inside in sections.items():
        if name.strip("/") in (blog_dir, "_drafts"):
            continue
        index = next((page for page in inside if page.name == f"{name}index.md"), None)
        title = index.meta.get("title") if index else ""
        others = _entries([page for page in inside if page is not index], name, blog_dir)
        own = [index.name] if index else []
        label = str(title or name.rstrip("/").rpartition("/")[2].replace("-", " ").capitalize())
        entries.append({label: own + others})
    return entries
