/** Where a sound chain is required. */
export enum ChainScope {
  /**
   * In every account: one chain anywhere in the app covers all stacks of its account, because a trail covers all
   * regions.
   */
  ACCOUNT = 'account',

  /** In every stack, its nested stacks included. */
  STACK = 'stack',
}

/** How a broken chain is reported. */
export enum FindingSeverity {
  /** As a warning: the app is synthesized. `cdk synth --strict` fails where the Aspect warns. */
  WARNING = 'warning',

  /** As an error: the app cannot be deployed. */
  ERROR = 'error',
}

/** An account whose network ACL changes are monitored by something that the app does not show. */
export interface CoveredAccount {
  /**
   * The id of the account: twelve digits, or the `account` of a stack where it is not known before deployment.
   *
   * Anything else is an error.
   */
  readonly account: string;

  /**
   * Who monitors it, for those who read the code: a monitor of another app, an organization trail, an external SIEM.
   *
   * An empty reason is an error.
   */
  readonly reason: string;
}

/** What is required of an app. */
export interface ChainRequirements {
  /**
   * Where a sound chain is required.
   *
   * @default ChainScope.ACCOUNT
   */
  readonly scope?: ChainScope;

  /**
   * How a broken chain is reported.
   *
   * What could not be read is never reported as broken: it is an info message, whatever the severity.
   *
   * @default FindingSeverity.WARNING
   */
  readonly severity?: FindingSeverity;

  /**
   * Accounts that are monitored by something else and are not judged.
   *
   * @default - all accounts of the app are judged
   */
  readonly coveredAccounts?: CoveredAccount[];
}
