# What a newcomer and the CI call. `make` alone prints the targets.
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
COMPILED := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))
# The test database is kept between runs; another schema gets another name.
TEST_DATABASE := var/test-$(shell cat */migrations/*.py requirements.txt 2>/dev/null | cksum | cut -d' ' -f1).sqlite3

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install demo run test lint format openapi requirements messages clean

help:  ## print the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 22

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Plexus needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Say which with make PYTHON=...")'
	$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing Python packages into .venv (the first time takes a minute or two)..."
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.env:
	cp .env.example .env

%.mo: %.po .venv/installed
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

install: .venv/installed .env $(COMPILED)  ## the virtual environment, .env, and the compiled interface words

demo: install  ## everything a look needs: eight conditions in four languages on http://127.0.0.1:8000 (PORT= changes it)
	@$(BIN)/python -m cms.demo.port $@ "$(PORT)"
	@echo "Preparing the database (the first time takes half a minute)..."
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py rebuild_editions --verbosity 0
	$(BIN)/python manage.py load_demo --port $(PORT)
	$(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --workers 2 --blocking-threads 1 --no-ws --log-level warning cms.demo.wsgi:application

run: install  ## serve on http://127.0.0.1:8000 what is there, without loading anything (PORT= changes it)
	@$(BIN)/python -m cms.demo.port $@ "$(PORT)"
	$(BIN)/python manage.py migrate --verbosity 0
	$(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

test: install .venv/installed-dev  ## all tests
	@mkdir -p var
	TEST_DATABASE=$(TEST_DATABASE) $(BIN)/pytest --numprocesses auto

lint: install .venv/installed-dev  ## ruff, mypy, the import rule, Django's checks, migrations, catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py check
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check_catalogues

format: install .venv/installed-dev  ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

openapi: install  ## renew the frozen contract tests/api/golden/openapi.json
	$(BIN)/python manage.py spectacular --format openapi-json --file tests/api/golden/openapi.json

messages: install  ## collect the interface words into locale/*/LC_MESSAGES/django.po
	@mkdir -p var
	$(BIN)/pybabel --quiet extract --mapping-file babel.cfg --no-location --sort-output --omit-header --no-wrap --keyword gettext_lazy --keyword pgettext_lazy:1c,2 --output var/django.pot .
	@# Each file keeps its own header: Babel's has the time and Babel's version in it, so no two runs would be the same.
	@set -e; for po in locale/*/LC_MESSAGES/django.po; do \
		cp $$po var/django.po; \
		$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --omit-header --no-wrap --input-file var/django.pot --output-file var/django.po --locale $$(basename $${po%/LC_MESSAGES/*}); \
		printf '%s\n\n%s\n' "$$(sed '/^$$/q' $$po)" "$$(cat var/django.po)" > var/merged.po; \
		mv var/merged.po $$po; \
	done

requirements: .venv/installed-dev  ## compile requirements*.in into pinned requirements*.txt
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements-dev.txt requirements-dev.in

clean:  ## remove what make has made, and all of var/: the demo's database and pictures too
	find . -path ./.venv -prune -o -name __pycache__ -prune -exec rm -rf {} +
	rm -rf .venv .env var staticfiles $(COMPILED) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
