package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssnssubscriptions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/jsii-runtime-go"
	monitor "github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor-go/cdknaclchangemonitor"
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	security := awscdk.NewStack(app, jsii.String("Security"), nil)
	queue := awssqs.NewQueue(security, jsii.String("Alarms"), nil) // listens at once; an email address has to confirm first
	listeners := &[]awssns.ITopicSubscription{
		awssnssubscriptions.NewEmailSubscription(jsii.String("security@example.com"), nil),
		awssnssubscriptions.NewSqsSubscription(queue, nil),
	}
	monitor.NewNaclChangeMonitor(security, jsii.String("NaclChanges"), &monitor.NaclChangeMonitorProps{
		Subscriptions: listeners,
		// says of each change who made it, from where, and what it does
		Notices: &monitor.NaclChangeNoticeOptions{Subscriptions: listeners},
	})

	// Another account, in which nothing listens: the Aspect flags it.
	awscdk.NewStack(app, jsii.String("Workload"), &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String("444455556666"), Region: jsii.String("eu-west-1")},
	})
	awscdk.Aspects_Of(app).Add(monitor.NewRequireNaclChangeMonitor(nil), nil)

	app.Synth(nil)
}
