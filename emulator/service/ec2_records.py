"""The parameters of a recorded EC2 call as CloudTrail writes them; ministack records those of the query string.

`PortRange.From=22` is `"portRange": {"from": 22}`.
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
"""

from typing import Any

NOT_RECORDED = {"Action", "Version"}
NUMBERS = {"ruleNumber", "from", "to", "code", "type"}


def value_of(name: str, text: Any) -> Any:
    if text in ("true", "false"):
        return text == "true"
    # The protocol is text there, the numbers of a rule are not.
    return int(text) if name in NUMBERS else text


def request_parameters(query: dict[str, Any]) -> dict[str, Any]:
    parameters: dict[str, Any] = {}
    for key, text in query.items():
        if key in NOT_RECORDED:
            continue
        *steps, name = [step[0].lower() + step[1:] for step in key.split(".")]
        inner = parameters
        for step in steps:
            inner = inner.setdefault(step, {})
        # EC2's API says Protocol and Icmp, CloudTrail's record of a rule aclProtocol and icmpTypeCode.
        inner[{"protocol": "aclProtocol"}.get(name, name)] = value_of(name, text)
    if "icmp" in parameters:
        parameters["icmpTypeCode"] = parameters.pop("icmp")
    return parameters


def completed(event: dict[str, Any]) -> dict[str, Any]:
    if event["eventSource"] != "ec2.amazonaws.com":
        return event
    return {**event, "requestParameters": request_parameters(event.get("requestParameters") or {})}
