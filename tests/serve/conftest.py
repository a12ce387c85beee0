import asyncio
import sys
from pathlib import Path

import httpx
import pytest

from musnad.serve import create_app
from musnad.store import open_workspace

sys.path.insert(0, str(Path(__file__).parents[1] / "pipeline"))
sys.path.insert(0, str(Path(__file__).parent))

from desk_readings import ALL, keep

ADDRESS = "http://127.0.0.1"


class Browser:
    """Asks the application without a server, keeping cookies as a browser does."""

    def __init__(self, workspace, **wishes):
        self.app = create_app(workspace, **wishes)
        self.cookies = httpx.Cookies()

    def get(self, path, **headers):
        return asyncio.run(self._get(path, headers))

    async def _get(self, path, headers):
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=True)
        async with httpx.AsyncClient(
            transport=transport, base_url=ADDRESS, cookies=self.cookies, headers=headers
        ) as client:
            answer = await client.get(path)
            self.cookies.update(client.cookies)
            return answer


@pytest.fixture
def workspace(tmp_path):
    with open_workspace(tmp_path, create=True) as opened:
        yield opened


@pytest.fixture
def filled(workspace):
    keep(workspace, *ALL)
    return workspace


@pytest.fixture
def web(filled):
    return Browser(filled)


@pytest.fixture
def browse():
    return Browser
