/**
 * A web address without what may be a secret: name and password, and all behind the path. An address is kept in reports
 * and in evidence; host and path say which one it is.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscribe-https-s-endpoints-to-topic.html SNS masks the password alone
 */
export function maskedAddress(address: string): string {
  const [, scheme, user = '', place, rest = ''] =
    /^(https?:\/\/)([^/?#]*@)?([^?#]*)(.*)$/is.exec(address) ?? [];
  if (scheme === undefined) return address;
  if (!URL.canParse(address)) return `${scheme}${MASK}`;
  return `${scheme}${user && `${MASK}@`}${place}${rest && `?${MASK}`}`;
}

const MASK = '****';

/** Whether it is not whole: nobody can subscribe it again. */
export function isMasked(address: unknown): boolean {
  return typeof address === 'string' && /^https?:\/\//i.test(address) && address.includes(MASK);
}
