# Plain `make` lists the targets.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
BIND ?= 127.0.0.1
export PORT BIND
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

.PHONY: run
run: ## Build everything and serve the filled site (PORT=8000, BIND=127.0.0.1)
	@$(PYTHON) -m pvpt.bootstrap run

.PHONY: test
test: ## Run everything that decides, browser included
	@$(PYTHON) -m pvpt.bootstrap test

.PHONY: verify
verify: ## Run the long checks that `make test` leaves out, among them the full accessibility grid
	@$(PYTHON) -m pvpt.bootstrap verify

.PHONY: lint
lint: ## Style, types, templates, catalogues
	@$(PYTHON) -m pvpt.bootstrap lint

.PHONY: messages
messages: ## Write new texts of code and templates into the catalogues (needs gettext)
	@$(BIN)/python tests/catalogues.py --write

.PHONY: lock
lock: ## Lock the newest versions that requirements*.in allow (on Debian 12’s Python 3.11.2)
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --strip-extras --upgrade -o requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --strip-extras --upgrade -o requirements-dev.txt requirements-dev.in

.PHONY: machine
machine: ## Install the site on a Debian of its own that boots systemd, and break it, with its backups (root; twenty minutes)
	@tests/operate/machine

.PHONY: faults
faults: ## Inject 24 faults into a running site and print what came of each (root; half an hour; FAULTS="F1 F3")
	@$(BIN)/python -m tests.faults $(FAULTS)

.PHONY: screenshots
screenshots: ## Take the pictures of README and docs from a running site
	@$(BIN)/python docs/screenshots.py
