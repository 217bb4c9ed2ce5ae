import json
import os
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App
from cases import CASES, nobody_is_told

EXPECTED: dict[str, Any] = json.loads(Path(os.environ["EXPECTED"]).read_text(encoding="utf-8"))


def test_there_are_no_cases_but_those_of_typescript() -> None:
    assert list(CASES) == list(EXPECTED["cases"])


@pytest.mark.parametrize("name", CASES)
def test_synthesizes_what_typescript_does(name: str, tmp_path: Path) -> None:
    app = App(outdir=str(tmp_path))
    CASES[name](app)
    stacks = app.synth().stacks

    templates = {
        stack.stack_name: json.loads(Path(stack.template_full_path).read_text(encoding="utf-8"))
        for stack in stacks
    }
    assert templates == EXPECTED["cases"][name]["templates"]

    messages = [
        f"{message.id} {message.level.name} {message.entry.data}"
        for stack in stacks
        for message in stack.messages
    ]
    assert sorted(messages) == EXPECTED["cases"][name]["messages"]


def test_an_error_is_an_exception_with_our_sentence() -> None:
    with pytest.raises(RuntimeError) as raised:
        nobody_is_told(App())
    assert EXPECTED["error"] in str(raised.value)
