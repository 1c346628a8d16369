# `make demo` and `make test` are all a newcomer needs: each sets up its own environment first.
# What they need: Python 3.11 or later, make and a network. What they make stays in .venv/ and out/.

PYTHON ?= python3
VENV ?= .venv
OUT ?= out
# Whatever depends on the day is done for this one, so that a demonstration never grows old.
TODAY ?= 2026-11-01

bin = $(VENV)/bin

.PHONY: help demo test test-tools test-vscode check coverage lint types docs wheel accept bench fuzz generated gallery clean

help:
	@echo "make demo      check an example and draw it"
	@echo "make test      run the tests"
	@echo "make test-tools run the continuous integration that users get, with pre-commit and others' schemas"
	@echo "make test-vscode build the extension and tell stories with it in a real VS Code"
	@echo "make check     everything that must hold before a change is merged"
	@echo "make accept    rewrite expected output and generated pages, to be read in the diff"
	@echo "make fuzz      let Hypothesis look for counter-examples much longer"
	@echo "make bench     measure speed and memory beside textX and D2"
	@echo "make gallery   draw the pictures of docs/explanation/gallery.md"
	@echo "make clean     remove what these commands made"

demo: $(VENV)/toc
	@mkdir -p $(OUT)
	$(bin)/toc check --today $(TODAY) examples/reussite-educative
	$(bin)/toc render --today $(TODAY) examples/reussite-educative -o $(OUT)/reussite-educative.svg
	$(bin)/toc render --today $(TODAY) examples/reussite-educative -o $(OUT)/reussite-educative.png
	@echo
	@echo "Checked and drawn. The pictures are:"
	@echo "  $(CURDIR)/$(OUT)/reussite-educative.svg"
	@echo "  $(CURDIR)/$(OUT)/reussite-educative.png"

test: generated
	$(bin)/python -m pytest -n auto

# What users' continuous integration runs, run here: slow, and it asks package indexes for what it installs.
test-tools: generated
	$(bin)/python -m pip install --quiet --group tools
	$(bin)/python -m pytest -m tools tests/tools tests/browser

# The extension in a real VS Code, looked at through Debian's Chromium: 1 GB, and minutes the first time.
test-vscode: generated
	OUT=$(OUT) VENV=$(VENV) editors/vscode/host/run

# The tests hold the documentation too: every toc block is parsed, every console block run.
check: lint types coverage wheel

# Each line that is watched takes its time: laws are tried on fewer examples than by `make test`.
coverage: generated
	@rm -rf $(OUT)/coverage && mkdir -p $(OUT)/coverage
	$(bin)/python -m pytest -n auto -q --hypothesis-profile=brief --cov --cov-report= --cov-fail-under=0
	$(bin)/python -m coverage report

lint: $(VENV)/tools
	$(bin)/ruff check
	$(bin)/ruff format --check

types: $(VENV)/tools
	$(bin)/mypy

docs: generated
	$(bin)/python -m pytest -q tests/test_docs.py

# Builds the distributions and uses the wheel where no checkout is near.
wheel: $(VENV)/tools
	VENV=$(VENV) OUT=$(OUT) TODAY=$(TODAY) .ci/wheel

accept: generated
	$(bin)/python -m pytest -n auto -q --accept
	@echo "Now read the difference: git diff"

fuzz: generated
	$(bin)/python -m pytest -n auto tests/test_laws.py --hypothesis-profile=fuzz

# Measures in an environment of its own, in which toc stands as its users install it.
bench: $(VENV)/tools
	$(bin)/python bench/run.py --environment $(VENV)-bench --output docs/explanation/performance.md
	$(bin)/python bench/stability.py --d2 $(VENV)-bench/bin/d2 --output docs/explanation/performance.md

# The sheet of formats needs pdftoppm, Chromium and LibreOffice; without them it stays as it is.
gallery: generated
	$(bin)/python tools/gallery.py

# The saved parser and the compiled translations, where their sources are newer.
generated: $(VENV)/tools
	@$(bin)/python hatch_build.py

$(VENV)/pip:
	@set -e; \
	enough='import sys, venv; sys.exit(sys.version_info < (3, 11))'; \
	if ! $(bin)/python -c "$$enough; import pip" 2>/dev/null; then \
	  found=; \
	  for python in "$(PYTHON)" python3 python3.14 python3.13 python3.12 python3.11 python; do \
	    if "$$python" -c "$$enough" 2>/dev/null; then found=$$python; break; fi; \
	  done; \
	  if [ -z "$$found" ]; then \
	    echo "toc needs Python 3.11 or later; say where it is: make PYTHON=/path/to/python3.11" >&2; exit 1; \
	  fi; \
	  echo "setting up $(VENV) with $$("$$found" --version)"; \
	  "$$found" -m venv --clear $(VENV); \
	fi
	$(bin)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/toc: $(VENV)/pip pyproject.toml hatch_build.py
	$(bin)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/tools: $(VENV)/toc
	$(bin)/python -m pip install --quiet --editable '.[all]' --group dev
	@touch $@

clean:
	rm -rf $(OUT) $(VENV) $(VENV)-bench build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f src/toc/syntax/_saved.py
	find src -name '*.mo' -delete
