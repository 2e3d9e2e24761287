# Everything a person or a build server types. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The first Python on this machine that is new enough and can make a venv; PYTHON=… names another.
PYTHON ?=
FIND_PYTHON = for p in $(PYTHON) python3.11 python3.12 python3.13 python3; do \
	if $$p -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$p; break; fi; done
# Paper is looked at with poppler, its codes with zbar; the tests start a PostgreSQL of their own; Qt asks for the rest,
# also without a screen.
SYSTEM_PACKAGES := chromium poppler-utils zbar-tools postgresql xvfb libegl1 libgl1 libdbus-1-3 \
	libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 \
	libxcb-render-util0 libxcb-shape0
APT_INSTALL = DEBIAN_FRONTEND=noninteractive timeout 240 apt-get install -y -qq

.PHONY: help demo test lint bench bench-desktop bench-foretelling bench-postgres bench-sync screenshots translations prove simulate package lock clean system-packages

help: ## List what can be made.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml requirements.lock Makefile
	@if [ -x $(PY) ]; then exit 0; fi; \
	python="$$($(FIND_PYTHON))"; \
	if [ -z "$$python" ] && [ "$$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then \
		timeout 120 apt-get update -qq && $(APT_INSTALL) python3 python3-venv >/dev/null; \
		python="$$($(FIND_PYTHON))"; fi; \
	if [ -z "$$python" ]; then \
		echo "Python 3.11 or newer with its venv module is needed; on Debian or Ubuntu:" >&2; \
		echo "    sudo apt-get install python3 python3-venv" >&2; exit 1; fi; \
	"$$python" -m venv $(VENV)
	$(PY) -m pip install --quiet -c requirements.lock -e '.[desktop,server,postgres,dev]'
	@touch $@

system-packages: ## Install the Debian packages that windows and paper tests need, as root only.
	@command -v dpkg >/dev/null || exit 0; \
	missing="$$(for p in $(SYSTEM_PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done)"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" -ne 0 ]; then \
		echo "Some tests are left out or fail until you install these packages:" >&2; \
		echo "    sudo apt-get install" $$missing >&2; exit 0; fi; \
	$(APT_INSTALL) $$missing >/dev/null 2>&1 || \
		{ timeout 120 apt-get update -qq && $(APT_INSTALL) $$missing >/dev/null; } || \
		echo "Could not be installed:" $$missing >&2

demo: $(READY) ## Show the whole job on a sample firm, and open the window where there is a screen.
	$(PY) -m collectiq_desktop demo-tour
	@if [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "There is no screen here: with one, make demo opens CollectIQ on a demo firm."; exit 0; fi; \
	$(PY) -m collectiq_desktop demo --books build/demo/firm.collectiq && \
	$(PY) -m collectiq_desktop --books build/demo/firm.collectiq

test: $(READY) system-packages ## Set up and run every quick test, on all cores.
	$(PY) -m pytest -n auto --dist worksteal

lint: $(READY) ## Check form, rules of the house and types.
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy

SIZE ?=
bench: $(READY) ## Measure, print the table, write build/bench.json (SIZE="10k 100k", or 1M).
	$(PY) -m tests.benchmarks $(foreach size,$(SIZE),--size $(size))

bench-desktop: $(READY) system-packages ## Measure the window on many vouchers, by real keys (SIZE=1M).
	$(PY) -m tests.benchmarks.desktop $(if $(SIZE),--size $(SIZE))

bench-foretelling: $(READY) ## Measure scoring, learning, and posting meanwhile (SIZE=1M).
	$(PY) -m tests.benchmarks.foretelling $(if $(SIZE),--size $(SIZE))

bench-postgres: $(READY) system-packages ## Measure both engines side by side (SIZE=100k).
	$(PY) -m tests.benchmarks.postgres $(if $(SIZE),--size $(SIZE))

bench-sync: $(READY) ## Measure the exchange with a real server (SIZE=10k or 1M, BENCH_SECONDS=300 for the many devices, ENGINE=postgres).
	$(PY) -m tests.benchmarks.exchanging $(if $(SIZE),--size $(SIZE)) $(if $(BENCH_SECONDS),--seconds $(BENCH_SECONDS)) $(if $(ENGINE),--$(ENGINE))

screenshots: $(READY) system-packages ## Draw every screen into build/screenshots, to be looked at.
	$(PY) -m tests.ui.shots

# The texts of the windows, in every language that lies there; English for its plurals only.
TRANSLATED := $(wildcard resources/translations/collectiq_*.ts)
translations: $(READY) ## Gather the texts of core and windows for translators, and compile what they wrote.
	$(PY) -m tests.house.gather
	$(VENV)/bin/pyside6-lrelease -silent resources/translations/sentences_*.ts
	for ts in $(TRANSLATED); do \
		plural="$$([[ $$ts == *_en.ts ]] && echo -pluralonly || true)"; \
		$(VENV)/bin/pyside6-lupdate -silent -no-obsolete -locations none $$plural \
			$$(find collectiq_desktop/ui -name '*.py') -ts $$ts; \
		$(VENV)/bin/pyside6-lrelease -silent $$ts; done

prove: $(READY) system-packages ## Run the long proofs in the background; build/prove/report.txt says how far they are.
	@mkdir -p build/prove
	@nohup nice -n 19 $(PY) -m tests.prove >build/prove/output.log 2>&1 & \
	echo "The proofs run in the background for some hours: tail -f build/prove/report.txt"

SEEDS ?= 100-400
simulate: $(READY) ## Play seeded worlds of the sync (SEEDS=100-400), then look for planted bugs.
	$(PY) -m tests.simulation $(SEEDS)
	$(PY) -m tests.simulation 0-199 --bugs

PACKAGE := build/package/collectiq
package: $(READY) system-packages ## Build the folder that runs without Python, and let it test itself.
	$(VENV)/bin/pyinstaller --noconfirm --log-level ERROR --distpath build/package \
		--workpath build/pyinstaller build.spec
	@home="$$(mktemp -d)"; trap 'rm -rf "$$home"' EXIT; \
	env -i HOME="$$home" QT_QPA_PLATFORM=offscreen $(PACKAGE)/collectiq self-test
	@du -sh $(PACKAGE)

lock: $(READY) ## Write requirements.lock anew from pyproject.toml (needs the network).
	$(PY) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile --quiet --upgrade --universal --all-extras --no-annotate \
		--no-header pyproject.toml -o requirements.lock

clean: ## Remove what was built, and the virtual environment.
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find collectiq_desktop sync_server tests -name __pycache__ -type d -prune -exec rm -rf {} +
