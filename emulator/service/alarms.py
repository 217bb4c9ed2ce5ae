"""Alarms over time: a clock that can be advanced, and what an alarm makes of a period without data.

So a test sees an alarm go back to OK after its period without waiting for it.
"""

import time
from typing import Any

from ministack.core.responses import request_scope
from ministack.services import cloudwatch


class Clock:
    """Stands for the module `time` in ministack's CloudWatch."""

    advanced = 0.0

    def time(self) -> float:
        return time.time() + self.advanced

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)


clock = Clock()


def has_recent_data(alarm: dict[str, Any]) -> bool:
    since = clock.time() - alarm["Period"] * alarm["EvaluationPeriods"]
    return any(
        point["Timestamp"] >= since
        for (namespace, name, _), points in cloudwatch._metrics.items()
        if (namespace, name) == (alarm["Namespace"], alarm["MetricName"])
        for point in points
    )


def evaluate_missing_data(alarm: dict[str, Any]) -> None:
    """https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html"""
    states = {"notBreaching": "OK", "breaching": "ALARM", "ignore": alarm["StateValue"]}
    state = states.get(alarm.get("TreatMissingData") or "missing", "INSUFFICIENT_DATA")
    if state != alarm["StateValue"]:
        cloudwatch._set_alarm_state(
            {},
            {"AlarmName": alarm["AlarmName"], "StateValue": state, "StateReason": "no datapoints in the period"},
            is_cbor=False,
            is_json=True,
        )


def evaluate() -> None:
    """All alarms of the account and region whose turn it is."""
    cloudwatch._evaluate_all_alarms()
    for alarm in list(cloudwatch._alarms.values()):
        if alarm.get("MetricName") and not has_recent_data(alarm):
            evaluate_missing_data(alarm)


def advance_clock(seconds: float) -> None:
    clock.advanced += seconds
    for account, region, _ in [key for key, _ in cloudwatch._alarms.all_items()]:
        with request_scope(account, region):
            evaluate()


def install() -> None:
    cloudwatch.time = clock
