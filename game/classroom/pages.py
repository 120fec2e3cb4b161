"""Pages: a template of a class filled, in the language of whoever reads it."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from game.classroom.shelf import PLACE, at
from game.pages.rendering import render
from game.presenters.words import _, many, speaking


def html(template: str, language: str, **content: Any) -> str:
    """Return a page as HTML."""
    with speaking(language):
        return render(f"{PLACE}{template}", say=_, many=many, at=at, language=language, **content)


def page(template: str, request: Request, language: str, status: int = 200, **content: Any) -> HTMLResponse:
    """Return a page as an answer."""
    return HTMLResponse(html(template, language, path=request.url.path, **content), status)
