using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Amazon.CDK.AWS.SQS;
using CdkNaclChangeMonitor;

var app = new App();
var security = new Stack(app, "Security");
var queue = new Queue(security, "Alarms"); // listens at once; an email address has to confirm first
var listeners = new ITopicSubscription[] { new EmailSubscription("security@example.com"), new SqsSubscription(queue) };
_ = new NaclChangeMonitor(security, "NaclChanges", new NaclChangeMonitorProps
{
    Subscriptions = listeners,
    Notices = new NaclChangeNoticeOptions { Subscriptions = listeners } // says of each change who made it, from where, and what it does
});

// Another account, in which nothing listens: the Aspect flags it.
_ = new Stack(app, "Workload", new StackProps
{
    Env = new Amazon.CDK.Environment { Account = "444455556666", Region = "eu-west-1" }
});
Aspects.Of(app).Add(new RequireNaclChangeMonitor());

app.Synth();
