/** A remedy as the command line says it: what accepts an account in an app is an option here. */
export function remedyHere(remedy: string): string {
  return remedy
    .replace(/\bcoveredAccounts: \[\{ account: '([^']*)', reason: '([^']*)' \}\]/, "--covered '$1=$2'")
    .replace(/\bcoveredAccounts\b/, '--covered ACCOUNT=REASON');
}
