/** What an app has to make. */
export interface CdkApp {
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
  /** The role with which CloudTrail writes to the group. */
  readonly roleName?: string;
  readonly logGroup?: { readonly name: string; readonly isNew: boolean };
  readonly monitor?: {
    readonly emails: readonly string[];
    readonly topicArn?: string;
    readonly keyArn?: string;
  };
}

export const LANGUAGE_NAMES = ['typescript', 'python', 'java', 'go', 'csharp'] as const;
export type Language = (typeof LANGUAGE_NAMES)[number];

/** Where nobody was given. */
const ANYBODY = ['security@example.com'];
const emailsOf = ({ monitor }: CdkApp) =>
  monitor && monitor.topicArn === undefined ? (monitor.emails.length > 0 ? monitor.emails : ANYBODY) : [];
const q = (text: string) => JSON.stringify(text);
const isThere = <T>(value: T | false | undefined): value is T => value !== false && value !== undefined;
const text = (...lines: readonly (string | false | undefined)[]) => `${lines.filter(isThere).join('\n')}\n`;
const CLOUDTRAIL = 'cloudtrail.amazonaws.com';
/** What the role may do, in each language's way. */
const GRANT = ['logs:CreateLogStream', 'logs:PutLogEvents'];

export const LANGUAGES: Readonly<Record<Language, (app: CdkApp) => string>> = {
  typescript: (app) => {
    const s = (value: string) => `'${q(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
    const { roleName, logGroup, monitor } = app;
    const emails = emailsOf(app);
    return text(
      `import { App, Stack } from 'aws-cdk-lib';`,
      roleName !== undefined && `import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';`,
      monitor?.keyArn !== undefined && `import { Key } from 'aws-cdk-lib/aws-kms';`,
      logGroup &&
        `import { LogGroup${logGroup.isNew ? ', RetentionDays' : ''} } from 'aws-cdk-lib/aws-logs';`,
      monitor?.topicArn !== undefined && `import { Topic } from 'aws-cdk-lib/aws-sns';`,
      emails.length > 0 && `import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';`,
      monitor && `import { NaclChangeMonitor } from 'cdk-nacl-change-monitor';`,
      '',
      'const app = new App();',
      `const stack = new Stack(app, ${s(app.stackName)}, { env: { account: ${s(app.account)}, region: ${s(app.region)} } });`,
      logGroup &&
        (logGroup.isNew
          ? `const logGroup = new LogGroup(stack, 'LogGroup', { logGroupName: ${s(logGroup.name)}, retention: RetentionDays.ONE_YEAR });`
          : `const logGroup = LogGroup.fromLogGroupName(stack, 'LogGroup', ${s(logGroup.name)});`),
      roleName !== undefined &&
        `const role = new Role(stack, 'DeliveryRole', { roleName: ${s(roleName)}, assumedBy: new ServicePrincipal(${s(CLOUDTRAIL)}) });`,
      roleName !== undefined && `logGroup.grant(role, ${GRANT.map(s).join(', ')});`,
      ...(monitor
        ? [
            "new NaclChangeMonitor(stack, 'NaclChanges', {",
            logGroup && '  logGroup,',
            monitor.keyArn !== undefined &&
              `  encryptionKey: Key.fromKeyArn(stack, 'Key', ${s(monitor.keyArn)}),`,
            monitor.topicArn !== undefined &&
              `  topic: Topic.fromTopicArn(stack, 'Topic', ${s(monitor.topicArn)}),`,
            emails.length > 0 &&
              `  subscriptions: [${emails.map((each) => `new EmailSubscription(${s(each)})`).join(', ')}],`,
            '});',
          ]
        : []),
    );
  },
  python: (app) => {
    const { roleName, logGroup, monitor } = app;
    const emails = emailsOf(app);
    return text(
      'from aws_cdk import App, Environment, Stack',
      roleName !== undefined && 'from aws_cdk.aws_iam import Role, ServicePrincipal',
      monitor?.keyArn !== undefined && 'from aws_cdk.aws_kms import Key',
      logGroup && `from aws_cdk.aws_logs import LogGroup${logGroup.isNew ? ', RetentionDays' : ''}`,
      monitor?.topicArn !== undefined && 'from aws_cdk.aws_sns import Topic',
      emails.length > 0 && 'from aws_cdk.aws_sns_subscriptions import EmailSubscription',
      monitor && 'from cdk_nacl_change_monitor import NaclChangeMonitor',
      '',
      'app = App()',
      `stack = Stack(app, ${q(app.stackName)}, env=Environment(account=${q(app.account)}, region=${q(app.region)}))`,
      logGroup &&
        (logGroup.isNew
          ? `log_group = LogGroup(stack, "LogGroup", log_group_name=${q(logGroup.name)}, retention=RetentionDays.ONE_YEAR)`
          : `log_group = LogGroup.from_log_group_name(stack, "LogGroup", ${q(logGroup.name)})`),
      roleName !== undefined &&
        `role = Role(stack, "DeliveryRole", role_name=${q(roleName)}, assumed_by=ServicePrincipal(${q(CLOUDTRAIL)}))`,
      roleName !== undefined && `log_group.grant(role, ${GRANT.map(q).join(', ')})`,
      ...(monitor
        ? [
            'NaclChangeMonitor(stack, "NaclChanges",',
            logGroup && '    log_group=log_group,',
            monitor.keyArn !== undefined &&
              `    encryption_key=Key.from_key_arn(stack, "Key", ${q(monitor.keyArn)}),`,
            monitor.topicArn !== undefined &&
              `    topic=Topic.from_topic_arn(stack, "Topic", ${q(monitor.topicArn)}),`,
            emails.length > 0 &&
              `    subscriptions=[${emails.map((each) => `EmailSubscription(${q(each)})`).join(', ')}],`,
            ')',
          ]
        : []),
      '',
      'app.synth()',
    );
  },
  java: (app) => {
    const { roleName, logGroup, monitor } = app;
    const emails = emailsOf(app);
    return text(
      monitor && 'import io.github.cdknaclchangemonitor.NaclChangeMonitor;',
      emails.length > 0 && 'import java.util.List;',
      'import software.amazon.awscdk.App;',
      'import software.amazon.awscdk.Environment;',
      'import software.amazon.awscdk.Stack;',
      roleName !== undefined && 'import software.amazon.awscdk.services.iam.Role;',
      roleName !== undefined && 'import software.amazon.awscdk.services.iam.ServicePrincipal;',
      monitor?.keyArn !== undefined && 'import software.amazon.awscdk.services.kms.Key;',
      logGroup && 'import software.amazon.awscdk.services.logs.ILogGroup;',
      logGroup && 'import software.amazon.awscdk.services.logs.LogGroup;',
      logGroup?.isNew && 'import software.amazon.awscdk.services.logs.RetentionDays;',
      monitor?.topicArn !== undefined && 'import software.amazon.awscdk.services.sns.Topic;',
      emails.length > 0 && 'import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;',
      '',
      'public class Monitoring {',
      '  public static void main(String[] args) {',
      '    App app = new App();',
      `    Stack stack = Stack.Builder.create(app, ${q(app.stackName)})`,
      `        .env(Environment.builder().account(${q(app.account)}).region(${q(app.region)}).build())`,
      '        .build();',
      logGroup &&
        (logGroup.isNew
          ? `    ILogGroup logGroup = LogGroup.Builder.create(stack, "LogGroup").logGroupName(${q(logGroup.name)}).retention(RetentionDays.ONE_YEAR).build();`
          : `    ILogGroup logGroup = LogGroup.fromLogGroupName(stack, "LogGroup", ${q(logGroup.name)});`),
      roleName !== undefined &&
        `    Role role = Role.Builder.create(stack, "DeliveryRole").roleName(${q(roleName)}).assumedBy(new ServicePrincipal(${q(CLOUDTRAIL)})).build();`,
      roleName !== undefined && `    logGroup.grant(role, ${GRANT.map(q).join(', ')});`,
      ...(monitor
        ? [
            '    NaclChangeMonitor.Builder.create(stack, "NaclChanges")',
            logGroup && '        .logGroup(logGroup)',
            monitor.keyArn !== undefined &&
              `        .encryptionKey(Key.fromKeyArn(stack, "Key", ${q(monitor.keyArn)}))`,
            monitor.topicArn !== undefined &&
              `        .topic(Topic.fromTopicArn(stack, "Topic", ${q(monitor.topicArn)}))`,
            emails.length > 0 &&
              `        .subscriptions(List.of(${emails.map((each) => `new EmailSubscription(${q(each)})`).join(', ')}))`,
            '        .build();',
          ]
        : []),
      '    app.synth();',
      '  }',
      '}',
    );
  },
  go: (app) => {
    const { roleName, logGroup, monitor } = app;
    const emails = emailsOf(app);
    const j = (value: string) => `jsii.String(${q(value)})`;
    return text(
      'package main',
      '',
      'import (',
      '\t"github.com/aws/aws-cdk-go/awscdk/v2"',
      roleName !== undefined && '\t"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"',
      monitor?.keyArn !== undefined && '\t"github.com/aws/aws-cdk-go/awscdk/v2/awskms"',
      logGroup && '\t"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"',
      monitor && '\t"github.com/aws/aws-cdk-go/awscdk/v2/awssns"',
      emails.length > 0 && '\t"github.com/aws/aws-cdk-go/awscdk/v2/awssnssubscriptions"',
      '\t"github.com/aws/jsii-runtime-go"',
      monitor &&
        '\tmonitor "github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor-go/cdknaclchangemonitor"',
      ')',
      '',
      'func main() {',
      '\tdefer jsii.Close()',
      '\tapp := awscdk.NewApp(nil)',
      `\tstack := awscdk.NewStack(app, ${j(app.stackName)}, &awscdk.StackProps{`,
      `\t\tEnv: &awscdk.Environment{Account: ${j(app.account)}, Region: ${j(app.region)}},`,
      '\t})',
      logGroup &&
        (logGroup.isNew
          ? `\tlogGroup := awslogs.NewLogGroup(stack, jsii.String("LogGroup"), &awslogs.LogGroupProps{LogGroupName: ${j(logGroup.name)}, Retention: awslogs.RetentionDays_ONE_YEAR})`
          : `\tlogGroup := awslogs.LogGroup_FromLogGroupName(stack, jsii.String("LogGroup"), ${j(logGroup.name)})`),
      roleName !== undefined &&
        `\trole := awsiam.NewRole(stack, jsii.String("DeliveryRole"), &awsiam.RoleProps{RoleName: ${j(roleName)}, AssumedBy: awsiam.NewServicePrincipal(${j(CLOUDTRAIL)}, nil)})`,
      roleName !== undefined && `\tlogGroup.Grant(role, ${GRANT.map(j).join(', ')})`,
      ...(monitor
        ? [
            '\tmonitor.NewNaclChangeMonitor(stack, jsii.String("NaclChanges"), &monitor.NaclChangeMonitorProps{',
            logGroup && '\t\tLogGroup: logGroup,',
            monitor.keyArn !== undefined &&
              `\t\tEncryptionKey: awskms.Key_FromKeyArn(stack, jsii.String("Key"), ${j(monitor.keyArn)}),`,
            monitor.topicArn !== undefined &&
              `\t\tTopic: awssns.Topic_FromTopicArn(stack, jsii.String("Topic"), ${j(monitor.topicArn)}),`,
            emails.length > 0 && '\t\tSubscriptions: &[]awssns.ITopicSubscription{',
            ...emails.map((each) => `\t\t\tawssnssubscriptions.NewEmailSubscription(${j(each)}, nil),`),
            emails.length > 0 && '\t\t},',
            '\t})',
          ]
        : []),
      '\tapp.Synth(nil)',
      '}',
    );
  },
  csharp: (app) => {
    const { roleName, logGroup, monitor } = app;
    const emails = emailsOf(app);
    return text(
      'using Amazon.CDK;',
      roleName !== undefined && 'using Amazon.CDK.AWS.IAM;',
      monitor?.keyArn !== undefined && 'using Amazon.CDK.AWS.KMS;',
      logGroup && 'using Amazon.CDK.AWS.Logs;',
      monitor && 'using Amazon.CDK.AWS.SNS;',
      emails.length > 0 && 'using Amazon.CDK.AWS.SNS.Subscriptions;',
      monitor && 'using CdkNaclChangeMonitor;',
      '',
      'var app = new App();',
      `var stack = new Stack(app, ${q(app.stackName)}, new StackProps`,
      '{',
      `    Env = new Amazon.CDK.Environment { Account = ${q(app.account)}, Region = ${q(app.region)} }`,
      '});',
      logGroup &&
        (logGroup.isNew
          ? `var logGroup = new LogGroup(stack, "LogGroup", new LogGroupProps { LogGroupName = ${q(logGroup.name)}, Retention = RetentionDays.ONE_YEAR });`
          : `var logGroup = LogGroup.FromLogGroupName(stack, "LogGroup", ${q(logGroup.name)});`),
      roleName !== undefined &&
        `var role = new Role(stack, "DeliveryRole", new RoleProps { RoleName = ${q(roleName)}, AssumedBy = new ServicePrincipal(${q(CLOUDTRAIL)}) });`,
      roleName !== undefined && `logGroup.Grant(role, ${GRANT.map(q).join(', ')});`,
      ...(monitor
        ? [
            '_ = new NaclChangeMonitor(stack, "NaclChanges", new NaclChangeMonitorProps',
            '{',
            logGroup && '    LogGroup = logGroup,',
            monitor.keyArn !== undefined &&
              `    EncryptionKey = Key.FromKeyArn(stack, "Key", ${q(monitor.keyArn)}),`,
            monitor.topicArn !== undefined &&
              `    Topic = Topic.FromTopicArn(stack, "Topic", ${q(monitor.topicArn)}),`,
            emails.length > 0 &&
              `    Subscriptions = new ITopicSubscription[] { ${emails.map((each) => `new EmailSubscription(${q(each)})`).join(', ')} }`,
            '});',
          ]
        : []),
      'app.Synth();',
    );
  },
};
