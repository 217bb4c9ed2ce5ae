import type { Account, Grant, Selectors } from '../account';
import { type Drawn, otherwise, type Pen } from './drawing';
import { patternText } from './patterns';
import { asText, KEY_ADMINISTRATION, policyDocument } from './policies';
import {
  ACCOUNT_ID,
  drawn,
  NO_VALUE,
  PARTITION,
  Reference,
  STACK_ACCOUNT,
  STACK_REGION,
  text,
} from './tokens';

export function drawKeys({ keys }: Account, pen: Pen): Drawn[] {
  return keys.flatMap(({ id, enabled, statements }) => {
    const document = policyDocument(statements, '*', [KEY_ADMINISTRATION]);
    const policy = otherwise(pen, pen.style.policiesAsText) ? asText(document) : document;
    const properties = { KeyPolicy: policy, ...(!enabled && { Enabled: false }) };
    const name = pen.named ? `alias/${id}` : undefined;
    const key: Drawn = { id, type: 'AWS::KMS::Key', properties, name };
    const alias = { AliasName: name, TargetKeyId: new Reference(id, 'id') };
    return name ? [key, { id: `${id}Alias`, type: 'AWS::KMS::Alias', properties: alias }] : [key];
  });
}

export function drawGroups({ groups }: Account, { named }: Pen): Drawn[] {
  return groups.map(({ id, infrequentAccess, key }) => {
    const name = named ? `/audit/${id}` : undefined;
    const properties = {
      RetentionInDays: 365,
      LogGroupName: name,
      LogGroupClass: infrequentAccess ? 'INFREQUENT_ACCESS' : undefined,
      KmsKeyId: key && new Reference(key, 'arn'),
    };
    return { id, type: 'AWS::Logs::LogGroup', properties, name };
  });
}

export function drawRoles({ roles }: Account, pen: Pen): Drawn[] {
  return roles.flatMap(({ id, grants }) => {
    const trust = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    };
    const policies = grants.map((grant, index) => {
      const Statement = [{ Effect: grant.effect, Action: grant.actions, Resource: grantedOn(grant) }];
      const document = { Version: '2012-10-17', Statement };
      const PolicyDocument = otherwise(pen, pen.style.policiesAsText) ? asText(document) : document;
      return { PolicyName: `${id}-${index}`, PolicyDocument };
    });
    const apart = policies.filter(() => otherwise(pen, pen.style.otherResources));
    const name = pen.named ? `role-${id}` : undefined;
    const role: Drawn = {
      id,
      type: 'AWS::IAM::Role',
      properties: {
        RoleName: name,
        AssumeRolePolicyDocument: trust,
        Policies: policies.filter((policy) => !apart.includes(policy)),
      },
      name,
    };
    const Roles = [new Reference(id, 'name')];
    return [
      role,
      ...apart.map((policy) => ({
        id: policy.PolicyName.replace('-', 'Grant'),
        type: 'AWS::IAM::Policy',
        properties: { ...policy, Roles },
      })),
    ];
  });
}

function grantedOn({ on, group }: Grant): unknown {
  const streams = text`arn:${PARTITION}:logs:${STACK_REGION}:${STACK_ACCOUNT}:log-group:${new Reference(group, 'name')}:log-stream:`;
  switch (on) {
    case 'the group':
      return new Reference(group, 'arn');
    case 'own streams':
      return text`${streams}${STACK_ACCOUNT}_CloudTrail_${STACK_REGION}*`;
    case 'organization streams':
      return text`${streams}o-exampleorgid_*`;
    case 'another group':
      return text`arn:${PARTITION}:logs:${STACK_REGION}:${STACK_ACCOUNT}:log-group:/somebody/else:*`;
  }
}

export function drawTrails({ trails }: Account): Drawn[] {
  return trails.map((trail) => ({
    id: trail.id,
    type: 'AWS::CloudTrail::Trail',
    present: trail.present,
    properties: {
      S3BucketName: 'log-files-of-somebody',
      IsLogging: drawn(trail.logging),
      IsMultiRegionTrail: drawn(trail.multiRegion),
      IncludeGlobalServiceEvents: true,
      IsOrganizationTrail: trail.organization || undefined,
      ...selectorsOf(trail.selectors),
      ...(trail.group !== undefined && {
        CloudWatchLogsLogGroupArn: drawn(trail.group, (id) => (id ? new Reference(id, 'arn') : NO_VALUE)),
        CloudWatchLogsRoleArn: drawn(
          trail.role,
          (id) => new Reference(id, 'arn'),
          `arn:aws:iam::${ACCOUNT_ID}:role/elsewhere`,
        ),
      }),
      KMSKeyId: trail.key && new Reference(trail.key, 'key'),
    },
  }));
}

function selectorsOf(selectors: Selectors): object {
  if (selectors.kind === 'none') return {};
  if (selectors.kind === 'basic') {
    const EventSelectors = selectors.of.map(({ management, readWrite }) => ({
      IncludeManagementEvents: management,
      ReadWriteType: readWrite,
      ...(management === false && { DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }] }),
    }));
    return { EventSelectors };
  }
  const AdvancedEventSelectors = selectors.of.map(({ category, writesOnly }) => ({
    FieldSelectors: [
      { Field: 'eventCategory', Equals: [category] },
      ...(category === 'Data' ? [{ Field: 'resources.type', Equals: ['AWS::S3::Object'] }] : []),
      ...(writesOnly ? [{ Field: 'readOnly', Equals: ['false'] }] : []),
    ],
  }));
  return { AdvancedEventSelectors };
}

/** A property that is left out, or `AWS::NoValue` under a condition. */
const orNothing = (value: unknown) => value ?? NO_VALUE;

export function drawFilters({ filters }: Account, pen: Pen): Drawn[] {
  return filters.map((filter) => ({
    id: filter.id,
    type: 'AWS::Logs::MetricFilter',
    present: filter.present,
    properties: {
      LogGroupName: drawn(filter.group, (id) => new Reference(id, 'name')),
      FilterPattern: patternText(
        filter.pattern,
        otherwise(pen, pen.style.otherSpellings) ? pen.random : undefined,
      ),
      MetricTransformations: [
        {
          MetricNamespace: filter.metric.namespace,
          MetricName: drawn(filter.metric.name),
          MetricValue: drawn(filter.value, String),
          DefaultValue: drawn(filter.defaultValue, orNothing),
          Unit: filter.unit,
          Dimensions: filter.dimensions ? [{ Key: 'Who', Value: '$.userIdentity.arn' }] : undefined,
        },
      ],
    },
  }));
}
