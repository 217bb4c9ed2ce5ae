import {
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  type Rule,
} from '@aws-sdk/client-eventbridge';
import type { EventRule } from '../../../../src/evidence/resource-model';
import { isUnreadable } from '../../../../src/field/field';
import { attempt } from '../attempt';
import type { Session } from '../session';

/** The rules of the default bus that may watch network ACLs. They are no part of the chain: one that cannot be read is left out. */
export async function readEventRules(region: string, session: Session): Promise<readonly EventRule[]> {
  const client = session.client(EventBridgeClient, region);
  const found = await attempt(async () => {
    const rules: Rule[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client.send(new ListRulesCommand({ NextToken }));
      rules.push(...(page.Rules ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
    return rules;
  });
  if (isUnreadable(found)) return [];
  return Promise.all(
    found
      .filter(({ EventPattern = '' }) => /NetworkAcl/.test(EventPattern))
      .map(async (rule): Promise<EventRule> => {
        const targets = await attempt(() => client.send(new ListTargetsByRuleCommand({ Rule: rule.Name })));
        return {
          origin: { path: rule.Arn },
          region,
          account: session.account,
          pattern: parsed(rule.EventPattern ?? ''),
          isEnabled: rule.State?.startsWith('ENABLED') ?? false,
          targetArns: isUnreadable(targets)
            ? targets
            : (targets.Targets ?? []).flatMap(({ Arn }) => Arn ?? []),
          eventBusName: rule.EventBusName,
        };
      }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the service takes no other pattern
  }
}
