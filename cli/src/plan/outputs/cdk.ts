import { roleName, STACK_NAME, type StackParts } from '../stack-parts';
import { type CdkApp, LANGUAGES, type Language } from './cdk-languages';

export { LANGUAGE_NAMES, type Language } from './cdk-languages';

/** An app of the user's language, with the construct that makes what is missing. */
export function cdk(parts: StackParts, language: Language): string {
  const { account, region, logGroupName, topicArn, emails, keyArn } = parts;
  const app: CdkApp = {
    account,
    region,
    stackName: STACK_NAME,
    ...(parts.role && { roleName: roleName(parts) }),
    // The construct makes the group of a trail that it makes.
    ...(!parts.trail && logGroupName !== '' && { logGroup: { name: logGroupName, isNew: parts.logGroup } }),
    ...(parts.alarm && { monitor: topicArn === undefined ? { emails, keyArn } : { emails: [], topicArn } }),
  };
  return LANGUAGES[language](parts.trail ? { ...app, roleName: undefined } : app);
}
