import type { Account } from '../account';
import { Random } from '../random';
import { drawAlarms, drawComposites } from './alarm-resources';
import { type Drawn, penFor } from './drawing';
import { stackOfEach } from './layout';
import { type Fetch, Linker, type Template } from './linker';
import type { Style } from './style';
import { ACCOUNT_ID, OTHER_REGION, REGION } from './tokens';
import {
  drawFunctions,
  drawQueues,
  drawSubscriptions,
  drawTopicPolicies,
  drawTopics,
  inlineSubscriptions,
} from './topic-resources';
import { drawFilters, drawGroups, drawKeys, drawRoles, drawTrails } from './trail-resources';
import { UNRELATED } from './unrelated';

/** The templates of one account. */
export interface Rendered {
  readonly files: Readonly<Record<string, Template>>;
  /** The templates that are stacks of their own; the others are nested. */
  readonly stacks: readonly Stack[];
}

interface Stack {
  readonly file: string;
  /** Where it goes, as the manifest of a cloud assembly says it. Not known without. */
  readonly environment?: string;
}

interface Written {
  readonly files: Rendered['files'];
  readonly stacks: readonly string[];
}

export function render(account: Account, style: Style): Rendered {
  const pen = penFor(style);
  const inline = inlineSubscriptions(account, pen);
  const drawnInOrder: Drawn[] = [
    ...drawKeys(account, pen),
    ...drawGroups(account, pen),
    ...drawRoles(account, pen),
    ...drawTrails(account),
    ...drawFilters(account, pen),
    ...drawTopics(account, inline, pen),
    ...drawTopicPolicies(account, pen),
    ...drawQueues(account, pen),
    ...drawFunctions(account, pen),
    ...drawSubscriptions(account, inline),
    ...drawAlarms(account, pen),
    ...drawComposites(account, pen),
    ...(style.unrelatedResources ? UNRELATED : []),
  ];
  const resources = style.shuffled ? new Random(style.seed + 1).shuffled(drawnInOrder) : drawnInOrder;
  const stacks = stackOfEach(resources, pen);
  const near: [Template, Template] = [{ Resources: {} }, { Resources: {} }];
  const far: Template = { Resources: {} };
  const { fetch, files } = LAYOUTS[style.layout](near);
  const linker = new Linker(resources, stacks, [...near, far], fetch, pen, account.knownEnvironment);
  for (const resource of resources) linker.write(resource);
  const written = files();
  const environment = account.knownEnvironment ? `aws://${ACCOUNT_ID}/${REGION}` : undefined;
  const nearStacks = written.stacks.map((file) => ({ file, environment }));
  if (!Object.keys(far.Resources).length) return { files: written.files, stacks: nearStacks };
  return {
    files: { ...written.files, 'far.template.json': far },
    stacks: [
      ...nearStacks,
      { file: 'far.template.json', environment: `aws://${ACCOUNT_ID}/${OTHER_REGION}` },
    ],
  };
}

interface Layout {
  /** References go from the second template to the first. */
  readonly fetch: Fetch;
  /** Once all resources are written. */
  readonly files: () => Written;
}

const LAYOUTS: Record<Style['layout'], (templates: [Template, Template]) => Layout> = {
  'one stack': ([only]) => ({
    fetch: () => {
      throw new Error('there is one stack');
    },
    files: () => ({ files: { 'only.template.json': only }, stacks: ['only.template.json'] }),
  }),

  'two stacks': ([first, second]) => ({
    fetch: (_from, _to, name, { intrinsic }) => {
      first.Outputs ??= {};
      first.Outputs[`Out${name}`] = { Value: intrinsic, Export: { Name: `exported-${name}` } };
      return { 'Fn::ImportValue': `exported-${name}` };
    },
    files: () => ({
      files: { 'first.template.json': first, 'second.template.json': second },
      stacks: ['first.template.json', 'second.template.json'],
    }),
  }),

  'nested stack made first': ([nested, root]) => ({
    fetch: (_from, _to, name, { intrinsic }) => {
      nested.Outputs ??= {};
      nested.Outputs[`Out${name}`] = { Value: intrinsic };
      return { 'Fn::GetAtt': ['Nested', `Outputs.Out${name}`] };
    },
    files: () => nestedIn(root, nested, {}),
  }),

  'nested stack made last': ([root, nested]) => {
    const given: Record<string, unknown> = {};
    return {
      fetch: (_from, _to, name, { intrinsic }) => {
        given[`In${name}`] = intrinsic;
        return { Ref: `In${name}` };
      },
      files: () => {
        for (const name of Object.keys(given)) {
          nested.Parameters ??= {};
          nested.Parameters[name] = { Type: 'String' };
        }
        return nestedIn(root, nested, given);
      },
    };
  },
};

/** A nested stack as the CDK writes it: the template is an asset beside its parent's. */
function nestedIn(root: Template, nested: Template, given: Record<string, unknown>): Written {
  const passedOn = Object.keys(nested.Parameters ?? {}).filter((name) => !(name in given));
  for (const name of passedOn) {
    root.Parameters ??= {};
    root.Parameters[name] = { Type: 'String' };
  }
  const Parameters = { ...given, ...Object.fromEntries(passedOn.map((name) => [name, { Ref: name }])) };
  root.Resources.Nested = {
    Type: 'AWS::CloudFormation::Stack',
    Metadata: { 'aws:asset:path': 'nested.template.json' },
    Properties: { TemplateURL: 'https://example.com/nested.template.json', Parameters },
  };
  return {
    files: { 'root.template.json': root, 'nested.template.json': nested },
    stacks: ['root.template.json'],
  };
}
