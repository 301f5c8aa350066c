# `make` lists what there is. Each target sets up what it needs; a second call is quick.
PYTHON_VENV := .venv/bin/python
SIZE ?= 10k
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test bench scores lint format package sample clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set everything up and open the app (without a display: the sample job, headless)
	@.ci/setup.sh run
	@$(PYTHON_VENV) main.py $(ARGS)

test: ## set everything up and run all tests (ARGS="tests/text -x" narrows it)
	@.ci/setup.sh dev
	@QT_QPA_PLATFORM=offscreen $(PYTHON_VENV) -m pytest -m alone $(ARGS) || [ $$? -eq 5 ]
	@QT_QPA_PLATFORM=offscreen $(PYTHON_VENV) -m pytest -n auto -m "not alone" $(ARGS) || [ $$? -eq 5 ]

bench: ## print our times beside those of peers, against the budgets (SIZE=10k|100k|1m)
	@.ci/setup.sh dev
	@QT_QPA_PLATFORM=offscreen $(PYTHON_VENV) -m tests.bench --size $(SIZE) $(ARGS)

scores: ## print how well each reader does on real files that have gold
	@.ci/setup.sh dev
	@$(PYTHON_VENV) -m tests.bench.scores $(ARGS)

lint: ## ruff, pyright, import-linter, vulture
	@.ci/setup.sh dev
	@$(PYTHON_VENV) -m ruff check .
	@$(PYTHON_VENV) -m ruff format --check .
	@$(PYTHON_VENV) -m pyright --warnings
	@.venv/bin/lint-imports --no-cache
	@$(PYTHON_VENV) -m vulture

format: ## let ruff lay out the code
	@.ci/setup.sh dev
	@$(PYTHON_VENV) -m ruff check --fix-only .
	@$(PYTHON_VENV) -m ruff format .

package: ## build the app for people without Python, in dist/Briefing, and start it once
	@.ci/setup.sh dev package
	@.ci/package.sh

sample: ## build the sample library, build/sample.briefing
	@.ci/setup.sh run
	@mkdir -p build && rm -f build/sample.briefing*
	@$(PYTHON_VENV) -m briefing sample build/sample.briefing

clean: ## remove what the tools made
	rm -rf build dist .pytest_cache .ruff_cache .hypothesis
