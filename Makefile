PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
PARALLEL := -n auto
QUICK := -m "not slow"
NODE := requirements/node
unexport PYTHONDONTWRITEBYTECODE # the tests start Python often: what is compiled once is kept

.PHONY: demo test quick check node page mutants bench messages templates lock oldest newest release clean

demo: $(VENV)/installed
	@rm -rf demo
	@SECAUDIT_LANGUAGE=da $(BIN)/secaudit demo demo

test: check
	$(BIN)/python -m pytest $(PARALLEL)

quick: $(VENV)/developer
	$(BIN)/python -m pytest $(PARALLEL) $(QUICK)

check: $(VENV)/developer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# What tries the schema beside forms and checks the page; npm takes the versions from the lock.
node:
	npm ci --silent --prefix $(NODE)

# The scripts and the styles of the pages: formatted, then checked.
page:
	$(NODE)/node_modules/.bin/biome check --write --error-on-warnings --config-path=$(NODE) secaudit/form secaudit/page secaudit/survey
	$(NODE)/node_modules/.bin/tsc -p $(NODE)

mutants: $(VENV)/developer
	$(BIN)/python -m benchmarks.mutants

bench: $(VENV)/developer
	$(BIN)/python -m benchmarks

# The lowest and the newest versions that pyproject.toml allows: `make oldest TESTS='-m "not slow"'` runs a part.
oldest newest: $(VENV)/developer
	$(BIN)/uv venv --quiet --clear --seed --python $(BIN)/python $(VENV)/$@
	$(BIN)/uv pip install --quiet --python $(VENV)/$@ --resolution $(if $(filter oldest,$@),lowest-direct,highest) --editable . --group test
	$(VENV)/$@/bin/python -m pytest $(PARALLEL) $(TESTS)

lock: $(VENV)/developer
	$(COMPILE) pyproject.toml -o requirements/users.txt
	$(COMPILE) --group build -c requirements/users.txt -o requirements/build.txt
	$(COMPILE) pyproject.toml --group dev -c requirements/users.txt -c requirements/build.txt -o requirements/developers.txt
	$(COMPILE) --group release -c requirements/users.txt -c requirements/developers.txt -o requirements/release.txt

release: $(VENV)/developer requirements/release.txt
	$(INSTALL) --require-hashes -r requirements/release.txt
	$(BIN)/python -m tools.release

messages: $(VENV)/developer
	$(BIN)/pybabel extract --no-location --sort-output -k _ -k later -k counted:1,2 -o $(VENV)/messages.pot secaudit
	$(BIN)/pybabel update --no-fuzzy-matching --ignore-obsolete --width 96 -D secaudit -d secaudit/locale -l da -i $(VENV)/messages.pot
	$(BIN)/pybabel compile -D secaudit -d secaudit/locale

templates: $(VENV)/developer
	$(BIN)/python -m tools.templates

clean:
	rm -rf .venv* $(NODE)/node_modules demo dist build .mypy_cache .pytest_cache .ruff_cache

$(VENV)/installed: pyproject.toml requirements/users.txt requirements/build.txt
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes -r requirements/build.txt -r requirements/users.txt
	$(INSTALL) --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(VENV)/developer: $(VENV)/installed requirements/developers.txt
	$(INSTALL) --require-hashes -r requirements/developers.txt
	@touch $@
