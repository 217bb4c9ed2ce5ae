from aws_cdk import App, Aspects, Environment, Stack
from aws_cdk.aws_sns import ITopicSubscription
from aws_cdk.aws_sns_subscriptions import EmailSubscription, SqsSubscription
from aws_cdk.aws_sqs import Queue
from cdk_nacl_change_monitor import NaclChangeMonitor, NaclChangeNoticeOptions, RequireNaclChangeMonitor

app = App()
security = Stack(app, "Security")
queue = Queue(security, "Alarms")  # listens at once; an email address has to confirm first
listeners: list[ITopicSubscription] = [EmailSubscription("security@example.com"), SqsSubscription(queue)]
NaclChangeMonitor(security, "NaclChanges",
    subscriptions=listeners,
    # says of each change who made it, from where, and what it does
    notices=NaclChangeNoticeOptions(subscriptions=listeners),
)

# Another account, in which nothing listens: the Aspect flags it.
Stack(app, "Workload", env=Environment(account="444455556666", region="eu-west-1"))
Aspects.of(app).add(RequireNaclChangeMonitor())

app.synth()
