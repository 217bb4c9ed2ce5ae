"""Properties that ministack's CloudFormation leaves out although its services keep them.

Put through the services' own API, so that a test reads back what the template says: encryption, logging, ownership
and Object Lock of a bucket, the key of a topic, and the dead-letter queue of a function.
"""

from typing import Any
from xml.sax.saxutils import escape

from ministack.services import lambda_svc, s3, sns
from ministack.services.cloudformation import provisioners

Properties = dict[str, Any]
Created = tuple[str, Properties]


def xml(tag: str, value: Any) -> str:
    """The property names of a bucket are the element names of the S3 API, but for lists."""
    if isinstance(value, list):
        return "".join(xml(tag, item) for item in value)
    if isinstance(value, dict):
        inner = "".join(xml(key, item) for key, item in value.items())
    else:
        inner = escape(str(value).lower() if isinstance(value, bool) else str(value))
    return f"<{tag}>{inner}</{tag}>"


def put(operation: Any, bucket: str, document: str) -> None:
    status, _, body = operation(bucket, document.encode())
    if status >= 400:
        raise ValueError(f"AWS::S3::Bucket: {body.decode()}")


def put_bucket_properties(bucket: str, properties: Properties) -> None:
    if encryption := properties.get("BucketEncryption"):
        # The one name that differs between the template and the API.
        rules = [
            {key.replace("ServerSide", "ApplyServerSide", 1): value for key, value in rule.items()}
            for rule in encryption["ServerSideEncryptionConfiguration"]
        ]
        put(s3._put_bucket_encryption, bucket, xml("ServerSideEncryptionConfiguration", {"Rule": rules}))
    if logging := properties.get("LoggingConfiguration"):
        target = {"TargetBucket": logging["DestinationBucketName"], "TargetPrefix": logging.get("LogFilePrefix", "")}
        put(s3._put_bucket_logging, bucket, xml("BucketLoggingStatus", {"LoggingEnabled": target}))
    if ownership := properties.get("OwnershipControls"):
        put(s3._put_bucket_ownership_controls, bucket, xml("OwnershipControls", {"Rule": ownership["Rules"]}))
    if properties.get("ObjectLockEnabled"):
        s3._bucket_versioning[bucket] = "Enabled"
        lock = properties.get("ObjectLockConfiguration", {"ObjectLockEnabled": "Enabled"})
        put(s3._put_object_lock_configuration, bucket, xml("ObjectLockConfiguration", lock))


def put_topic_properties(topic_arn: str, properties: Properties) -> None:
    sns._topics[topic_arn]["attributes"]["KmsMasterKeyId"] = properties.get("KmsMasterKeyId", "")


def put_function_properties(name: str, properties: Properties) -> None:
    lambda_svc._functions[name]["config"]["DeadLetterConfig"] = properties.get("DeadLetterConfig", {})


def complete(resource_type: str, put_properties: Any) -> None:
    handler = provisioners._RESOURCE_HANDLERS[resource_type]
    create, update = handler["create"], handler["update"]

    def create_complete(logical_id: str, properties: Properties, stack_name: str) -> Created:
        created = create(logical_id, properties, stack_name)
        put_properties(created[0], properties)
        return created

    def update_complete(physical_id: str, old: Properties, new: Properties, *rest: str) -> Created:
        updated = update(physical_id, old, new, *rest)
        put_properties(updated[0], new)
        return updated

    provisioners._RESOURCE_HANDLERS[resource_type] = {**handler, "create": create_complete, "update": update_complete}


def install() -> None:
    complete("AWS::S3::Bucket", put_bucket_properties)
    complete("AWS::SNS::Topic", put_topic_properties)
    complete("AWS::Lambda::Function", put_function_properties)
