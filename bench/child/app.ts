import { App, Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';

const RESOURCES_OF_SERVICE = 10;

export interface AppSize {
  readonly resources: number;
  readonly stacks: number;
}

/**
 * An app of one account in which nothing monitors network ACLs: services of ten resources each. Every service has a metric filter, an alarm and
 * a topic, more than apps usually do: they are what an audit has to tell from the parts of a chain.
 */
export function makeApp(size: AppSize, outdir: string): App {
  const app = new App({
    outdir,
    context: {
      // CDK refuses a stack of more than 500 resources, and a finding of cdk-nag fails the synth.
      '@aws-cdk/core:stackResourceLimit': 0,
      '@aws-cdk/core:failSynthOnValidationErrors': false,
    },
  });
  const env = { account: '111111111111', region: 'eu-central-1' };
  const stacks = Array.from({ length: size.stacks }, (_, index) => new Stack(app, `Stack${index}`, { env }));
  for (let index = 0; index < Math.floor(size.resources / RESOURCES_OF_SERVICE); index++) {
    makeService(stacks[index % stacks.length], `service-${index}`);
  }
  return app;
}

/** Ten resources. Half are L1: with L2 alone the synth takes longer, and what looks at the app weighs less. */
function makeService(stack: Stack, name: string) {
  const bucket = new Bucket(stack, `${name}-bucket`, { bucketName: `example-${name}` });
  const queue = new CfnQueue(stack, `${name}-queue`, { queueName: name, sqsManagedSseEnabled: true });
  new CfnRole(stack, `${name}-role`, {
    roleName: name,
    assumeRolePolicyDocument: policy({
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    policies: [
      {
        policyName: 'work',
        policyDocument: policy(
          { Action: 's3:GetObject', Resource: bucket.arnForObjects('*') },
          { Action: ['sqs:DeleteMessage', 'sqs:ReceiveMessage'], Resource: queue.attrArn },
        ),
      },
    ],
  });
  new CfnParameter(stack, `${name}-parameter`, { type: 'String', name: `/${name}/queue`, value: queue.ref });
  for (const port of [443, 5432]) {
    new CfnSecurityGroup(stack, `${name}-to-${port}`, {
      groupName: `${name}-to-${port}`,
      groupDescription: `Lets ${name} connect to port ${port}`,
      vpcId: 'vpc-11111111',
      securityGroupEgress: [{ ipProtocol: 'tcp', fromPort: port, toPort: port, cidrIp: '10.0.0.0/8' }],
    });
  }

  const logGroup = new LogGroup(stack, `${name}-logs`, { logGroupName: `/example/${name}` });
  const errors = new MetricFilter(stack, `${name}-errors`, {
    logGroup,
    filterPattern: FilterPattern.literal('{ ($.level = "ERROR") || ($.statusCode >= 500) }'),
    metricNamespace: 'Example',
    metricName: `${name}-errors`,
  });
  const topic = new Topic(stack, `${name}-topic`, { topicName: name });
  new Alarm(stack, `${name}-alarm`, {
    alarmName: name,
    metric: errors.metric(),
    threshold: 1,
    evaluationPeriods: 1,
  }).addAlarmAction(new SnsAction(topic));
}

const policy = (...statements: object[]) => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
});
