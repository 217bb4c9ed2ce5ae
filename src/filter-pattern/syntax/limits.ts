/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html */
export const MAXIMUM_LENGTH = 1024;

/** In a JSON or column pattern. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
export const MAXIMUM_REGEXES = 2;

/** `.*` and `[*]` in one selector. */
export const MAXIMUM_SELECTOR_WILDCARDS = 1;

/** `.*` and `[*]` in all selectors of a pattern. */
export const MAXIMUM_PATTERN_WILDCARDS = 3;
