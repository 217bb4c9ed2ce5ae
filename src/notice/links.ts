import { partitionOfRegion } from '../field/partition';

/** Where the records are: the log group from which the function gets them. */
export interface LogGroup {
  readonly name: string;
  readonly region: string;
}

/** Addresses in the console of the partition. One that would have to be guessed is left out. */
export interface Links {
  readonly networkAcl?: string;
  readonly event?: string;
  /** A query in Logs Insights for all changes of the network ACL, or of the rule. */
  readonly history?: string;
}

/** Of the partitions whose console is public. */
const CONSOLES: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

const REGION = /^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/;
const NETWORK_ACL = /^acl-[0-9a-f]{8,17}$/;

/** Ids and regions come from the record: what does not look like one gets no link. */
export function linksOf(
  region: string | undefined,
  networkAcl: string | undefined,
  ruleNumber: string | undefined,
  eventId: string | undefined,
  logGroup: LogGroup | undefined,
): Links {
  const isAcl = networkAcl !== undefined && NETWORK_ACL.test(networkAcl);
  const console = consoleOf(region);
  const vpc = console && isAcl && `${console}/vpcconsole/home?region=${region}#NetworkAclDetails:networkAclId=${networkAcl}`;
  const event =
    console &&
    /^[0-9a-f-]{36}$/i.test(eventId ?? '') &&
    `${console}/cloudtrailv2/home?region=${region}#/events?EventId=${eventId}`;
  const rule = /^\d+$/.test(ruleNumber ?? '') ? ` and requestParameters.ruleNumber=${ruleNumber}` : '';
  const history = logGroup && isAcl && queryLink(logGroup, `requestParameters.networkAclId ="${networkAcl}"${rule}`);
  return { ...(vpc && { networkAcl: vpc }), ...(event && { event }), ...(history && { history }) };
}

/** All changes that a log group has. */
export function changesLink(logGroup: LogGroup): string | undefined {
  return queryLink(logGroup, 'eventName like /NetworkAcl/');
}

function consoleOf(region: string | undefined): string | undefined {
  const host = region !== undefined && REGION.test(region) ? CONSOLES[partitionOfRegion(region).name] : undefined;
  return host && `https://${region}.${host}`;
}

const DAYS = 30;

/**
 * How the console writes a query into its address is not documented, `assumed` from addresses that it made: JSURL, whose
 * texts have * before the code of a character, then percent-encoding twice with $ for %.
 */
function queryLink({ name, region }: LogGroup, condition: string): string | undefined {
  const console = consoleOf(region);
  const query = `filter ${condition}`; // newest first, the whole record in each line
  const text = (value: string) =>
    `'${value.replace(/[^\w.-]/g, (one) => `*${Buffer.from(one).toString('hex').replace(/..(?=.)/g, '$&*')}`)}`;
  const detail = `~(end~0~start~-${DAYS * 24 * 3600}~timeType~'RELATIVE~unit~'seconds~editorString~${text(query)}~source~(~${text(name)}))`;
  const encoded = detail.replace(/[^\w.-]/g, (one) => `$25${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return console && `${console}/cloudwatch/home?region=${region}#logsV2:logs-insights$3FqueryDetail$3D${encoded}`;
}
