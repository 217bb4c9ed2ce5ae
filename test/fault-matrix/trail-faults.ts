import type { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { type Case, changed } from './case';
import { cloudTrailMayUse, keyPolicy } from './keys';
import { mayAssume, mayWrite, policy, type SoundAccount } from './sound-account';

const field = (
  name: string,
  operators: Partial<CfnTrail.AdvancedFieldSelectorProperty>,
): CfnTrail.AdvancedFieldSelectorProperty => ({ field: name, ...operators });

const MANAGEMENT = field('eventCategory', { equalTo: ['Management'] });

function advanced(...fieldSelectors: CfnTrail.AdvancedFieldSelectorProperty[]) {
  return ({ trail }: SoundAccount) => {
    trail.advancedEventSelectors = [{ name: 'selected', fieldSelectors }];
  };
}

function selectors(...list: CfnTrail.EventSelectorProperty[]) {
  return ({ trail }: SoundAccount) => {
    trail.eventSelectors = list;
  };
}

function writing(policyDocument: object) {
  return ({ role }: SoundAccount) => {
    role.policies = [{ policyName: 'write', policyDocument }];
  };
}

const RECORDING = 'FAIL at 3 trail-management-events';
const ROLE = 'FAIL at 4 trail-delivery-role';
const KEY = 'FAIL at 4 trail-encryption-key';

export const TRAIL_FAULTS: readonly Case[] = [
  changed('trail-missing', 'no trail', 'FAIL at 1 trail-all-regions', (account) =>
    account.without(account.trail),
  ),
  changed('trail-single-region', 'trail of one region', 'FAIL at 1 trail-all-regions', ({ trail }) => {
    trail.isMultiRegionTrail = false;
  }),
  changed(
    'trail-region-not-said',
    'trail that does not say how many regions it covers',
    'FAIL at 1 trail-all-regions',
    ({ trail }) => {
      trail.isMultiRegionTrail = undefined;
    },
  ),
  changed('trail-off', 'trail that is switched off', 'FAIL at 2 trail-logging', ({ trail }) => {
    trail.isLogging = false;
  }),
  changed(
    'trail-no-management-events',
    'management events off',
    RECORDING,
    selectors({ includeManagementEvents: false, readWriteType: 'All' }),
  ),
  changed('trail-read-only', 'reading events only', RECORDING, selectors({ readWriteType: 'ReadOnly' })),
  changed('trail-write-only', 'writing events only', RECORDING, selectors({ readWriteType: 'WriteOnly' })),
  changed(
    'trail-data-of-all-types',
    'data events of a bucket, all of them, and no management events',
    RECORDING,
    selectors({
      includeManagementEvents: false,
      readWriteType: 'All',
      dataResources: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }],
    }),
  ),
  changed(
    'trail-advanced-writes',
    'advanced selector of writing management events',
    RECORDING,
    advanced(MANAGEMENT, field('readOnly', { equalTo: ['false'] })),
  ),
  changed(
    'trail-advanced-reads',
    'advanced selector of reading management events',
    RECORDING,
    advanced(MANAGEMENT, field('readOnly', { equalTo: ['true'] })),
  ),
  changed(
    'trail-advanced-data',
    'advanced selector of data events',
    RECORDING,
    advanced(
      field('eventCategory', { equalTo: ['Data'] }),
      field('resources.type', { equalTo: ['AWS::S3::Object'] }),
    ),
  ),
  changed(
    'trail-advanced-without-ec2',
    'advanced selector that leaves out ec2.amazonaws.com',
    RECORDING,
    advanced(MANAGEMENT, field('eventSource', { notEquals: ['ec2.amazonaws.com'] })),
  ),
  changed('trail-no-log-group', 'trail that feeds no log group', 'FAIL at 4 trail-log-group', ({ trail }) => {
    trail.cloudWatchLogsLogGroupArn = undefined;
    trail.cloudWatchLogsRoleArn = undefined;
  }),
  changed(
    'trail-group-of-other-region',
    'trail that feeds the log group of that name in another region',
    'FAIL at 5 metric-filter-pattern',
    ({ trail, role }) => {
      const elsewhere = 'arn:aws:logs:us-east-1:111122223333:log-group:/audit/events:*';
      trail.cloudWatchLogsLogGroupArn = elsewhere;
      role.policies = [{ policyName: 'write', policyDocument: mayWrite(undefined, elsewhere) }];
    },
  ),
  changed('trail-no-role', 'trail without a role to write with', ROLE, ({ trail }) => {
    trail.cloudWatchLogsRoleArn = undefined;
  }),
  changed('role-without-policy', 'role that may nothing', ROLE, ({ role }) => {
    role.policies = undefined;
  }),
  changed(
    'role-one-action',
    'role that may only make log streams',
    ROLE,
    writing(mayWrite(['logs:CreateLogStream'])),
  ),
  changed(
    'role-other-group',
    'role that may write to another log group',
    ROLE,
    writing(mayWrite(undefined, 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/others:*')),
  ),
  changed(
    'role-denied',
    'role to which writing is denied as well',
    ROLE,
    writing(
      policy(
        { Effect: 'Allow', Action: 'logs:*', Resource: '*' },
        { Effect: 'Deny', Action: 'logs:PutLogEvents', Resource: '*' },
      ),
    ),
  ),
  changed('role-trusts-nobody', 'role that another service may assume', ROLE, ({ role }) => {
    role.assumeRolePolicyDocument = mayAssume('ec2.amazonaws.com');
  }),
  changed('trail-key-without-cloudtrail', "trail's key without CloudTrail", KEY, ({ trailKey }) => {
    trailKey.keyPolicy = keyPolicy();
  }),
  changed('trail-key-other-trail', "trail's key for another trail", KEY, ({ trailKey }) => {
    const others = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/data-events';
    trailKey.keyPolicy = keyPolicy(
      cloudTrailMayUse({ Condition: { StringEquals: { 'aws:SourceArn': others } } }),
    );
  }),
  changed('trail-key-disabled', "trail's key disabled", KEY, ({ trailKey }) => {
    trailKey.enabled = false;
  }),
];
