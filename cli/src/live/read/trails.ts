import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail as LiveTrail,
} from '@aws-sdk/client-cloudtrail';
import type { GivenSelectors, Trail } from '../../../../src/evidence/resource-model';
import { Fields } from '../../../../src/evidence/resources/fields';
import { eventSelectorsOf } from '../../../../src/evidence/resources/trail';
import { isUnreadable } from '../../../../src/field/field';
import { accountOf } from '../arn';
import { attempt } from '../attempt';
import type { Evidence } from '../evidence';
import type { Session } from '../session';

/**
 * The trails of an account, each in its home region. What `describe-trails` shows of other accounts, the trail of the
 * organization, is theirs to be read.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
 */
export async function readTrails(session: Session, evidence: Evidence): Promise<readonly Trail[]> {
  const found = await attempt(() => session.client(CloudTrailClient).send(new DescribeTrailsCommand({})));
  if (isUnreadable(found)) {
    evidence.couldNotRead(`the trails of account ${session.account}`, found);
    return [];
  }
  const trails = (found.trailList ?? []).filter(({ TrailARN }) => TrailARN !== undefined);
  for (const { TrailARN = '', IsOrganizationTrail } of trails) {
    if (accountOf(TrailARN) !== session.account && IsOrganizationTrail) evidence.isRecordedBy(TrailARN);
  }
  const own = await Promise.all(
    trails
      .filter(({ TrailARN }) => accountOf(TrailARN) === session.account)
      .map((trail) => readTrail(trail, session)),
  );
  evidence.add('trails', ...own);
  return own;
}

async function readTrail(trail: LiveTrail, session: Session): Promise<Trail> {
  const { TrailARN: arn = '', HomeRegion: region = session.region } = trail;
  const client = session.client(CloudTrailClient, region);
  const [status, selectors] = await Promise.all([
    attempt(() => client.send(new GetTrailStatusCommand({ Name: arn }))),
    attempt(() => client.send(new GetEventSelectorsCommand({ TrailName: arn }))),
  ]);
  return {
    origin: { path: arn },
    region,
    account: session.account,
    name: trail.Name ?? arn,
    arn,
    isOrganizationTrail: trail.IsOrganizationTrail ?? false,
    isMultiRegionTrail: trail.IsMultiRegionTrail ?? false,
    isLogging: isUnreadable(status) ? status : (status.IsLogging ?? false),
    ...(isUnreadable(selectors)
      ? { eventSelectors: selectors, advancedEventSelectors: selectors }
      : {
          ...eventSelectorsOf(new Fields({ ...selectors } as never)),
          givenSelectors: {
            EventSelectors: selectors.EventSelectors,
            AdvancedEventSelectors: selectors.AdvancedEventSelectors,
          } as GivenSelectors,
        }),
    logGroupArn: trail.CloudWatchLogsLogGroupArn || undefined,
    deliveryRoleArn: trail.CloudWatchLogsRoleArn || undefined,
    encryptionKey: trail.KmsKeyId || undefined,
    deliveryError: isUnreadable(status) ? status : status.LatestCloudWatchLogsDeliveryError || undefined,
  };
}
