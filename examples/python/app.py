from aws_cdk import App, Aspects, Environment, Stack
from aws_cdk.aws_sns_subscriptions import EmailSubscription
from cdk_nacl_change_monitor import NaclChangeMonitor, RequireNaclChangeMonitor

app = App()
security = Stack(app, "Security")
NaclChangeMonitor(security, "NaclChanges",
    subscriptions=[EmailSubscription("security@example.com")],
)

# Another account, in which nothing listens: the Aspect flags it.
Stack(app, "Workload", env=Environment(account="444455556666", region="eu-west-1"))
Aspects.of(app).add(RequireNaclChangeMonitor())

app.synth()
