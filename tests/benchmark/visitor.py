"""A dashboard that really runs, and one reader of it: what a browser would send, and how long until all is drawn."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

_STARTING: Final = 60
_PATIENCE: Final = 600
_DRAWN: Final = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@contextmanager
def running(script: Path, port: int, **environment: str) -> Iterator[int]:
    """The port of a server that runs a Streamlit script, until the block is left."""
    options = [f"--server.port={port}", "--server.headless=true", "--server.address=127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    server = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + _STARTING
    while time.monotonic() < until:
        try:
            urlopen(f"http://127.0.0.1:{port}/_stcore/health").close()
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"no server on port {port}")


class Visitor:
    """One reader with a page open; every method returns the milliseconds until the page was drawn."""

    def __init__(self, port: int) -> None:
        self._socket = connect(f"ws://127.0.0.1:{port}/_stcore/stream", max_size=None)
        self._page, self._query, self._filter, self._fragment = "", "", "", ""

    def open(self, address: str, query: str = "") -> float:
        """The page at an address, for the first time."""
        message = BackMsg()
        message.rerun_script.page_name = address
        message.rerun_script.query_string = self._query = query
        return self._drawn(message)

    def choose(self, values: Sequence[str]) -> float:
        """The same page after the reader chose these in the filter `year`."""
        message = BackMsg()
        message.rerun_script.page_script_hash = self._page
        message.rerun_script.query_string = self._query
        message.rerun_script.fragment_id = self._fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id = self._filter
        state.string_array_value.data.extend(values)
        return self._drawn(message)

    def close(self) -> None:
        """The page closed."""
        self._socket.close()

    def _drawn(self, message: BackMsg) -> float:
        began = time.perf_counter()
        self._socket.send(message.SerializeToString())
        while True:
            self._hurry()
            answer = ForwardMsg()
            answer.ParseFromString(bytes(self._socket.recv(timeout=_PATIENCE, decode=False)))
            self._note(answer)
            if answer.WhichOneof("type") == "script_finished":
                if answer.script_finished in _DRAWN:
                    return (time.perf_counter() - began) * 1000
                if answer.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise RuntimeError("the page does not run")

    def _hurry(self) -> None:
        """Has the system (Linux) confirm at once what arrives; it may wait 40 ms else, and the server with it."""
        if quick := getattr(socket, "TCP_QUICKACK", None):
            self._socket.socket.setsockopt(socket.IPPROTO_TCP, quick, 1)

    def _note(self, answer: ForwardMsg) -> None:
        """Which page is open, what stands in its address, by which ids the server knows the filter and its fragment."""
        if answer.WhichOneof("type") == "page_info_changed":
            self._query = answer.page_info_changed.query_string
        if answer.WhichOneof("type") == "navigation":
            self._page = answer.navigation.page_script_hash
        element = answer.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise RuntimeError(element.exception.message)
        if element.WhichOneof("type") == "multiselect" and element.multiselect.query_param_key == "year":
            self._filter, self._fragment = element.multiselect.id, answer.delta.fragment_id
