import { type Case, changed } from './case';
import { keyPolicy, logsMayUse } from './keys';

const KEY = 'FAIL at 4 log-group-encryption-key';
const CLASS = 'FAIL at 5 log-group-class';

export const LOG_GROUP_FAULTS: readonly Case[] = [
  changed('group-infrequent-access', 'log group of class INFREQUENT_ACCESS', CLASS, ({ logGroup }) => {
    logGroup.logGroupClass = 'INFREQUENT_ACCESS';
  }),
  changed('group-delivery', 'log group of class DELIVERY', CLASS, ({ logGroup }) => {
    logGroup.logGroupClass = 'DELIVERY';
  }),
  changed('group-key-without-logs', "log group's key without CloudWatch Logs", KEY, ({ groupKey }) => {
    groupKey.keyPolicy = keyPolicy();
  }),
  changed('group-key-other-region', "log group's key for another region", KEY, ({ groupKey }) => {
    groupKey.keyPolicy = keyPolicy(logsMayUse({ Principal: { Service: 'logs.us-east-1.amazonaws.com' } }));
  }),
  changed('group-key-other-group', "log group's key for another log group", KEY, ({ groupKey }) => {
    const others = 'arn:aws:logs:eu-central-1:111122223333:log-group:/app/*';
    groupKey.keyPolicy = keyPolicy(
      logsMayUse({ Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': others } } }),
    );
  }),
  changed('group-key-disabled', "log group's key disabled", KEY, ({ groupKey }) => {
    groupKey.enabled = false;
  }),
];
