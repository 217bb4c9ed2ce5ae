"""Apps that every language writes in its own way: those that synthesize, and those that are refused."""

from typing import Callable

from aws_cdk import (
    Acknowledgment,
    App,
    Aspects,
    CfnOutput,
    Duration,
    Environment,
    RemovalPolicy,
    Stack,
    Validations,
)
from aws_cdk.aws_kms import Key
from aws_cdk.aws_logs import LogGroup, RetentionDays
from aws_cdk.aws_sns import ITopicSubscription, Topic
from aws_cdk.aws_sns_subscriptions import EmailSubscription, SqsSubscription, UrlSubscription
from aws_cdk.aws_sqs import Queue
from cdk_nacl_change_monitor import (
    ChainScope,
    CoveredAccount,
    FindingSeverity,
    NaclChangeAlarmOptions,
    NaclChangeMonitor,
    NaclChangeMonitorValidator,
    NaclChangeNoticeOptions,
    NaclChangeTrailOptions,
    RequireNaclChangeMonitor,
)


def monitored(app: App) -> None:
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
        notices=NaclChangeNoticeOptions(
            subscriptions=[EmailSubscription("network@example.com")],
            ignore_principals=["arn:aws:iam::*:role/pipelines/*"],
            saved_query=True,
        ),
        removal_policy=RemovalPolicy.DESTROY,
    )


def require_monitor(app: App) -> None:
    three_accounts(app)
    Aspects.of(app).add(RequireNaclChangeMonitor())


def require_monitor_in_every_stack(app: App) -> None:
    three_accounts(app)
    Stack(app, "Network")
    Aspects.of(app).add(RequireNaclChangeMonitor(
        scope=ChainScope.STACK,
        severity=FindingSeverity.ERROR,
        covered_accounts=[
            CoveredAccount(account="444455556666", reason="Its own pipeline deploys a monitor."),
        ],
    ))


def validator(app: App) -> None:
    three_accounts(app)
    Validations.of(app).add_plugins(NaclChangeMonitorValidator())


def three_accounts(app: App) -> None:
    """The stacks of `examples/`, and one in a third account, whose owner accepts that nothing listens."""
    security = Stack(app, "Security")
    queue = Queue(security, "Alarms")
    listeners: list[ITopicSubscription] = [EmailSubscription("security@example.com"), SqsSubscription(queue)]
    NaclChangeMonitor(security, "NaclChanges",
        subscriptions=listeners,
        notices=NaclChangeNoticeOptions(subscriptions=listeners),
    )
    Stack(app, "Workload", env=Environment(account="444455556666", region="eu-west-1"))
    sandbox = Stack(app, "Sandbox", env=Environment(account="777788889999", region="eu-west-1"))
    Validations.of(sandbox).acknowledge(Acknowledgment(
        id="cdk-nacl-change-monitor:trail-all-regions",
        reason="Nothing but experiments.",
    ))


CASES: dict[str, Callable[[App], None]] = {
    "default": monitored,
    "bring-your-own-log-group": bring_your_own_log_group,
    "trail-options": trail_options,
    "require-monitor": require_monitor,
    "require-monitor-in-every-stack": require_monitor_in_every_stack,
    "validator": validator,
}


def nobody_is_told(app: App) -> None:
    stack = Stack(app, "Security")
    NaclChangeMonitor(stack, "NaclChanges")


def account_of_four_digits(app: App) -> None:
    Aspects.of(app).add(RequireNaclChangeMonitor(
        covered_accounts=[CoveredAccount(account="4444", reason="Its own pipeline deploys a monitor.")],
    ))


MISTAKES: dict[str, Callable[[App], None]] = {
    "nobody-is-told": nobody_is_told,
    "account-of-four-digits": account_of_four_digits,
}
