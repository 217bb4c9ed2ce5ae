"""The AWS CLI, for many commands in one process: to start Python anew takes ten times as long as a command.

One command a line, as JSON: its parameters and the environment that it runs in. Each is answered by one line: the exit
status, and what was printed. It ends when its standard input does.
"""

import contextlib
import io
import json
import os
import sys
from typing import Any

from awscli.clidriver import CLIDriver, create_clidriver

#: With what the AWS CLI has set when it was imported.
own_environment = dict(os.environ)

drivers: dict[str, CLIDriver] = {}


def driver_in(environment: dict[str, str]) -> CLIDriver:
    """One for each account and region, because a driver keeps the credentials that it found first."""
    os.environ.clear()
    os.environ.update(own_environment | environment)
    key = json.dumps(environment, sort_keys=True)
    if key not in drivers:
        drivers[key] = create_clidriver()
    return drivers[key]


def run(environment: dict[str, str], parameters: list[str]) -> dict[str, Any]:
    output, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            status = driver_in(environment).main(parameters)
        except SystemExit as exit:
            status = exit.code
    return {"status": status, "output": output.getvalue(), "errors": errors.getvalue()}


def main() -> None:
    replies = sys.stdout
    for line in sys.stdin:
        print(json.dumps(run(**json.loads(line))), file=replies, flush=True)


if __name__ == "__main__":
    main()
