import socket

import pytest

from musnad.errors import MusnadError
from musnad.serve import serve
from musnad.store import open_workspace


def test_a_port_in_use_is_told(tmp_path):
    open_workspace(tmp_path, create=True).close()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(MusnadError, match="M-010"):
            serve(tmp_path, "127.0.0.1", other.getsockname()[1])


def test_an_address_of_another_machine_is_told(tmp_path):
    open_workspace(tmp_path, create=True).close()
    with pytest.raises(MusnadError, match="M-019"):
        serve(tmp_path, "192.0.2.1", 0, ready=pytest.fail)


def test_a_folder_without_a_workspace_is_told(tmp_path):
    with pytest.raises(MusnadError, match="M-002"):
        serve(tmp_path / "nothing", "127.0.0.1", 0)
