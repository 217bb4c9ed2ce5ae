"""The emulated AWS account: ministack with the parts that the chain needs and ministack lacks.

Prints one JSON line with its port and its folder, listens on the loopback address alone, and ends when its standard
input does: so it cannot outlive the process that started it, however that one ends, and leaves no file behind.
"""

import json
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading

ACCOUNT = "123456789012"


def listen_on_free_port() -> socket.socket:
    """The socket is handed to the server as it is: no other process can take the port in between."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener


def configure(port: int, folder: str) -> None:
    """ministack reads these when it is imported. By default it also listens on all addresses and on two more ports."""
    os.environ.update(
        HOME=folder,
        TMPDIR=folder,
        BIND_HOST="127.0.0.1",
        GATEWAY_PORT=str(port),
        MINISTACK_HOST="127.0.0.1",
        MINISTACK_ACCOUNT_ID=ACCOUNT,
        CLOUDTRAIL_RECORDING="1",
        # Lambda waits a minute before it tries a failed function again.
        LAMBDA_ASYNC_RETRY_BASE_SECONDS="0.05",
        IOT_MTLS_ENABLED="0",
        SFTP_ENABLED="0",
    )


def obey_standard_input(folder: str) -> None:
    """One command a line; end of input ends the process."""
    import alarms

    for line in sys.stdin:
        command, seconds = line.split()
        if command != "advance":
            raise ValueError(f"unknown command: {command}")
        alarms.advance_clock(float(seconds))
        print(json.dumps({"advanced": float(seconds)}), flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def serve(listener: socket.socket, folder: str) -> None:
    port = listener.getsockname()[1]
    configure(port, folder)

    import asyncio

    from hypercorn import asyncio as hypercorn
    from hypercorn.config import Config
    from ministack.app import app

    import alarms
    import dropped_properties
    import metric_filters
    import subscription_filters
    import taken_names
    import trail_delivery
    import trail_resource

    parts = (
        alarms,
        dropped_properties,
        metric_filters,
        subscription_filters,
        taken_names,
        trail_delivery,
        trail_resource,
    )
    for part in parts:
        part.install()

    config = Config()
    config.bind = [f"fd://{listener.detach()}"]
    config.loglevel = "WARNING"
    threading.Thread(target=obey_standard_input, args=(folder,), daemon=True).start()
    print(json.dumps({"port": port, "folder": folder}), flush=True)
    asyncio.run(hypercorn.serve(app, config))


def main() -> None:
    # Until the server has a handler of its own: leave by an exception, which removes the folder.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    folder = tempfile.mkdtemp(prefix="emulated-aws-")
    try:
        serve(listen_on_free_port(), folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
