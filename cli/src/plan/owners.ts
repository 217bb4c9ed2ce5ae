import { CloudTrailClient, ListTagsCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, ListTagsForResourceCommand as ListAlarmTags } from '@aws-sdk/client-cloudwatch';
import { IAMClient, ListRoleTagsCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListResourceTagsCommand } from '@aws-sdk/client-kms';
import { ListTagsForResourceCommand as ListTopicTags, SNSClient } from '@aws-sdk/client-sns';
import { parseArn } from '../../../src/field/arn';
import { isUnreadable } from '../../../src/field/field';
import { attempt } from '../live/attempt';
import type { Session } from '../live/session';
import type { AwsCommand } from './command';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html */
const STACK_TAG = 'aws:cloudformation:stack-name';

type Tags = readonly {
  readonly Key?: string;
  readonly TagKey?: string;
  readonly Value?: string;
  readonly TagValue?: string;
}[];

/** The stack of whatever is changed, where a tag says so. */
export function withOwners(commands: readonly AwsCommand[], session: Session): Promise<AwsCommand[]> {
  return Promise.all(
    commands.map(async (each) => {
      const { arn } = each;
      if (arn === undefined) return each;
      const tags = await attempt(() => tagsOf(arn, session));
      if (isUnreadable(tags) || tags === undefined) return each;
      const tag = tags.find(({ Key, TagKey }) => (Key ?? TagKey) === STACK_TAG);
      return { ...each, owner: tag?.Value ?? tag?.TagValue ?? null };
    }),
  );
}

async function tagsOf(arn: string, session: Session): Promise<Tags | undefined> {
  const { service, region, account, resource = '' } = parseArn(arn) ?? {};
  if (account !== session.account) return undefined;
  switch (service) {
    case 'cloudtrail': {
      const client = session.client(CloudTrailClient, region);
      const { ResourceTagList = [] } = await client.send(new ListTagsCommand({ ResourceIdList: [arn] }));
      return ResourceTagList[0]?.TagsList ?? [];
    }
    case 'cloudwatch':
      return (
        (await session.client(CloudWatchClient, region).send(new ListAlarmTags({ ResourceARN: arn }))).Tags ??
        []
      );
    case 'sns':
      return (
        (await session.client(SNSClient, region).send(new ListTopicTags({ ResourceArn: arn }))).Tags ?? []
      );
    case 'kms':
      return (
        (await session.client(KMSClient, region).send(new ListResourceTagsCommand({ KeyId: arn }))).Tags ?? []
      );
    case 'iam': {
      const RoleName = resource.split('/').at(-1);
      return (await session.client(IAMClient).send(new ListRoleTagsCommand({ RoleName }))).Tags ?? [];
    }
    default:
      return undefined;
  }
}
