import { Component, JsonFile } from 'projen';
import type { AwsCdkConstructLibrary } from 'projen/lib/awscdk';
import { GitHub } from 'projen/lib/github';

/** What is bundled into the command line. It stands in the root's package.json, for the command line has no install of its own. */
export const CLI_DEPENDENCIES = [
  ...[
    'cloudtrail',
    'cloudwatch',
    'cloudwatch-logs',
    'eventbridge',
    'iam',
    'kms',
    'lambda',
    'organizations',
    'sns',
    'sqs',
    'sts',
  ].map((service) => `@aws-sdk/client-${service}@^3`),
  'yaml@^2',
];

/**
 * The second package of the repository, `nacl-change-monitor`: the command line, made of the same sources. It is a package of
 * its own so that `npx` does not fetch the CDK, and has no dependencies because they are bundled.
 */
export function addCliPackage(project: AwsCdkConstructLibrary): void {
  const { repository, author, license, engines } = project.package.manifest;
  new JsonFile(project, 'cli/package.json', {
    marker: false,
    obj: {
      name: 'nacl-change-monitor',
      version: '0.0.0',
      description:
        'Would a change of an AWS network ACL reach somebody? Checks CloudFormation templates, and explains and tests filter patterns of CloudWatch Logs, without credentials',
      keywords: [
        'aws',
        'cis-benchmark',
        'cloudformation',
        'cloudtrail',
        'cloudwatch-logs',
        'filter-pattern',
        'network-acl',
      ],
      repository: { ...repository, directory: 'cli' },
      author,
      license,
      engines,
      bin: { 'nacl-change-monitor': 'lib/main.mjs' },
      files: ['lib'],
      publishConfig: { access: 'public' },
    },
  });

  project.addTask('bundle:cli', {
    description: 'Make what the package of the command line consists of: cli/lib',
    exec: 'ts-node --transpile-only -P tsconfig.dev.json projenrc/bundle-cli.ts',
  });
  const pack = project.addTask('package:cli', {
    description: 'Pack the command line into dist/cli, with the version of the release',
    exec: 'ts-node --transpile-only -P tsconfig.dev.json projenrc/pack-cli.ts',
  });
  project.packageTask.spawn(pack);
  new PublishedBeside(project);
  // The build copies the licence into the package.
  project.gitignore.addPatterns('/cli/lib/', '/cli/LICENSE');
}

/** The release publishes both packages in one job, from one tag, each with provenance. */
class PublishedBeside extends Component {
  public override preSynthesize(): void {
    // Only now: projen unpacks the one tarball of dist/js before, and fails with two.
    GitHub.of(this.project)?.tryFindWorkflow('release')?.patchStep('release_npm', 'collect_js_artifact', {
      run: 'mv .repo/dist dist && mv dist.old/cli/*.tgz dist/js/',
    });
  }
}
