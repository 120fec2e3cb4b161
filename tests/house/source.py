"""The program's own source, read once: its modules, and the functions and names in them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the game by its path from the root."""
    found = sorted((ROOT / "game").rglob("*.py"))
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in found}


def lines_of(module: str) -> int:
    """Return how many lines a module has."""
    return len((ROOT / module).read_text(encoding="utf-8").splitlines())


def functions() -> Iterator[tuple[str, Function]]:
    """Yield every function with the place it is written at."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{module}:{node.lineno} {node.name}", node


def length(function: Function) -> int:
    """Return how many lines a function has below its signature and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return 0 if not body else (body[-1].end_lineno or 0) - body[0].lineno + 1


def names() -> Iterator[tuple[str, str]]:
    """Yield every name that a module gives to a module, class, function, argument or variable."""
    for module, tree in modules().items():
        yield module, Path(module).stem
        for node in ast.walk(tree):
            if isinstance(node, Function | ast.ClassDef):
                yield f"{module}:{node.lineno}", node.name
            elif isinstance(node, ast.arg):
                yield f"{module}:{node.lineno}", node.arg
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield f"{module}:{node.lineno}", node.id
