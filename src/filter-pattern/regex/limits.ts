/**
 * How often `{m,n}` may repeat, and how many states all repetitions of a regular expression may add up to. AWS documents no
 * limit. Without one, matching `.{9999}.{9999}` and the like would be slow.
 */
export const MAXIMUM_REPETITIONS = 1000;
export const MAXIMUM_REGEX_STATES = 4096;
