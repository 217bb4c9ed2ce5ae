/** What the Aspect and the plug-in load when they judge: one file after the build, with all that it needs. */
export { CHECKS } from '../audit/checks';
export { flagStacks } from './flag-stacks';
export { validationReport } from './validation-report';
