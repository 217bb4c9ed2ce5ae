import type { IConstruct } from 'constructs';

/** What users acknowledge to accept that a rule is broken. */
export function acknowledgementOf(rule: string): string {
  return `${LIBRARY}:${rule}`;
}

/**
 * Whether `Validations.of().acknowledge()` accepted a rule on the construct or around it, before or after it was broken.
 *
 * The CDK itself overlooks what was acknowledged on the construct before the warning is added, and does not look for
 * errors and notes. For a plug-in it suggests the id with two colons, and takes what one construct acknowledges with it
 * as acknowledged for the whole app; so the one with a single colon is ours.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Validations.html
 */
export function isAcknowledged(construct: IConstruct, rule: string): boolean {
  return construct.node.scopes.some(({ node }) =>
    node.metadata.some(
      ({ type, data }) =>
        type === ACKNOWLEDGED_RULES && Object.keys(Object(data)).some((id) => idsOf(rule).includes(id)),
    ),
  );
}

/** The CDK puts a prefix before an id with a single colon, which differs between its versions. */
function idsOf(rule: string): string[] {
  const id = acknowledgementOf(rule);
  return [`${LIBRARY}::${rule}`, id, `annotation::${id}`, `Annotation::${id}`];
}

const LIBRARY = 'cdk-nacl-change-monitor';

/** The type of the metadata in which the CDK keeps acknowledgements; its constant for it is hidden by its types. */
const ACKNOWLEDGED_RULES = 'aws:cdk:acknowledged-rules';
