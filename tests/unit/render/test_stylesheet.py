from __future__ import annotations

import re
from importlib import resources

PACKAGE = resources.files("mkdocs_blog_plugin")
CSS = (PACKAGE / "assets" / "blog.css").read_text(encoding="utf-8")
TEMPLATES = "".join(
    template.read_text(encoding="utf-8") for template in (PACKAGE / "templates" / "blog").iterdir()
)
RULES = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)


def test_the_stylesheet_is_small() -> None:
    assert len(CSS.encode()) < 12_000


def test_the_stylesheet_forces_nothing_on_a_theme_but_says_which() -> None:
    """Only some themes force things on everything: such a rule stands below a comment on one."""
    sections = re.split(r"(?=/\*)", CSS)
    forcing = [section for section in sections if "!important" in section]
    assert all(re.match(r"/\* (dracula|simple-blog): ", section) for section in forcing)


def test_the_stylesheet_has_no_colour_of_its_own() -> None:
    assert not re.search(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", RULES, re.IGNORECASE)


def test_lengths_follow_the_type_of_the_theme() -> None:
    assert not re.search(r"\d(px|pt|vw|vh)\b", RULES)


def test_sides_follow_the_direction_of_the_text() -> None:
    assert not re.search(r"\b(left|right)\b", RULES)


def test_the_stylesheet_has_no_animations() -> None:
    assert not re.search(r"\b(transition|animation)\b", RULES)


def test_every_class_of_the_stylesheet_is_one_that_the_templates_print() -> None:
    styled = set(re.findall(r"\.(blog-[a-z-]+[a-z])", RULES))
    printed = set(re.findall(r"blog-[a-z-]+[a-z]", TEMPLATES))
    assert styled
    assert styled <= printed


def test_every_rule_is_about_our_own_markup() -> None:
    selectors = re.findall(r"([^{};]+)\{", RULES)
    styles = [found.strip() for found in selectors if not found.strip().startswith("@")]
    assert styles
    assert all("blog-" in style for style in styles)
