package main

import (
	"strconv"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssnssubscriptions"
	"github.com/aws/jsii-runtime-go"
	monitor "github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor-go/cdknaclchangemonitor"
)

// The apps that every language writes in its own way.
var cases = map[string]func(app awscdk.App){
	"without-monitor":          withoutMonitor,
	"default":                  defaultMonitor,
	"bring-your-own-log-group": bringYourOwnLogGroup,
	"trail-options":            trailOptions,
}

func withoutMonitor(app awscdk.App) {
	stack := awscdk.NewStack(app, jsii.String("Security"), nil)
	awssns.NewTopic(stack, jsii.String("Topic"), nil)
}

func defaultMonitor(app awscdk.App) {
	stack := awscdk.NewStack(app, jsii.String("Security"), nil)
	monitor.NewNaclChangeMonitor(stack, jsii.String("NaclChanges"), &monitor.NaclChangeMonitorProps{
		Subscriptions: &[]awssns.ITopicSubscription{
			awssnssubscriptions.NewEmailSubscription(jsii.String("security@example.com"), nil),
		},
	})
}

func bringYourOwnLogGroup(app awscdk.App) {
	stack := awscdk.NewStack(app, jsii.String("Security"), nil)
	made := monitor.NewNaclChangeMonitor(stack, jsii.String("NaclChanges"), &monitor.NaclChangeMonitorProps{
		LogGroup: awslogs.LogGroup_FromLogGroupName(stack, jsii.String("TrailLogs"), jsii.String("my-trail")),
		Topic: awssns.Topic_FromTopicArn(stack, jsii.String("Topic"),
			jsii.String("arn:aws:sns:us-east-1:111122223333:security")),
		Alarm: &monitor.NaclChangeAlarmOptions{
			AlarmName: jsii.String("nacl-changes"),
			Period:    awscdk.Duration_Minutes(jsii.Number(1)),
		},
	})
	output(stack, "Alarm", *made.Alarm().AlarmArn())
	output(stack, "MadeTrail", strconv.FormatBool(made.Trail() != nil))
	output(stack, "Pattern", *monitor.NaclChangeMonitor_FILTER_PATTERN())
	output(stack, "Events", joined(*monitor.NaclChangeMonitor_EVENT_NAMES()))
}

func trailOptions(app awscdk.App) {
	stack := awscdk.NewStack(app, jsii.String("Security"), nil)
	monitor.NewNaclChangeMonitor(stack, jsii.String("NaclChanges"), &monitor.NaclChangeMonitorProps{
		Subscriptions: &[]awssns.ITopicSubscription{
			awssnssubscriptions.NewEmailSubscription(jsii.String("security@example.com"), nil),
			awssnssubscriptions.NewUrlSubscription(jsii.String("https://example.com/alarms"), nil),
		},
		Trail: &monitor.NaclChangeTrailOptions{
			TrailName:           jsii.String("management-events"),
			LogRetention:        awslogs.RetentionDays_TWO_YEARS,
			OrganizationId:      jsii.String("o-exampleorgid"),
			ObjectLockRetention: awscdk.Duration_Days(jsii.Number(365)),
		},
		EncryptionKey:   awskms.NewKey(stack, jsii.String("Key"), nil),
		MetricNamespace: jsii.String("Security/Subnets"),
		MetricName:      jsii.String("PacketFilterEdits"),
		RemovalPolicy:   awscdk.RemovalPolicy_DESTROY,
	})
}

// The app of a user who forgot whom to tell.
func nobodyIsTold(app awscdk.App) {
	stack := awscdk.NewStack(app, jsii.String("Security"), nil)
	monitor.NewNaclChangeMonitor(stack, jsii.String("NaclChanges"), &monitor.NaclChangeMonitorProps{})
}

func output(stack awscdk.Stack, id string, value string) {
	awscdk.NewCfnOutput(stack, jsii.String(id), &awscdk.CfnOutputProps{Value: jsii.String(value)})
}

func joined(pointers []*string) string {
	words := make([]string, len(pointers))
	for index, pointer := range pointers {
		words[index] = *pointer
	}
	return strings.Join(words, " ")
}
