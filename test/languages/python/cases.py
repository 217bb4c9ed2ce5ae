"""The apps that every language writes in its own way."""

from typing import Callable

from aws_cdk import App, CfnOutput, Duration, RemovalPolicy, Stack
from aws_cdk.aws_kms import Key
from aws_cdk.aws_logs import LogGroup, RetentionDays
from aws_cdk.aws_sns import Topic
from aws_cdk.aws_sns_subscriptions import EmailSubscription, UrlSubscription
from cdk_nacl_change_monitor import (
    NaclChangeAlarmOptions,
    NaclChangeMonitor,
    NaclChangeTrailOptions,
)


def without_monitor(app: App) -> None:
    stack = Stack(app, "Security")
    Topic(stack, "Topic")


def default(app: App) -> None:
    stack = Stack(app, "Security")
    NaclChangeMonitor(stack, "NaclChanges",
        subscriptions=[EmailSubscription("security@example.com")],
    )


def bring_your_own_log_group(app: App) -> None:
    stack = Stack(app, "Security")
    monitor = NaclChangeMonitor(stack, "NaclChanges",
        log_group=LogGroup.from_log_group_name(stack, "TrailLogs", "my-trail"),
        topic=Topic.from_topic_arn(stack, "Topic", "arn:aws:sns:us-east-1:111122223333:security"),
        alarm=NaclChangeAlarmOptions(alarm_name="nacl-changes", period=Duration.minutes(1)),
    )
    CfnOutput(stack, "Alarm", value=monitor.alarm.alarm_arn)
    CfnOutput(stack, "MadeTrail", value="true" if monitor.trail else "false")
    CfnOutput(stack, "Pattern", value=NaclChangeMonitor.FILTER_PATTERN)
    CfnOutput(stack, "Events", value=" ".join(NaclChangeMonitor.EVENT_NAMES))


def trail_options(app: App) -> None:
    stack = Stack(app, "Security")
    NaclChangeMonitor(stack, "NaclChanges",
        subscriptions=[
            EmailSubscription("security@example.com"),
            UrlSubscription("https://example.com/alarms"),
        ],
        trail=NaclChangeTrailOptions(
            trail_name="management-events",
            log_retention=RetentionDays.TWO_YEARS,
            organization_id="o-exampleorgid",
            object_lock_retention=Duration.days(365),
        ),
        encryption_key=Key(stack, "Key"),
        metric_namespace="Security/Subnets",
        metric_name="PacketFilterEdits",
        removal_policy=RemovalPolicy.DESTROY,
    )


CASES: dict[str, Callable[[App], None]] = {
    "without-monitor": without_monitor,
    "default": default,
    "bring-your-own-log-group": bring_your_own_log_group,
    "trail-options": trail_options,
}


def nobody_is_told(app: App) -> None:
    """The app of a user who forgot whom to tell."""
    stack = Stack(app, "Security")
    NaclChangeMonitor(stack, "NaclChanges")
