# make run     prepare everything on a fresh machine, then open Keepwise
# make test    the whole test suite, without a display
# make check   formatting, lint, types, architecture
# make bundle  a folder that runs without Python: dist/keepwise
# make translations  bring the catalogues of the window up to date with its texts, and compile them
# make clean   remove what was built (models and memories stay)

PYTHON ?= python3
GROUND = $(PYTHON) assets/packaging/ground.py

.PHONY: run test check bundle translations clean

run:
	@$(GROUND) run keepwise

test:
	@QT_QPA_PLATFORM=offscreen $(GROUND) test python -m pytest -n logical --dist loadfile -m "not model"
	@QT_QPA_PLATFORM=offscreen $(GROUND) test python -m pytest -m model  # alone: a real model takes every core

check:
	@$(GROUND) check ruff format --check
	@.venv/bin/ruff check
	@.venv/bin/mypy
	@.venv/bin/lint-imports

bundle:
	@$(GROUND) bundle python assets/packaging/bundle.py

translations:
	@$(GROUND) check python assets/translate.py

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
