import {
  CfnResource,
  DefaultTokenResolver,
  type IResolvable,
  Reference,
  Stack,
  StringConcat,
  Tokenization,
} from 'aws-cdk-lib';
import { CfnSubscription, type ITopic } from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';

/** Somebody whom a topic tells. */
export interface Subscriber {
  /** As SNS calls it, and `chat` for a channel of Slack or Teams. */
  readonly protocol: string;
  /** Undefined for chats, for what a topic declares inline, and for what no class of the CDK's declares. */
  readonly subscription?: CfnSubscription;
}

/** Resources that subscribe to the topics that they name. */
const SUBSCRIBING: Readonly<Record<string, string | undefined>> = {
  'AWS::SNS::Subscription': undefined,
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-chatbot-slackchannelconfiguration.html
  'AWS::Chatbot::SlackChannelConfiguration': 'chat',
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': 'chat',
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sns.html
  'AWS::Serverless::Function': 'lambda',
};

/** The topic's resource where it is one of this app, also where it was imported by a reference to it. */
export function resourceOf(topic: ITopic): CfnResource | undefined {
  return rendered(topic.topicArn, topic).resources.find(
    ({ cfnResourceType }) => cfnResourceType === 'AWS::SNS::Topic',
  );
}

/** Who is subscribed to a topic, as far as the app shows. */
export function subscribersOf(topic: ITopic): Subscriber[] {
  const resource = resourceOf(topic);
  const arn = rendered(topic.topicArn, topic).text;
  const inline: any[] = resource ? (propertiesOf(resource).value.Subscription ?? []) : [];
  const others = resourcesOf(topic, (type) => type in SUBSCRIBING).flatMap((one): Subscriber[] => {
    const { resources, text, value } = propertiesOf(one);
    // Of a topic that is not of this app only the ARN is known.
    if (resource ? !resources.includes(resource) : !text.includes(arn)) return [];
    const protocol = SUBSCRIBING[one.cfnResourceType] ?? value.Protocol;
    return [CfnSubscription.isCfnSubscription(one) ? { protocol, subscription: one } : { protocol }];
  });
  return [...inline.map(({ Protocol }) => ({ protocol: Protocol })), ...others];
}

/** The resources of the app that are of certain types. */
export function resourcesOf(anywhere: IConstruct, isWanted: (type: string) => boolean): CfnResource[] {
  return anywhere.node.root.node
    .findAll()
    .filter((one): one is CfnResource => CfnResource.isCfnResource(one) && isWanted(one.cfnResourceType));
}

export interface Rendered {
  /** As the template will have it. */
  readonly value: any;
  readonly text: string;
  /** The resources to which it refers, of whatever stack. */
  readonly resources: CfnResource[];
}

export function propertiesOf(resource: CfnResource): Rendered {
  const { resources, value } = rendered(resource._toCloudFormation(), resource);
  const [definition] = Object.values<any>(value.Resources);
  const properties = definition.Properties ?? {};
  return { value: properties, text: JSON.stringify(properties), resources };
}

export function rendered(value: unknown, scope: IConstruct): Rendered {
  const references = new References();
  Tokenization.resolve(value, { scope, resolver: references, preparing: false });
  const plain = Stack.of(scope).resolve(value);
  return { value: plain, text: JSON.stringify(plain), resources: [...references.resources] };
}

/** Collects what a value refers to. By the resource and not by its logical id, which another stack may have as well. */
class References extends DefaultTokenResolver {
  readonly resources = new Set<CfnResource>();

  constructor() {
    super(new StringConcat());
  }

  override resolveToken(
    ...[token, context, postProcessor]: Parameters<DefaultTokenResolver['resolveToken']>
  ) {
    if (isReference(token) && CfnResource.isCfnResource(token.target)) this.resources.add(token.target);
    return super.resolveToken(token, context, postProcessor);
  }
}

function isReference(token: IResolvable): token is Reference {
  return Reference.isReference(token);
}
