# Each target does all of its own set-up: Python 3.11, make and the network are enough.

PYTHON ?= python3
VENV := .venv
LOWEST := .venv-lowest
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
# Debian keeps parts of Python, and Chromium, in packages of their own.
APT := test "$$(id -u)" = 0 && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export DISABLE_MKDOCS_2_WARNING := true
export NO_MKDOCS_2_WARNING := 1

.PHONY: help test test-lowest unit check serve bench bench-check imports gallery themes format hooks clean
.DEFAULT_GOAL := test

## help: this list
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## test: everything that has to hold before a change lands
test: check chromium
	$(BIN)/pytest --numprocesses auto --dist loadgroup

## unit: the tests that build no site, in under a minute
unit: $(INSTALLED)
	$(BIN)/pytest --numprocesses auto tests/unit

## test-lowest: the same on the oldest versions that pyproject.toml allows, without browser and types
test-lowest: $(LOWEST)/.installed
	$(LOWEST)/bin/pytest --numprocesses auto --dist loadgroup tests/unit tests/integration

## check: style, types and workflows
check: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml

## serve: the documentation with its own blog, live at http://127.0.0.1:8000/
serve: $(INSTALLED)
	$(BIN)/mkdocs serve

## zensical: the documentation, exported for Zensical, built strictly and served at http://localhost:8000/
zensical: $(INSTALLED)
	$(BIN)/mkdocs-blog export .zensical --for zensical --strict
	cd .zensical && ../$(BIN)/zensical build --strict && ../$(BIN)/zensical serve

## bench: what the blog costs, beside the same posts as plain pages
bench: $(INSTALLED)
	$(BIN)/python -m bench

## bench-check: the instructions of small builds, compared with those in bench/instructions.json
bench-check: $(INSTALLED)
	command -v valgrind >/dev/null || { $(APT) valgrind; } || { echo "Valgrind counts the instructions: install it as root."; exit 1; }
	$(BIN)/python -m bench.check

## gallery: the pictures in the documentation, taken anew
gallery: $(INSTALLED) chromium
	$(BIN)/python -m pip install --quiet --group gallery
	PYTHONPATH=tests $(BIN)/python tests/browser/gallery.py
	$(BIN)/python tests/browser/card_sheet.py

## themes: the blog on each theme that the documentation names: nothing too wide, nothing that axe finds
themes: $(INSTALLED) chromium
	$(BIN)/python -m pip install --quiet --group themes
	$(BIN)/python -m pip install --quiet --upgrade --target $(VENV)/materialx 'mkdocs-materialx>=10.2'
	$(BIN)/pytest --numprocesses auto --dist loadscope tests/browser/themes.py

## imports: draws the pictures of what imports what in the documentation anew
imports: $(INSTALLED)
	$(BIN)/python tests/support/import_graph.py

## format: bring the code into the style that `check` asks for
format: $(INSTALLED)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

## hooks: run the quick checks before each commit
hooks: $(INSTALLED)
	$(BIN)/pre-commit install

## clean: forget everything that was made
clean:
	rm -rf $(VENV) $(LOWEST) site .zensical dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(INSTALLED): pyproject.toml
	test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV) || { $(APT) python3-venv && $(PYTHON) -m venv --clear $(VENV); }
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

$(LOWEST)/.installed: pyproject.toml
	$(PYTHON) -m venv --clear $(LOWEST)
	$(LOWEST)/bin/python -m pip install --quiet uv
	$(LOWEST)/bin/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct --editable . --group test
	touch $@

.PHONY: chromium
chromium:
	command -v chromium >/dev/null || { $(APT) chromium; } || { echo "Browser tests need Chromium: install it as root."; exit 1; }
