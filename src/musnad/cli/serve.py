"""`musnad serve`."""

import threading
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.options import WorkspaceOption, opened, settings
from musnad.cli.printing import say
from musnad.errors import MusnadError

EXAMPLES = """
  musnad serve
  musnad serve --port 9000 --open
"""

_EXTRA = ("fastapi", "jinja2", "uvicorn", "starlette")


def serve(
    host: Annotated[
        str | None, typer.Option(help="The address to serve on. [default: 127.0.0.1]")
    ] = None,
    port: Annotated[int | None, typer.Option(help="The port. [default: 8765]")] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Serve the workspace as web pages until Ctrl-C."""
    found = settings(workspace, serve__host=host, serve__port=port)
    opened(workspace).close()
    try:
        from musnad.serve import serve as serve_pages  # noqa: PLC0415 - needs the web extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise MusnadError("M-012", "The web pages need: pip install 'musnad[web]'.") from error
    address = f"http://{found.serve.host}:{found.serve.port}/"

    def ready() -> None:
        say(f"Serving {found.workspace} on {address} (Ctrl-C ends it).")
        if open_:
            threading.Timer(1.0, webbrowser.open, (address,)).start()

    serve_pages(Path(found.workspace), found.serve.host, found.serve.port, ready)
