"""A Spark Connect server to test on."""

import logging
import os

import pytest


@pytest.fixture(scope="session")
def server():
    """The address of Sail, in this process; or of the server that ./run spark-check started."""
    logging.getLogger("pyspark").setLevel(logging.ERROR)
    if stock := os.environ.get("WEFT_SPARK"):
        yield stock
        return
    from pysail.spark import SparkConnectServer

    sail = SparkConnectServer(ip="127.0.0.1", port=0)
    sail.start(background=True)
    host, port = sail.listening_address
    yield f"spark://{host}:{port}"
    sail.stop()
