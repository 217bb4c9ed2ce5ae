/**
 * Renders intrinsic functions as text, so that an expected policy can be read: `${AWS::Partition}`, `${LogicalId.Arn}`,
 * `UUID` for the one in the stack's id, and a replacement, which is a Join of a Split, in words.
 */
export function readable(value: any): any {
  if (Array.isArray(value)) return value.map(readable);
  if (value === null || typeof value !== 'object') return value;
  const [[name, inner], ...others] = Object.entries<any>(value);
  if (others.length === 0) {
    if (name === 'Ref') return `\${${inner}}`;
    if (name === 'Fn::GetAtt') return `\${${inner.join('.')}}`;
    if (name === 'Fn::Join' && inner[1]['Fn::Split']) {
      const [replaced, text] = inner[1]['Fn::Split'];
      return `${readable(text)} with ${inner[0]} for ${replaced}`;
    }
    if (name === 'Fn::Join') return readable(inner[1]).join(inner[0]);
    if (name === 'Fn::Select' && JSON.stringify(inner).includes('AWS::StackId')) return 'UUID';
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readable(one)]));
}
