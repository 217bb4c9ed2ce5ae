package app

import (
	"strconv"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssnssubscriptions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/jsii-runtime-go"
	monitor "github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor-go/cdknaclchangemonitor"
)

// Apps that every language writes in its own way.
var cases = map[string]func(app awscdk.App){
	"default":                        monitored,
	"bring-your-own-log-group":       bringYourOwnLogGroup,
	"trail-options":                  trailOptions,
	"require-monitor":                requireMonitor,
	"require-monitor-in-every-stack": requireMonitorInEveryStack,
	"validator":                      validator,
}

// Apps that are refused.
var mistakes = map[string]func(app awscdk.App){
	"nobody-is-told":         nobodyIsTold,
	"account-of-four-digits": accountOfFourDigits,
}

func monitored(app awscdk.App) {
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
		Notices: &monitor.NaclChangeNoticeOptions{
			Subscriptions: &[]awssns.ITopicSubscription{
				awssnssubscriptions.NewEmailSubscription(jsii.String("network@example.com"), nil),
			},
			IgnorePrincipals: jsii.Strings("arn:aws:iam::*:role/pipelines/*"),
			SavedQuery:       jsii.Bool(true),
		},
		RemovalPolicy: awscdk.RemovalPolicy_DESTROY,
	})
}

func requireMonitor(app awscdk.App) {
	threeAccounts(app)
	awscdk.Aspects_Of(app).Add(monitor.NewRequireNaclChangeMonitor(nil), nil)
}

func requireMonitorInEveryStack(app awscdk.App) {
	threeAccounts(app)
	awscdk.NewStack(app, jsii.String("Network"), nil)
	awscdk.Aspects_Of(app).Add(monitor.NewRequireNaclChangeMonitor(&monitor.ChainRequirements{
		Scope:           monitor.ChainScope_STACK,
		Severity:        monitor.FindingSeverity_ERROR,
		CoveredAccounts: covered("444455556666"),
	}), nil)
}

func validator(app awscdk.App) {
	threeAccounts(app)
	awscdk.Validations_Of(app).AddPlugins(monitor.NewNaclChangeMonitorValidator(nil))
}

func nobodyIsTold(app awscdk.App) {
	stack := awscdk.NewStack(app, jsii.String("Security"), nil)
	monitor.NewNaclChangeMonitor(stack, jsii.String("NaclChanges"), &monitor.NaclChangeMonitorProps{})
}

func accountOfFourDigits(app awscdk.App) {
	awscdk.Aspects_Of(app).Add(monitor.NewRequireNaclChangeMonitor(&monitor.ChainRequirements{
		CoveredAccounts: covered("4444"),
	}), nil)
}

// The stacks of examples/, and one in a third account, whose owner accepts that nothing listens.
func threeAccounts(app awscdk.App) {
	security := awscdk.NewStack(app, jsii.String("Security"), nil)
	queue := awssqs.NewQueue(security, jsii.String("Alarms"), nil)
	listeners := &[]awssns.ITopicSubscription{
		awssnssubscriptions.NewEmailSubscription(jsii.String("security@example.com"), nil),
		awssnssubscriptions.NewSqsSubscription(queue, nil),
	}
	monitor.NewNaclChangeMonitor(security, jsii.String("NaclChanges"), &monitor.NaclChangeMonitorProps{
		Subscriptions: listeners,
		Notices:       &monitor.NaclChangeNoticeOptions{Subscriptions: listeners},
	})
	stackOf(app, "Workload", "444455556666")
	awscdk.Validations_Of(stackOf(app, "Sandbox", "777788889999")).Acknowledge(&awscdk.Acknowledgment{
		Id:     jsii.String("cdk-nacl-change-monitor:trail-all-regions"),
		Reason: jsii.String("Nothing but experiments."),
	})
}

func stackOf(app awscdk.App, id string, account string) awscdk.Stack {
	return awscdk.NewStack(app, jsii.String(id), &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String(account), Region: jsii.String("eu-west-1")},
	})
}

func covered(account string) *[]*monitor.CoveredAccount {
	return &[]*monitor.CoveredAccount{{
		Account: jsii.String(account),
		Reason:  jsii.String("Its own pipeline deploys a monitor."),
	}}
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
