import { CloudWatchClient, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  PutMetricFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { each } from '../../cli/src/live/each';
import { DeployedStack } from '../../emulator/deploy';
import { monitor, synthesize } from '../../emulator/synthesize';
import { partsOf } from './breaks';
import { describeOnEmulator } from './describe-on-emulator';
import { runLive } from './live';

const ACCOUNT = '600000000001';

/** So many that the part of the chain is on the last page. */
describeOnEmulator('an account with many of everything', (emulator) => {
  test('2,000 alarms, 100 filters and 500 log groups before the one that counts', async () => {
    const config = {
      region: 'us-east-1',
      endpoint: emulator().aws.endpoint,
      credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'emulator' },
    };
    const stack = new DeployedStack(emulator().aws.inAccount(ACCOUNT), 'monitoring');
    await stack.create(synthesize((scope) => monitor(scope, { alarm: { alarmName: 'zz-last-alarm' } })));
    const { group } = partsOf(await stack.resources());

    const cloudWatch = new CloudWatchClient(config);
    await each([...Array(1999).keys()], 20, (i) =>
      cloudWatch.send(
        new PutMetricAlarmCommand({
          AlarmName: `alarm-${i}`,
          Namespace: 'Other',
          MetricName: `m${i}`,
          Statistic: 'Sum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        }),
      ),
    );
    const logs = new CloudWatchLogsClient(config);
    await each([...Array(500).keys()], 20, (i) =>
      logs.send(new CreateLogGroupCommand({ logGroupName: `${group}-${i}` })),
    );
    await each([...Array(99).keys()], 20, (i) =>
      logs.send(
        new PutMetricFilterCommand({
          logGroupName: group,
          filterName: `A-filter-${i}`,
          filterPattern: '{ $.eventName = DeleteVpc }',
          metricTransformations: [{ metricNamespace: 'Other', metricName: `m${i}`, metricValue: '1' }],
        }),
      ),
    );

    const { status, stdout, stderr } = await runLive(emulator(), ACCOUNT, ['audit', '--verbose']);
    expect([status, stdout.split('\n')[0]]).toEqual([
      0,
      `PASS: account ${ACCOUNT} has a sound chain that reports network ACL changes.`,
    ]);
    const calls = (action: string) => stderr.split('\n').filter((line) => line.startsWith(action)).length;
    // A hundred alarms a page, and one page too many where the last is full; of log groups only the page that is needed.
    expect([20, 21]).toContain(calls('cloudwatch:DescribeAlarms'));
    expect(calls('logs:DescribeLogGroups')).toBe(1);
    cloudWatch.destroy();
    logs.destroy();
  });
});
