PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: demo test check bench messages clean

demo: .venv/installed
	@rm -rf demo
	@SECAUDIT_LANGUAGE=da $(BIN)/secaudit demo demo

test: check
	$(BIN)/python -m pytest

check: .venv/developer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: .venv/developer
	$(BIN)/python -m benchmarks

messages: .venv/developer
	$(BIN)/pybabel extract --no-location --sort-output -k _ -k later -k counted:1,2 -o .venv/messages.pot secaudit
	$(BIN)/pybabel update --no-fuzzy-matching --ignore-obsolete --width 96 -D secaudit -d secaudit/locale -l da -i .venv/messages.pot
	$(BIN)/pybabel compile -D secaudit -d secaudit/locale

clean:
	rm -rf .venv demo dist build .mypy_cache .pytest_cache .ruff_cache

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/developer: .venv/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
