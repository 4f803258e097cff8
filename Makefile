# graphbuild: `make demo` shows it at work, `make test` proves it. Both set up a virtual environment in .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/demo

.PHONY: help setup demo neo4j test test-neo4j lint bench clean

help:
	@echo "make demo       set up and run graphbuild on examples/ (first time 2-4 minutes: it downloads about 350 MB from PyPI; then seconds)"
	@echo "make test       set up and run the tests (some minutes)"
	@echo "make neo4j      a real Neo4j 5 with its Browser, without docker (needs Java 17 or newer; the first time Maven and 140 MB)"
	@echo "make test-neo4j the tests on a real Neo4j (needs Java 17 or newer; the first time Maven and 140 MB)"
	@echo "make lint       ruff and mypy"
	@echo "make bench      speed and memory of the pipeline beside a CNN, and of extraction beside the pipeline"

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "graphbuild needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@echo "Setting up $(VENV) with everything from PyPI (2-4 minutes, once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

demo: setup
	@echo "Reading examples/ and building the graph in $(OUT) (under a minute) ..."
	@$(BIN)/graphbuild run examples/ -o $(OUT)

test: setup
	@echo "Running the tests (about five minutes; those of a real Neo4j are left out: make test-neo4j) ..."
	@$(BIN)/python -m pytest -q -m "not neo4j"

neo4j: setup
	@$(BIN)/python tests/neo4j_server.py

test-neo4j: setup
	@$(BIN)/python tests/neo4j_server.py $(BIN)/python -m pytest -q -m neo4j tests

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: setup
	@$(BIN)/python benchmarks/parse.py
	@$(BIN)/python benchmarks/extract.py

clean:
	@rm -rf $(VENV) out build dist
