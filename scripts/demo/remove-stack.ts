import type { AwsCli, Output } from '../../emulator/aws-cli';
import type { DeployedStack } from '../../emulator/deploy';
import { until } from '../../emulator/until';

/** As many as DeleteObjects takes at once. */
const PAGE = '1000';
const SHORTEST_WAITING_PERIOD = '7';

/** Deletes a stack and the evidence that it retains: buckets with their log files, the log group, the key. */
export async function removeStack(aws: AwsCli, stack: DeployedStack): Promise<void> {
  const resources = await stack.resources().catch((error: Error) => {
    if (/does not exist/.test(error.message)) {
      return undefined; // it was never begun
    }
    throw error;
  });
  if (!resources) {
    return;
  }
  await stack.delete();
  // A stack that failed half-way names resources that were not made, or are gone already.
  const made = resources.filter((one) => one.physicalId && one.status !== 'DELETE_COMPLETE');
  const ids = (type: string) => made.filter((one) => one.type === type).map((one) => one.physicalId);
  const [buckets, groups, keys] = ['AWS::S3::Bucket', 'AWS::Logs::LogGroup', 'AWS::KMS::Key'].map(ids);
  for (const bucket of buckets) {
    await removeBucket(aws, bucket);
  }
  for (const group of groups) {
    await aws.run('logs', 'delete-log-group', '--log-group-name', group);
  }
  // Last, because it decrypts what is in the others.
  for (const key of keys) {
    const wait = ['--pending-window-in-days', SHORTEST_WAITING_PERIOD];
    await aws.run('kms', 'schedule-key-deletion', '--key-id', key, ...wait);
  }
}

/** A bucket can be deleted when no version of any object is left. Logs that were on their way may still come. */
async function removeBucket(aws: AwsCli, bucket: string): Promise<void> {
  await until(`${bucket} is empty`, 180, 2, async () => {
    await removeObjects(aws, bucket);
    return aws.run('s3api', 'delete-bucket', '--bucket', bucket).then(
      () => true,
      (error: Error) => {
        if (!/BucketNotEmpty/.test(error.message)) {
          throw error;
        }
        return undefined;
      },
    );
  });
}

async function removeObjects(aws: AwsCli, bucket: string): Promise<void> {
  const query = '[Versions,DeleteMarkers][][].{Key:Key,VersionId:VersionId}';
  const list = ['list-object-versions', '--bucket', bucket, '--max-items', PAGE, '--query', query];
  for (;;) {
    const versions: Output[] = (await aws.run('s3api', ...list)) ?? [];
    if (versions.length === 0) {
      return;
    }
    const batch = JSON.stringify({ Objects: versions.slice(0, Number(PAGE)), Quiet: true });
    await aws.run('s3api', 'delete-objects', '--bucket', bucket, '--delete', batch);
  }
}
