"""Spark Connect servers to test on."""

import logging
import os

import pytest


def sail():
    from pysail.spark import SparkConnectServer

    server = SparkConnectServer(ip="127.0.0.1", port=0)
    server.start(background=True)
    host, port = server.listening_address
    yield f"spark://{host}:{port}"
    server.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The address of Sail, in this process; or of the server that ./run spark-check started."""
    logging.getLogger("pyspark").setLevel(logging.ERROR)
    if stock := os.environ.get("WEFT_SPARK"):
        yield stock
        return
    with pytest.MonkeyPatch.context() as patch:
        place = tmp_path_factory.mktemp("kept").as_uri()
        patch.setenv("SAIL_EXECUTION__CHECKPOINT__PATH", place)
        yield from sail()


@pytest.fixture
def forgetful_server():
    """The address of a server that cannot keep the rows of a table."""
    logging.getLogger("pyspark").setLevel(logging.ERROR)
    yield from sail()
