"""The package keeps its one idea: text -> posts -> catalog -> views -> fragments -> the site.

Nothing runs back, and everything before `site` is pure: no MkDocs, no files, no clock, no state.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.import_graph import arrows, circles, floors, imported, modules

import mkdocs_blog_plugin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = "mkdocs_blog_plugin"
FOLDER = Path(mkdocs_blog_plugin.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))

TIERS = (
    ("own_code", "problems", "settings", "text", "urls"),
    ("posts",),
    ("catalog",),
    ("views",),
    ("html", "convert"),
    ("render", "feeds", "cards"),
    ("export",),
    ("site", "config"),
    ("plugin", "cli", "__init__"),
)
"""Layers from the purest to the rim; a layer imports its own tier and those before it."""

RANK = {layer: rank for rank, tier in enumerate(TIERS) for layer in tier}
IMPURE_FROM = RANK["site"]
EDGES = {FOLDER / "convert/disk.py"}
"""Modules of pure layers that read and write files for the others."""
IMPURE_MODULES = {
    "glob", "http", "logging", "mkdocs", "os", "properdocs", "random", "shutil", "socket",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib.request",
}  # fmt: skip
IMPURE_NAMES = {"pathlib.Path"}
PURE_NAMES = {"sys.intern"}
IMPURE_CALLS = {"open", "input", "print", "now", "today", "utcnow", "read_text", "write_text"}
MUTABLE_CALLS = {
    "Counter", "Environment", "OrderedDict", "bytearray", "defaultdict", "deque", "dict", "iter",
    "list", "set",
}  # fmt: skip
MUTABLE_DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
READ_ONLY = {"Final", "Mapping", "Sequence", "Collection", "ClassVar"}


def layer_of(module: Path) -> str:
    """Return the first part of the path inside the package: `posts`, `problems`."""
    return module.relative_to(FOLDER).parts[0].removesuffix(".py")


def faults(source: str, layer: str) -> list[str]:
    """Return what breaks the rules in a module of `layer`, each with its line."""
    tree = ast.parse(source)
    found = [*_wrong_imports(tree, layer), *_undocumented(tree), *_late_attributes(tree)]
    if RANK[layer] < IMPURE_FROM:
        found += [*_impure_imports(tree), *_impure_calls(tree, layer), *_module_state(tree)]
    return found


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of everything imported, those for type checkers included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def _wrong_imports(tree: ast.Module, layer: str) -> Iterator[str]:
    for line, name in _imports(tree):
        if name.startswith("."):
            yield f"{line}: relative import {name}"
        elif name.startswith(f"{PACKAGE}."):
            other = name.split(".")[1]
            if RANK.get(other, 0) > RANK[layer]:
                yield f"{line}: {layer} imports {other}"


def _impure_imports(tree: ast.Module) -> Iterator[str]:
    for line, name in _imports(tree):
        roots = {name, name.split(".")[0], name.rpartition(".")[0]}
        if name not in PURE_NAMES and (roots & IMPURE_MODULES or name in IMPURE_NAMES):
            yield f"{line}: imports {name}"


def _name(node: ast.expr) -> str:
    """Return the last part of a dotted name, subscripts left out."""
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _impure_calls(tree: ast.Module, layer: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or _name(node.func) not in IMPURE_CALLS:
            continue
        # Templates and catalogs are parts of the package, read through `importlib.resources`;
        # Pillow opens pictures that are in memory.
        is_resource = layer in ("render", "cards") and isinstance(node.func, ast.Attribute)
        if not (is_resource and _name(node.func) == "open"):
            yield f"{node.lineno}: calls {_name(node.func)}()"


def _module_state(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield f"{node.lineno}: global {', '.join(node.names)}"
    for node in tree.body:
        if isinstance(node, ast.Assign):
            read_only = _name(node.targets[0]) == "__all__"
        elif isinstance(node, ast.AnnAssign):
            read_only = _name(node.annotation) in READ_ONLY
        else:
            continue
        if node.value and not read_only and _is_mutable(node.value):
            yield f"{node.lineno}: state at module level"


def _is_mutable(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return _name(value.func) in MUTABLE_CALLS
    return isinstance(value, MUTABLE_DISPLAYS)


def _undocumented(tree: ast.Module) -> Iterator[str]:
    if not ast.get_docstring(tree):
        yield "1: module without docstring"
    scopes: list[ast.Module | ast.ClassDef] = [tree]
    while scopes:
        for node in scopes.pop().body:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
                continue
            if not ast.get_docstring(node) and not _is_setter(node):
                yield f"{node.lineno}: {node.name} without docstring"
            if isinstance(node, ast.ClassDef):
                scopes.append(node)


def _late_attributes(tree: ast.Module) -> Iterator[str]:
    """Yield the attributes that an object gets in a method, and not when it is made."""
    for owner in ast.walk(tree):
        if not isinstance(owner, ast.ClassDef):
            continue
        known = {_name(target) for node in owner.body for target in _targets(node)}
        for method in owner.body:
            if not isinstance(method, ast.FunctionDef):
                continue
            found = [
                target
                for node in ast.walk(method)
                for target in _targets(node)
                if isinstance(target, ast.Attribute) and _name(target.value) == "self"
            ]
            if method.name == "__init__":
                known |= {target.attr for target in found}
            else:
                for target in found:
                    if target.attr not in known:
                        yield f"{target.lineno}: {target.attr} is born in {method.name}"


def _targets(node: ast.AST) -> list[ast.expr]:
    """Return what `node` assigns to, or defines as a property that may be assigned to."""
    if isinstance(node, ast.FunctionDef) and _is_setter(node):
        return [ast.Name(node.name)]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    flat = [inner for target in targets for inner in getattr(target, "elts", [target])]
    return [target for target in flat if isinstance(target, ast.Name | ast.Attribute)]


def _is_setter(node: ast.ClassDef | ast.FunctionDef) -> bool:
    return any(_name(decorator) == "setter" for decorator in node.decorator_list)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_module_keeps_to_its_layer(module: Path) -> None:
    layer = "cli" if module in EDGES else layer_of(module)
    assert faults(module.read_text(encoding="utf-8"), layer) == []


def test_every_layer_has_its_place() -> None:
    assert {layer_of(module) for module in MODULES} <= set(RANK)


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        ("posts", "from mkdocs_blog_plugin.catalog.term import Term"),
        ("catalog", "import mkdocs_blog_plugin.views"),
        ("html", "from mkdocs_blog_plugin import render"),
        ("feeds", "from mkdocs_blog_plugin.site.files.documents import read"),
        ("site", "from mkdocs_blog_plugin.plugin import BlogPlugin"),
        (
            "urls",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import mkdocs.structure",
        ),
        ("site", "from . import documents"),
        ("posts", "import os.path"),
        ("posts", "from pathlib import Path"),
        ("posts", "import urllib.request"),
        ("catalog", "import time"),
        ("views", "def f():\n    '''D.'''\n    return datetime.now(UTC)"),
        ("render", "def f():\n    '''D.'''\n    return open('x')"),
        ("urls", "CACHE = {}"),
        ("urls", "CACHE: dict[str, str] = {}"),
        ("html", "SEEN = set()"),
        ("html", "SEEN = collections.defaultdict(list)"),
        ("html", "def _f():\n    global SEEN"),
        ("plugin", "class Public:\n    '''D.'''\n    def method(self): ..."),
        ("cli", "def public(): ..."),
        ("site", "class _C:\n    def method(self): self.late = 1"),
        ("site", "class _C:\n    def method(self): self.late, self.later[0] = 1, 2"),
    ],
)
def test_the_checker_finds_what_breaks_the_rules(layer: str, line: str) -> None:
    assert len(faults(f'"""D."""\n{line}\n', layer)) == 1


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        ("catalog", "from mkdocs_blog_plugin.posts.post import Post"),
        ("posts", "from mkdocs_blog_plugin.urls import slug"),
        ("site", "from mkdocs.structure.files import File"),
        ("plugin", "from mkdocs_blog_plugin import config"),
        ("posts", "from pathlib import PurePosixPath"),
        ("posts", "from urllib.parse import urljoin"),
        ("urls", "TOKENS: Final = {'a': 1}"),
        ("urls", "TOKENS: Mapping[str, str] = {'a': 'b'}"),
        ("urls", "NAMES = ('a', 'b')"),
        ("urls", "NAMES = frozenset({'a'})"),
        ("posts", "def _private(): ..."),
        ("render", "def _f():\n    return resources.files('x').joinpath('y').open('rb')"),
        ("site", "class _C:\n    known: int\n    def method(self): self.known = 1"),
        ("site", "class _C:\n    def __init__(self): self.a = 1\n    def method(self): self.a = 2"),
    ],
)
def test_the_checker_lets_good_code_pass(layer: str, line: str) -> None:
    assert faults(f'"""D."""\n{line}\n', layer) == []


SITE = (
    {"files", "links", "cache", "reporting"},
    {"own_functions"},
    {"integrations", "conversion"},
    {"setup", "pages"},
    {"reading", "theme"},
    {"plan"},
    {"output"},
    {"addresses"},
    {"planning", "dirty"},
    {"build"},
)
"""Rooms of `site` from the ground up; each imports from floors below its own only."""


def test_rooms_of_the_site_import_in_one_direction() -> None:
    floor = {room: number for number, rooms in enumerate(SITE) for room in rooms}
    found = arrows("site")
    assert floor.keys() <= found.keys()
    for room, number in floor.items():
        assert all(floor[other] < number for other in found[room]), room


def test_only_the_build_knows_of_dirty_builds() -> None:
    found = {name for name, others in modules().items() if any(".site.dirty." in x for x in others)}
    outside = {name for name in found if ".site.dirty." not in name}
    assert outside == {f"{PACKAGE}.site.build", f"{PACKAGE}.plugin"}


def test_a_cache_is_handed_in_and_known_by_what_it_answers() -> None:
    cache = f"{PACKAGE}.site.cache."
    known = {f"{cache}cache", f"{cache}fingerprint"}
    outside = {name: others for name, others in modules().items() if not name.startswith(cache)}
    makers = {
        name
        for name, others in outside.items()
        if any(other.startswith(cache) and other not in known for other in others)
    }
    in_site = {"site.setup", "site.build", "site.dirty.dirty_build"}
    pictures = {"site.output.cards", "site.output.covers"}
    assert makers == {f"{PACKAGE}.{name}" for name in (*in_site, *pictures, "plugin")}


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles(modules()) == []


def test_circles_are_found() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a", "e"}, "e": set()}
    assert circles(graph) == [{"b", "c"}]


def test_no_rooms_import_each_other_in_a_circle() -> None:
    with pytest.raises(ValueError, match="a circle of a, b"):
        floors({"a": {"b"}, "b": {"a"}, "c": set()})


TESTS = Path(__file__).parent
PURE = [module for module in MODULES if RANK[layer_of(module)] < IMPURE_FROM]
TESTED_IN = {
    "cards/card": "unit/cards/test_drawing.py",
    "catalog/addresses": "unit/views/test_plan.py",
    "catalog/sorting": "unit/catalog/test_catalog.py",
    "catalog/term": "unit/catalog/test_terms.py",
    "convert/conversion": "integration/test_convert.py",
    "convert/disk": "integration/test_convert.py",
    "convert/mapping": "unit/convert/test_hugo.py",
    "convert/report": "integration/test_convert.py",
    "feeds/make_feed": "unit/feeds/test_feed.py",
    "posts/document": "unit/posts/test_reader.py",
    "posts/networks": "unit/posts/test_authors.py",
    "posts/profile": "unit/posts/test_authors.py",
    "posts/schema": "unit/test_schemas.py",
    "posts/values": "unit/posts/test_fields.py",
    "posts/yaml_text": "unit/posts/test_front_matter.py",
    "render/blog_object": "integration/test_templates.py",
    "render/environment": "unit/render/test_markup.py",
    "render/head": "unit/render/test_metadata.py",
    "render/outline": "integration/test_toc.py",
    "render/post_facts": "unit/render/test_post.py",
    "render/renderer": "unit/render/test_views.py",
    "settings": "unit/config/test_options.py",
    "urls/tokens": "unit/urls/test_permalink.py",
}
"""Modules that are tested with another one, or by whole sites, and where."""
TESTS_OF = {
    "render/test_listings.py": "templates/blog/listing.html",
    "render/test_markup.py": "templates/blog",
    "render/test_post.py": "templates/blog/post.html",
    "render/test_stylesheet.py": "assets/blog.css",
    "render/test_summary.py": "templates/blog/summary.html",
    "render/test_views.py": "templates/blog/view.html",
}
"""Tests that are not named after a module, and the files of the package that they are about."""


def name_of(module: Path) -> str:
    """Return the path of a module in the package, without its suffix."""
    return module.relative_to(FOLDER).with_suffix("").as_posix()


def named_after(module: Path) -> Path:
    return TESTS / "unit" / module.relative_to(FOLDER).with_name(f"test_{module.name}")


def needs_tests_of_its_own(module: Path, imports: Mapping[Path, set[str]]) -> bool:
    """Return whether other rooms use a module that does more than hold data.

    Args:
        module: The path of the module.
        imports: What each module of the package imports.
    """
    dotted = f"{PACKAGE}.{name_of(module).replace('/', '.')}"
    users = {
        layer_of(other)
        for other, names in imports.items()
        if any(f"{name}.".startswith(f"{dotted}.") for name in names)
    }
    methods = [
        node
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and not any(_name(decorator) == "property" for decorator in node.decorator_list)
    ]
    return bool(methods) and users != {layer_of(module)} and module.name != "__init__.py"


def test_each_pure_module_that_others_use_has_its_tests() -> None:
    imports = {module: imported(module) for module in MODULES}
    without = {
        name_of(module)
        for module in PURE
        if needs_tests_of_its_own(module, imports) and not named_after(module).exists()
    }
    assert without - TESTED_IN.keys() == set(), "write tests/unit/<room>/test_<module>.py"
    assert TESTED_IN.keys() - without == set(), "take these out of TESTED_IN"
    assert [path for path in TESTED_IN.values() if not (TESTS / path).exists()] == []


def test_each_file_of_unit_tests_is_named_after_what_it_tests() -> None:
    rooms = {layer_of(module) for module in PURE if module.parent != FOLDER}
    names = {named_after(module) for module in PURE}
    folders = {module.parent for module in PURE} - {FOLDER}
    names |= {named_after(folder.with_suffix(".py")) for folder in folders}
    unnamed = {
        path.relative_to(TESTS / "unit").as_posix()
        for room in rooms
        for path in (TESTS / "unit" / room).rglob("test_*.py")
        if path not in names
    }
    assert unnamed - TESTS_OF.keys() == set(), "name these after their module"
    assert TESTS_OF.keys() - unnamed == set(), "take these out of TESTS_OF"
    assert [path for path in TESTS_OF.values() if not (FOLDER / path).exists()] == []
