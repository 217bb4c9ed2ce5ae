"""The chain as one construct."""

from aws_cdk import App, Stack
from aws_cdk.aws_sns_subscriptions import EmailSubscription
from cdk_nacl_change_monitor import NaclChangeMonitor

app = App()
stack = Stack(app, "Security")
NaclChangeMonitor(stack, "NaclChanges", subscriptions=[EmailSubscription("security@example.com")])
app.synth()
