"""Log event -> metric filters of its group -> metric -> alarms."""

import json
from typing import Any

from ministack.core.responses import error_response_json
from ministack.services import cloudwatch, cloudwatch_logs

import alarms
import filter_pattern

Response = tuple[int, dict[str, str], bytes]


def count(metric_filter: dict[str, Any], message: str) -> None:
    """A match publishes the filter's value; without one the default value is published, if there is one.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
    """
    try:
        matched = filter_pattern.parse(metric_filter["filterPattern"])(json.loads(message))
    except json.JSONDecodeError:
        matched = False
    for transformation in metric_filter["metricTransformations"]:
        value = transformation["metricValue"] if matched else transformation.get("defaultValue")
        if value is not None:
            cloudwatch.record_metric(
                transformation["metricNamespace"],
                transformation["metricName"],
                float(value),
                transformation.get("unit", "None"),
            )


def install() -> None:
    put_metric_filter = cloudwatch_logs._put_metric_filter
    put_log_events = cloudwatch_logs._put_log_events

    def put_checked_metric_filter(request: dict[str, Any]) -> Response:
        try:
            filter_pattern.parse(request.get("filterPattern", ""))
        except ValueError as error:
            return error_response_json("InvalidParameterException", f"Invalid metric filter pattern: {error}", 400)
        return put_metric_filter(request)

    def put_and_count(request: dict[str, Any]) -> Response:
        response = put_log_events(request)
        if response[0] < 400:
            for (group, _), metric_filter in list(cloudwatch_logs._metric_filters.items()):
                if group == request["logGroupName"]:
                    for event in request["logEvents"]:
                        count(metric_filter, event["message"])
            alarms.evaluate()
        return response

    cloudwatch_logs._put_metric_filter = put_checked_metric_filter
    cloudwatch_logs._put_log_events = put_and_count
