"""Recorded API call -> log group of each trail that logs it."""

import json
import time
from typing import Any

from ministack.core.responses import get_account_id, request_scope
from ministack.services import cloudtrail, cloudwatch_logs

import ec2_records

Event = dict[str, Any]


def selected_by_fields(event: Event, selector: Event) -> bool:
    """An advanced selector: every field has to agree.

    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
    """
    values = {
        "eventCategory": "Management",
        "readOnly": event["readOnly"],
        "eventSource": event["eventSource"],
        "eventName": event["eventName"],
    }
    for field in selector["FieldSelectors"]:
        unknown = field.keys() - {"Field", "Equals", "NotEquals"}
        if unknown or field["Field"] not in values:
            raise ValueError(f"field selector is not emulated: {field}")
        value = values[field["Field"]]
        if value not in field.get("Equals", [value]) or value in field.get("NotEquals", []):
            return False
    return True


def selected(event: Event, selector: Event) -> bool:
    if "FieldSelectors" in selector:
        return selected_by_fields(event, selector)
    kind = "ReadOnly" if event["readOnly"] == "true" else "WriteOnly"
    return (
        selector.get("IncludeManagementEvents", True)
        and selector.get("ReadWriteType", "All") in ("All", kind)
        and event["eventSource"] not in selector.get("ExcludeManagementEventSources", [])
    )


def deliver(event: Event) -> None:
    account = get_account_id()
    for home, name, trail in list(cloudtrail._account_trail_items()):
        selectors = cloudtrail._event_selectors.get_scoped(
            account, home, name, cloudtrail._DEFAULT_EVENT_SELECTORS
        )
        group_arn = trail.get("CloudWatchLogsLogGroupArn")
        if (
            trail["IsLogging"]
            and group_arn
            and (trail["IsMultiRegionTrail"] or home == event["awsRegion"])
            and any(selected(event, selector) for selector in selectors)
        ):
            # A multi-region trail feeds the log group in its home region.
            with request_scope(account, home):
                stream = {
                    "logGroupName": group_arn.split(":")[6],
                    "logStreamName": f"{account}_CloudTrail_{home}",
                }
                cloudwatch_logs._create_log_stream(stream)
                log_event = {"timestamp": int(time.time() * 1000), "message": json.dumps(event)}
                cloudwatch_logs._put_log_events({**stream, "logEvents": [log_event]})


def install() -> None:
    record_event = cloudtrail.record_event

    def record_and_deliver(**call: Any) -> None:
        # ministack looks for the action in the query string; EC2's and SNS's is in the form body.
        if "." in call["event_name"]:
            call["event_name"] = call["request_params"].get("Action", call["event_name"])
        record_event(**call)
        deliver(ec2_records.completed(json.loads(cloudtrail._get_event_queue()[-1]["CloudTrailEvent"])))

    cloudtrail.record_event = record_and_deliver
