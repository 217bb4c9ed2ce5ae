"""Log event -> subscription filters of its group -> Lambda function.

ministack delivers too, but it looks for every word of the pattern in the message, and a failed function is not tried
again and reaches no dead-letter queue.
"""

import base64
import gzip
import json
from typing import Any

from ministack.core.responses import error_response_json, get_account_id, new_uuid
from ministack.services import cloudwatch_logs, lambda_svc

import filter_pattern

Response = tuple[int, dict[str, str], bytes]

# https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
FILTERS_OF_A_LOG_GROUP = 2


def matches(pattern: str, message: str) -> bool:
    try:
        return filter_pattern.parse(pattern)(json.loads(message))
    except json.JSONDecodeError:
        return False


def payload(group: str, stream: str, name: str, events: list[dict[str, Any]]) -> dict[str, Any]:
    """https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample"""
    data = {
        "messageType": "DATA_MESSAGE",
        "owner": get_account_id(),
        "logGroup": group,
        "logStream": stream,
        "subscriptionFilters": [name],
        "logEvents": [
            {"id": new_uuid().replace("-", ""), "timestamp": event["timestamp"], "message": event["message"]}
            for event in events
        ],
    }
    return {"awslogs": {"data": base64.b64encode(gzip.compress(json.dumps(data).encode())).decode()}}


def deliver(group: str, stream: str, events: list[dict[str, Any]]) -> None:
    filters = (cloudwatch_logs._log_groups.get(group) or {}).get("subscriptionFilters") or {}
    for one in filters.values():
        matched = [event for event in events if matches(one["filterPattern"], event["message"])]
        function = lambda_svc._functions.get(one["destinationArn"].split(":")[6])
        if matched and function:
            lambda_svc.invoke_async_with_retry(function, payload(group, stream, one["filterName"], matched))


def install() -> None:
    put_subscription_filter = cloudwatch_logs._put_subscription_filter

    def put_checked_subscription_filter(request: dict[str, Any]) -> Response:
        try:
            filter_pattern.parse(request.get("filterPattern", ""))
        except ValueError as error:
            return error_response_json("InvalidParameterException", f"Invalid filter pattern: {error}", 400)
        existing = (cloudwatch_logs._log_groups.get(request["logGroupName"]) or {}).get("subscriptionFilters") or {}
        if len({*existing, request["filterName"]}) > FILTERS_OF_A_LOG_GROUP:
            return error_response_json("LimitExceededException", "Resource limit exceeded.", 400)
        return put_subscription_filter(request)

    cloudwatch_logs._put_subscription_filter = put_checked_subscription_filter
    cloudwatch_logs._fanout_to_subscription_filters = deliver
