from aws_cdk import App, Aspects, Environment, Stack
from aws_cdk.aws_sns_subscriptions import EmailSubscription, SqsSubscription
from aws_cdk.aws_sqs import Queue
from cdk_nacl_change_monitor import NaclChangeMonitor, RequireNaclChangeMonitor

app = App()
security = Stack(app, "Security")
queue = Queue(security, "Alarms")  # listens at once; an email address has to confirm first
NaclChangeMonitor(security, "NaclChanges",
    subscriptions=[EmailSubscription("security@example.com"), SqsSubscription(queue)],
)

# Another account, in which nothing listens: the Aspect flags it.
Stack(app, "Workload", env=Environment(account="444455556666", region="eu-west-1"))
Aspects.of(app).add(RequireNaclChangeMonitor())

app.synth()
