import json
import os
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App
from cases import CASES, MISTAKES

EXPECTED: dict[str, Any] = json.loads(Path(os.environ["EXPECTED"]).read_text(encoding="utf-8"))


def test_there_are_no_cases_but_those_of_typescript() -> None:
    assert list(CASES) == list(EXPECTED["cases"])
    assert list(MISTAKES) == list(EXPECTED["errors"])


@pytest.mark.parametrize("name", CASES)
def test_synthesizes_what_typescript_does(name: str, tmp_path: Path) -> None:
    app = App(outdir=str(tmp_path))
    CASES[name](app)
    stacks = app.synth().stacks

    templates = {stack.stack_name: read(Path(stack.template_full_path)) for stack in stacks}
    messages = sorted(
        f"{message.id} {message.level.name} {message.entry.data}"
        for stack in stacks
        for message in stack.messages
    )
    report = tmp_path / "validation-report.json"
    expected = EXPECTED["cases"][name]
    assert templates == expected["templates"]
    assert messages == expected["messages"]
    assert (read(report) if report.exists() else None) == expected["report"]


@pytest.mark.parametrize("name", MISTAKES)
def test_an_error_is_an_exception_with_our_sentence(name: str) -> None:
    with pytest.raises(RuntimeError) as raised:
        MISTAKES[name](App())
    assert EXPECTED["errors"][name] in str(raised.value)


def read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"), object_hook=without_stack_traces)


def without_stack_traces(parsed: dict[str, Any]) -> dict[str, Any]:
    """Lines of the app, which differ between languages as its files do."""
    return {key: value for key, value in parsed.items() if key != "stackTraces"}
