"""The resource type AWS::CloudTrail::Trail.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html
"""

import json
from collections.abc import Callable
from typing import Any

from ministack.core.responses import new_uuid
from ministack.services import cloudtrail, cloudwatch_logs, s3
from ministack.services.cloudformation import provisioners

Properties = dict[str, Any]

# Property -> (parameter of UpdateTrail, value when the template leaves it out).
TRAIL_PARAMETERS: dict[str, tuple[str, Any]] = {
    "S3BucketName": ("S3BucketName", ""),
    "S3KeyPrefix": ("S3KeyPrefix", ""),
    "SnsTopicName": ("SnsTopicName", ""),
    "IncludeGlobalServiceEvents": ("IncludeGlobalServiceEvents", False),
    "IsMultiRegionTrail": ("IsMultiRegionTrail", False),
    "IsOrganizationTrail": ("IsOrganizationTrail", False),
    "EnableLogFileValidation": ("EnableLogFileValidation", False),
    "CloudWatchLogsLogGroupArn": ("CloudWatchLogsLogGroupArn", ""),
    "CloudWatchLogsRoleArn": ("CloudWatchLogsRoleArn", ""),
    "KMSKeyId": ("KmsKeyId", ""),
}
OTHER_PROPERTIES = {"TrailName", "IsLogging", "EventSelectors", "AdvancedEventSelectors", "Tags"}
EVERYTHING = [{"ReadWriteType": "All", "IncludeManagementEvents": True}]


def call(operation: Callable[[Properties], tuple[int, Any, bytes]], parameters: Properties) -> Properties:
    status, _, body = operation(parameters)
    if status >= 400:
        raise ValueError(f"AWS::CloudTrail::Trail: {body.decode()}")
    return json.loads(body)


def typed(value: Any, example: Any) -> Any:
    """CloudFormation takes "true" for true."""
    return str(value).lower() == "true" if isinstance(example, bool) else value


def check(properties: Properties) -> None:
    """What CloudTrail refuses and ministack would take, or take and lose."""
    if lost := properties.keys() - TRAIL_PARAMETERS.keys() - OTHER_PROPERTIES:
        raise ValueError(f"AWS::CloudTrail::Trail: not emulated: {', '.join(sorted(lost))}")
    if s3._bucket_owner_account(properties["S3BucketName"]) is None:
        raise ValueError(f"S3 bucket does not exist: {properties['S3BucketName']}")
    group_arn, role = properties.get("CloudWatchLogsLogGroupArn"), properties.get("CloudWatchLogsRoleArn")
    if bool(group_arn) != bool(role):
        raise ValueError("CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn go together")
    if group_arn and group_arn.split(":")[6] not in cloudwatch_logs._log_groups:
        raise ValueError(f"log group does not exist: {group_arn}")


def apply(name: str, properties: Properties) -> tuple[str, Properties]:
    parameters = {
        parameter: typed(properties.get(key, default), default)
        for key, (parameter, default) in TRAIL_PARAMETERS.items()
    }
    arn = call(cloudtrail._update_trail, {"Name": name, **parameters})["TrailARN"]
    advanced = properties.get("AdvancedEventSelectors")
    basic = properties.get("EventSelectors")
    selectors = {"AdvancedEventSelectors": advanced} if advanced else {"EventSelectors": basic or EVERYTHING}
    call(cloudtrail._put_event_selectors, {"TrailName": name, **selectors})
    logging = cloudtrail._start_logging if typed(properties["IsLogging"], True) else cloudtrail._stop_logging
    call(logging, {"Name": name})
    cloudtrail._trail_tags[arn] = {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])}
    return name, {"Arn": arn, "SnsTopicArn": ""}


def create(logical_id: str, properties: Properties, stack_name: str) -> tuple[str, Properties]:
    check(properties)
    name = properties.get("TrailName") or f"{stack_name}-{logical_id}-{new_uuid()[-12:]}"
    multi_region = typed(properties.get("IsMultiRegionTrail", False), False)
    call(cloudtrail._create_trail, {"Name": name, "IsMultiRegionTrail": multi_region})
    return apply(name, properties)


def update(
    physical_id: str, old: Properties, new: Properties, stack_name: str, logical_id: str
) -> tuple[str, Properties]:
    if old.get("TrailName") != new.get("TrailName"):
        replacement = create(logical_id, new, stack_name)
        delete(physical_id, old)
        return replacement
    check(new)
    return apply(physical_id, new)


def delete(physical_id: str, _properties: Properties) -> None:
    call(cloudtrail._delete_trail, {"Name": physical_id})


def install() -> None:
    provisioners._RESOURCE_HANDLERS["AWS::CloudTrail::Trail"] = {
        "create": create,
        "update": update,
        "update_with_logical_id": True,
        "delete": delete,
    }
