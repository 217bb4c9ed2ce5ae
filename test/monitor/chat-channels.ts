import type { Stack } from 'aws-cdk-lib';
import { CfnMicrosoftTeamsChannelConfiguration, SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import type { ITopic } from 'aws-cdk-lib/aws-sns';

/** A channel that the topic tells, without a subscription of its own: the chat service subscribes itself. */
export function slackOf(topic: ITopic, scope: Stack) {
  new SlackChannelConfiguration(scope, 'Slack', {
    slackChannelConfigurationName: 'security',
    slackWorkspaceId: 'T0123ABCD',
    slackChannelId: 'C0123ABCD',
    notificationTopics: [topic],
  });
}

export function teamsOf(topic: ITopic, scope: Stack) {
  new CfnMicrosoftTeamsChannelConfiguration(scope, 'Teams', {
    configurationName: 'security',
    iamRoleArn: 'arn:aws:iam::111122223333:role/chat',
    teamId: '12345678-1234-1234-1234-123456789012',
    teamsTenantId: '12345678-1234-1234-1234-123456789012',
    teamsChannelId: '19%3Aab%40thread.tacv2',
    snsTopicArns: [topic.topicArn],
  });
}
