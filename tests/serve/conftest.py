import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from musnad.serve import create_app
from musnad.store import open_workspace

sys.path.insert(0, str(Path(__file__).parent))

from desk_readings import ALL, keep

ADDRESS = "http://127.0.0.1"


@pytest.fixture
def workspace(tmp_path):
    with open_workspace(tmp_path, create=True) as opened:
        yield opened


@pytest.fixture
def filled(workspace):
    keep(workspace, *ALL)
    return workspace


def client_of(workspace, **wishes):
    return TestClient(create_app(workspace, **wishes), base_url=ADDRESS)


@pytest.fixture
def web(filled):
    return client_of(filled)
