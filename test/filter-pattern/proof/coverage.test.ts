import { type Coverage, coverage } from '../../../src/filter-pattern';
import corpus from '../../corpus/filter-pattern/coverage.json';

interface Case extends Pick<Coverage, 'verdict' | 'others' | 'reason' | 'error'> {
  readonly name: string;
  readonly patterns: readonly string[];
  /** The events that fire always, sometimes and never; one in no list is undecided. */
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
  readonly never: readonly string[];
  /** When those of `sometimes` fire. */
  readonly condition?: string;
  /** False when left out. */
  readonly firesOnEverything?: boolean;
}

const names = [
  'CreateNetworkAcl',
  'CreateNetworkAclEntry',
  'DeleteNetworkAcl',
  'DeleteNetworkAclEntry',
  'ReplaceNetworkAclEntry',
  'ReplaceNetworkAclAssociation',
];
const exactTexts = [
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }',
  '{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}',
];

test.each(corpus as readonly Case[])('$name: $verdict', (expected) => {
  const { patterns, verdict, others, reason, error, always, sometimes, never, condition } = expected;
  const { firesOnEverything = false } = expected;
  const events = names.flatMap((name): Coverage['events'] => {
    if (always.includes(name)) return [{ name, fires: 'always' }];
    if (sometimes.includes(name)) return [{ name, fires: 'sometimes', condition }];
    return never.includes(name) ? [{ name, fires: 'never' }] : [];
  });
  expect({
    others: undefined,
    reason: undefined,
    error: undefined,
    ...coverage(patterns, { names, source: 'ec2.amazonaws.com', exactTexts }),
  }).toEqual({ verdict, others, reason, error, events, firesOnEverything });
});
