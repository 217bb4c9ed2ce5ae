/**
 * Renders intrinsic functions as text, so that an expected policy can be read: `${AWS::Partition}`, `${LogicalId.Arn}`,
 * and `UUID` for the one in the stack's id.
 */
export function readable(value: any): any {
  if (Array.isArray(value)) return value.map(readable);
  if (value === null || typeof value !== 'object') return value;
  const [[name, inner], ...others] = Object.entries<any>(value);
  if (others.length === 0) {
    if (name === 'Ref') return `\${${inner}}`;
    if (name === 'Fn::GetAtt') return `\${${inner.join('.')}}`;
    if (name === 'Fn::Join') return readable(inner[1]).join(inner[0]);
    if (name === 'Fn::Select' && JSON.stringify(inner).includes('AWS::StackId')) return 'UUID';
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readable(one)]));
}
