/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html */
export const MAXIMUM_LENGTH = 1024;

/** In a JSON or column pattern. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
export const MAXIMUM_REGEXES = 2;

/** `.*` and `[*]` in one selector. */
export const MAXIMUM_SELECTOR_WILDCARDS = 1;

/** `.*` and `[*]` in all selectors of a pattern. */
export const MAXIMUM_PATTERN_WILDCARDS = 3;

/**
 * How often `{m,n}` may repeat, and how many states all repetitions of a regular expression may add up to. AWS documents no
 * limit; without one, `.{9999}` written often enough would make matching slow.
 */
export const MAXIMUM_REPETITIONS = 1000;
export const MAXIMUM_REGEX_STATES = 4096;
