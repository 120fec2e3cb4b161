# One word a job. `make setup` first, once.
bin = .venv/bin

setup: ; python3 -m venv .venv && $(bin)/pip install -q -e '.[dev,docs]'
play:  ; $(bin)/simmer
test:  ; $(bin)/python -m pytest -q
whole: ; $(bin)/python -m pytest -q --whole
lint:  ; $(bin)/ruff check . && $(bin)/ruff format --check . && $(bin)/mypy && $(bin)/lint-imports
format: ; $(bin)/ruff check --fix . && $(bin)/ruff format .
made:  ; $(bin)/simmer docs -o docs/reference && $(bin)/python -m tests.catalogue
cover: ; $(bin)/python -m pytest -q --cov=game --cov-branch --cov-report=term
bench: ; $(bin)/simmer bench
site:  ; $(bin)/mkdocs build --strict -q
ci:    ; bash .ci/run

.PHONY: setup play test whole lint format made cover bench site ci
