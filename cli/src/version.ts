import { version } from '../package.json';

/** Of the package, which a release writes before it is built. */
export const VERSION: string = version;
