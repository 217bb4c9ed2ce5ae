import { CHANGES, type Event, type Pattern } from '../account';

/** Whether a pattern counts an event. */
export function counted(pattern: Pattern, event: Event): 'always' | 'sometimes' | 'never' {
  const isChange = (CHANGES as readonly Event[]).includes(event);
  const always = (yes: boolean) => (yes ? 'always' : 'never');
  switch (pattern.kind) {
    case 'changes':
      return always(pattern.of.includes(event));
    case 'successful changes':
      return isChange ? 'sometimes' : 'never';
    case 'broader':
      return always(isChange || event === 'DescribeNetworkAcls');
    case 'everything':
      return 'always';
    case 'another control':
      return always(event === 'ConsoleLogin');
    case 'invalid':
      return 'never';
  }
}
