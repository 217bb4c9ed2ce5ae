import { App } from 'aws-cdk-lib';
import { CASES } from './cases';

/** `node main.js default`: one case, into the folder that `CDK_OUTDIR` names. */
const app = new App();
CASES[process.argv[2]](app);
app.synth();
