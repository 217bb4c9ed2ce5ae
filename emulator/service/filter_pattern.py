"""JSON filter patterns of CloudWatch Logs: comparisons of text, joined by && and || and parentheses.

Written apart from the library's own evaluator: two that agree are worth more than one that is used twice. Whatever
else the language knows is refused, so that nothing is ever counted by mistake.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
"""

import re
from collections.abc import Callable
from typing import Any

Test = Callable[[dict[str, Any]], bool]

TOKEN = re.compile(
    r"""\s*(?: (?P<symbol>&&|\|\||!=|=|[(){}]) | (?P<selector>\$(?:\.[\w-]+)+)
             | "(?P<quoted>[^"\\]*)" | (?P<bare>[\w.*/:@-]+) )""",
    re.VERBOSE,
)


class Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def peek(self) -> re.Match[str] | None:
        return TOKEN.match(self.text, self.at)

    def take(self, kind: str, *allowed: str) -> str:
        token = self.peek()
        if token is None or token[kind] is None or (allowed and token[kind] not in allowed):
            raise ValueError(f"at {self.at}: expected {' or '.join(allowed) or kind}: {self.text}")
        self.at = token.end()
        return token[kind]

    def next_is(self, symbol: str) -> bool:
        token = self.peek()
        return token is not None and token["symbol"] == symbol

    def pattern(self) -> Test:
        self.take("symbol", "{")
        test = self.any_of()
        self.take("symbol", "}")
        if self.text[self.at :].strip():
            raise ValueError(f"at {self.at}: text behind the pattern: {self.text}")
        return test

    def any_of(self) -> Test:
        tests = [self.all_of()]
        while self.next_is("||"):
            self.take("symbol")
            tests.append(self.all_of())
        return lambda event: any(test(event) for test in tests)

    def all_of(self) -> Test:
        tests = [self.term()]
        while self.next_is("&&"):
            self.take("symbol")
            tests.append(self.term())
        return lambda event: all(test(event) for test in tests)

    def term(self) -> Test:
        if not self.next_is("("):
            return self.comparison()
        self.take("symbol")
        test = self.any_of()
        self.take("symbol", ")")
        return test

    def comparison(self) -> Test:
        steps = self.take("selector").split(".")[1:]
        equal = self.take("symbol", "=", "!=") == "="
        token = self.peek()
        text = self.take("quoted" if token is not None and token["quoted"] is not None else "bare")
        wanted = re.compile(".*".join(re.escape(part) for part in text.split("*")), re.DOTALL)

        def test(event: dict[str, Any]) -> bool:
            found: Any = event
            for step in steps:
                found = found.get(step) if isinstance(found, dict) else None
            return (found is not None and wanted.fullmatch(str(found)) is not None) == equal

        return test


def parse(text: str) -> Test:
    """Raises ValueError on what is no pattern, or none that is emulated."""
    return Parser(text).pattern()
