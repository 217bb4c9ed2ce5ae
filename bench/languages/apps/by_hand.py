"""The chain by hand, on aws-cdk-lib alone: about the resources that a monitor makes."""

from aws_cdk import App, Stack
from aws_cdk.aws_cloudtrail import Trail
from aws_cdk.aws_cloudwatch_actions import SnsAction
from aws_cdk.aws_kms import Key
from aws_cdk.aws_logs import FilterPattern, LogGroup, MetricFilter, RetentionDays
from aws_cdk.aws_s3 import Bucket, BucketEncryption
from aws_cdk.aws_sns import Topic
from aws_cdk.aws_sns_subscriptions import EmailSubscription


def synthesize(pattern: str) -> None:
    app = App()
    stack = Stack(app, "Security")
    key = Key(stack, "Key", enable_key_rotation=True)
    access_logs = Bucket(stack, "AccessLogs", enforce_ssl=True)
    bucket = Bucket(stack, "LogFiles",
        encryption=BucketEncryption.KMS,
        encryption_key=key,
        enforce_ssl=True,
        server_access_logs_bucket=access_logs,
        versioned=True,
    )
    events = LogGroup(stack, "Events", encryption_key=key, retention=RetentionDays.ONE_YEAR)
    Trail(stack, "Trail",
        bucket=bucket,
        cloud_watch_log_group=events,
        encryption_key=key,
        send_to_cloud_watch_logs=True,
    )
    changes = MetricFilter(stack, "Changes",
        log_group=events,
        filter_pattern=FilterPattern.literal(pattern),
        metric_namespace="Security",
        metric_name="NaclChanges",
        default_value=0,
    )
    topic = Topic(stack, "Topic", master_key=key, enforce_ssl=True)
    topic.add_subscription(EmailSubscription("security@example.com"))
    alarm = changes.metric(statistic="Sum").create_alarm(stack, "Alarm", threshold=1, evaluation_periods=1)
    alarm.add_alarm_action(SnsAction(topic))
    app.synth()


if __name__ == "__main__":
    synthesize("{ ($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl) }")
