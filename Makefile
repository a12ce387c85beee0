# Everything a checkout can do. Only git, make and Python 3.11 or newer with venv are presumed.

SHELL := /bin/sh
VENV ?= .venv
JOBS ?= auto
SERVE ?= 1
PORT ?= 8765
BROWSER ?= 1
BENCH ?=
SCORE ?=
MODELS ?=
CRAWL ?=
FUZZ ?=
COMPILED ?=
COMPILED_VENV ?= .venv-compiled
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
BESIDE := $(BIN)/python benchmarks/beside.py $(BIN)/python $(COMPILED_VENV)/bin/python \
  --kinds plain compiled
SOURCES := $(shell find src -type f ! -name '*.pyc')
PYTHONS := python3 python3.13 python3.12 python3.11 python3.14 python

.PHONY: setup demo test test-browser lint bench score pages tables models models-check models-neural docs
.PHONY: compiled compiled-check clean

setup: $(VENV)/.dev-installed

$(BIN)/python:
	@for python in $(PYTHON) $(PYTHONS); do \
	  if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
	      >/dev/null 2>&1; then \
	    $$python -m venv $(VENV) && exit 0; \
	    rm -f $(BIN)/python; exit 1; \
	  fi; \
	done; \
	echo 'Musnad needs Python 3.11 or newer with venv, and none was found. On Debian or Ubuntu:' >&2; \
	echo '  sudo apt install git make python3 python3-venv' >&2; \
	echo 'or name one: make $(MAKECMDGOALS) PYTHON=/path/to/python3' >&2; \
	exit 1

$(VENV)/.web-installed: pyproject.toml | $(BIN)/python
	@$(PIP) -e '.[web]'
	@touch $@

$(VENV)/.dev-installed: pyproject.toml | $(BIN)/python
	@$(PIP) -e '.[web,dev]'
	@touch $@ $(VENV)/.web-installed

# Reads the sample into .demo/workspace and serves it; SERVE=0 ends after the summary.
demo: $(VENV)/.web-installed
	@$(BIN)/python scripts/demo.py --serve $(SERVE) --port $(PORT) || [ $$? -eq 130 ]

# All tests; those with a browser only where chromium is installed (BROWSER=0 leaves them out).
test: setup
	@$(BIN)/pytest -n $(JOBS) -m 'not browser'
	@if [ '$(BROWSER)' = 0 ] || ! command -v chromium >/dev/null 2>&1; then \
	  echo 'The browser tests were left out: run `make test-browser`, it installs chromium.'; \
	else \
	  $(BIN)/pytest -m browser tests/browser; \
	fi

test-browser: setup
	@sh tests/browser/install_chromium.sh >/dev/null
	@$(BIN)/pytest -m browser tests/browser

lint: setup
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { $(BIN)/ruff format --check .; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache >$(VENV)/lint-imports.log || { cat $(VENV)/lint-imports.log; exit 1; }
	@$(BIN)/python docs/generate.py --check
	@$(BIN)/python scripts/build_verb_forms.py --check

# Reading speed and memory; BENCH='--articles 500 --profile' for other measures. COMPILED=1
# measures compiled code as well, alone and in turns with plain Python.
bench: setup $(if $(COMPILED),compiled)
	@$(BIN)/python benchmarks/speed.py $(BENCH)
	@$(BIN)/python benchmarks/footprint.py
ifneq ($(COMPILED),)
	@$(COMPILED_VENV)/bin/python benchmarks/speed.py $(BENCH)
	@$(COMPILED_VENV)/bin/python benchmarks/footprint.py
	@$(BESIDE) --articles 2000
endif

# The wheel with compiled code, in dist/ and in an environment of its own (docs/compiled.md).
compiled: $(COMPILED_VENV)/.installed

# Compiled code reads the sample and, where the corpora are, 300 articles as plain Python does.
compiled-check: setup compiled
	@$(BESIDE) --articles 300

$(COMPILED_VENV)/.installed: hatch_build.py pyproject.toml $(SOURCES) | $(BIN)/python
	@rm -rf dist/musnad-*.whl $(COMPILED_VENV)
	@MUSNAD_COMPILE=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check \
	  --no-deps --wheel-dir dist .
	@$(BIN)/python -m venv $(COMPILED_VENV)
	@$(COMPILED_VENV)/bin/python -m pip install --quiet --disable-pip-version-check \
	  dist/musnad-*.whl 'simplemma>=1.1'
	@touch $@

# Quality against annotated articles; SCORE=--raise lifts the floors to what was reached.
score: setup
	@$(BIN)/python benchmarks/score.py $(SCORE)
	@$(BIN)/python benchmarks/language_score.py $(SCORE)
	@$(BIN)/python benchmarks/statement_score.py $(SCORE)
	@$(BIN)/python benchmarks/page_score.py --ours $(SCORE)

# Pages taken apart, beside other tools in the same run; writes docs/pages.md. COMPILED=1 measures
# compiled code.
pages: setup $(if $(COMPILED),compiled)
ifeq ($(COMPILED),)
	@$(PIP) --upgrade pip
	@$(PIP) -e '.[bench]'
	@$(BIN)/python benchmarks/page_score.py --write
else
	@$(COMPILED_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@$(COMPILED_VENV)/bin/python -m pip install --quiet "$$(ls dist/musnad-*.whl)[bench]"
	@$(COMPILED_VENV)/bin/python benchmarks/page_score.py --write
endif

# A WARC of 1 GB added, killed three times and resumed; CRAWL='--megabytes 50' for a smaller one.
crawl: setup
	@$(BIN)/python benchmarks/crawl.py $(CRAWL)

# Faulty pages, feeds, tables and archives for ten minutes; FUZZ='--minutes 1 --seed 7' for less.
fuzz: setup
	@$(BIN)/python benchmarks/fuzz.py $(FUZZ)

# The table of verb forms, after a change of verbs.toml.
tables: setup
	@$(BIN)/python scripts/build_verb_forms.py

# What was learnt from the corpora beside the checkout, made again bit for bit (training/README.md).
models: setup
	@PYTHONPATH=benchmarks:scripts $(BIN)/python training/rebuild.py $(MODELS)

# The same, and status 1 when a file came out otherwise than it is committed.
models-check: models
	@git diff --exit-code --stat src/musnad/trained

# The neural tagger of names, on one core (training/README.md); needs torch.
models-neural: setup
	@$(PIP) -e '.[train]'
	@PYTHONPATH=benchmarks:scripts $(BIN)/python training/rebuild.py names_neural.onnx

# The generated pages of docs/ and the output in README.md.
docs: setup
	@$(BIN)/python docs/generate.py

clean:
	rm -rf $(VENV) $(COMPILED_VENV) dist .demo .score .neural .fuzz .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks docs scripts -name __pycache__ -type d -exec rm -rf {} +
