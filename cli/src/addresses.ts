/** Where this program lives. */
export const HOME = 'https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor';

/** What is written about a check. */
export function pageOf({ id }: { readonly id: string }): string {
  return `${HOME}/blob/main/docs/checks/${id}.md`;
}
