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

/**
 * Ids and regions come from records: what does not look like one gets no link and no look-up, nor do the partitions whose
 * consoles are not public.
 */
export const REGION = /^(?!us-iso|eu-iso|eusc)[a-z]{2}(-[a-z]+)+-\d$/;
export const NETWORK_ACL = /^acl-[0-9a-f]{8,17}$/;

export function linksOf(
  region: string,
  networkAcl: string,
  eventId: string,
  ruleNumber = '',
  logGroup?: LogGroup,
): Links {
  const console = consoleOf(region);
  const isAcl = NETWORK_ACL.test(networkAcl);
  const home = `home?region=${region}#`;
  const rule = /^\d+$/.test(ruleNumber) ? ` and requestParameters.ruleNumber=${ruleNumber}` : '';
  return {
    networkAcl:
      console && isAcl
        ? `${console}/vpcconsole/${home}NetworkAclDetails:networkAclId=${networkAcl}`
        : undefined,
    event:
      console && /^[\da-f-]{36}$/.test(eventId)
        ? `${console}/cloudtrailv2/${home}/events?EventId=${eventId}`
        : undefined,
    history:
      isAcl && logGroup
        ? queryLink(logGroup, `requestParameters.networkAclId="${networkAcl}"${rule}`)
        : undefined,
  };
}

/** All changes that a log group has: what the link leads to, and the link. */
export function changesLink(logGroup?: LogGroup): string[] {
  const link = logGroup && queryLink(logGroup, 'eventName like /NetworkAcl/');
  return link ? [`All changes:\n${link}`] : [];
}

/** Of the three partitions whose consoles are public. */
function consoleOf(region: string): string | undefined {
  const domain = region.startsWith('cn-')
    ? 'amazonaws.cn'
    : region.startsWith('us-gov-')
      ? 'amazonaws-us-gov.com'
      : 'aws.amazon.com';
  return REGION.test(region) ? `https://${region}.console.${domain}` : undefined;
}

/**
 * The last 30 days, newest first. How the console writes a query into its address is not documented, `assumed` from addresses
 * that it made: texts with * before the code of a character, then the whole percent-encoded twice, with $ for %.
 */
function queryLink({ name, region }: LogGroup, condition: string): string | undefined {
  const console = consoleOf(region);
  const coded = (text: string, mark: string) =>
    text.replace(/[^\w.-]/g, (one) => mark + one.charCodeAt(0).toString(16).toUpperCase());
  const detail = `~(end~0~start~-2592000~timeType~'RELATIVE~unit~'seconds~editorString~'${coded(`filter ${condition}`, '*')}~source~(~'${coded(name, '*')}))`;
  return (
    console &&
    `${console}/cloudwatch/home?region=${region}#logsV2:logs-insights$3FqueryDetail$3D${coded(detail, '$25')}`
  );
}
