import type { ScopedValue } from './declaration';

/**
 * The value of a nested stack's parameter: whoever deploys another stack may give its parameters any value, but a nested
 * stack's are all in its parent.
 *
 * @param given - by the parent
 * @param byDefault - where the parent gives none
 */
export function nestedParameter(
  type: string,
  given: ScopedValue,
  byDefault: ScopedValue,
): ScopedValue | undefined {
  if (type.startsWith('AWS::SSM::')) return undefined; // the parameter's value is a name of its value
  const { value, stack } = given.value === undefined ? byDefault : given;
  if (value === undefined) return undefined;
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  return { value: isList && !Array.isArray(value) ? listOf(value) : value, stack };
}

function listOf(value: unknown): unknown {
  return typeof value === 'string'
    ? value.split(',').map((item) => item.trim())
    : { 'Fn::Split': [',', value] };
}
