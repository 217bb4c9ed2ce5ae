"""A log group whose name is taken: CloudFormation refuses it, where ministack would empty the existing group.

So that creating a stack again shows whether its names collide with the evidence that the former one left.
"""

from typing import Any

from ministack.services import cloudwatch_logs
from ministack.services.cloudformation import provisioners


def install() -> None:
    handler = provisioners._RESOURCE_HANDLERS["AWS::Logs::LogGroup"]
    create = handler["create"]

    def create_new(logical_id: str, properties: dict[str, Any], stack_name: str) -> tuple[str, dict[str, Any]]:
        name = properties.get("LogGroupName")
        if name in cloudwatch_logs._log_groups:
            raise ValueError(f"Resource of type 'AWS::Logs::LogGroup' with identifier '{name}' already exists.")
        return create(logical_id, properties, stack_name)

    handler["create"] = create_new
