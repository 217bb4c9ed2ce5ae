import {
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  DeleteLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Session } from '../live/session';
import { UsageError } from '../usage-error';
import type { Cleanup } from './cleanup';
import type { DrilledChain } from './drilled-chain';
import { markedEvent } from './marked-event';

/** Writes the marked event into a log stream of its own, which goes with the event when the drill ends. */
export async function writeMarkedEvent(
  id: string,
  { name: logGroupName, region, account }: DrilledChain['logGroup'],
  session: Session,
  cleanup: Cleanup,
): Promise<void> {
  const client = session.client(CloudWatchLogsClient, region);
  const stream = { logGroupName, logStreamName: id };
  await cleanup.make(
    {
      what: `log stream "${id}" with the marked event`,
      command: `aws logs delete-log-stream --region ${region} --log-group-name '${logGroupName}' --log-stream-name ${id}`,
      remove: async () => {
        await client.send(new DeleteLogStreamCommand(stream));
      },
    },
    () => client.send(new CreateLogStreamCommand(stream)),
  );
  const now = new Date();
  const logEvents = [{ timestamp: now.getTime(), message: markedEvent(id, account, region, now) }];
  const { rejectedLogEventsInfo } = await client.send(new PutLogEventsCommand({ ...stream, logEvents }));
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_RejectedLogEventsInfo.html
  if (rejectedLogEventsInfo)
    throw new UsageError(
      'the log group took the event for too old or too new: set the clock of this machine, and drill again',
    );
}
