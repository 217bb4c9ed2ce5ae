/** Where a sound chain has to be. */
export enum ChainScope {
  /** One anywhere in the app covers all stacks of its account: a trail covers all regions. */
  ACCOUNT = 'account',

  /** One in every stack, its nested stacks included. */
  STACK = 'stack',
}

/** How a broken chain is reported. */
export enum FindingSeverity {
  /** The app is synthesized, and `cdk synth --strict` fails. */
  WARNING = 'warning',

  /** The app cannot be deployed. */
  ERROR = 'error',
}

/** An account whose network ACL changes are monitored by something that the app does not show. */
export interface CoveredAccount {
  /**
   * The account: twelve digits, or a stack's `account` where it is not known before deployment.
   */
  readonly account: string;

  /**
   * Who monitors it: a monitor of another app, an organization trail, an external SIEM. For those who read the code.
   */
  readonly reason: string;
}

/** What is required of an app. */
export interface ChainRequirements {
  /**
   * Where a sound chain has to be.
   *
   * @default ChainScope.ACCOUNT
   */
  readonly scope?: ChainScope;

  /**
   * How a broken chain is reported.
   *
   * What could not be read is never reported as broken: it is an information note.
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
