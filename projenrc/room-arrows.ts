/**
 * The arrows between the rooms of src/: cloudformation -> evidence -> audit -> report, and only
 * `policy-validation` puts them together. `control`, `field`, `language` and `filter-pattern` are leaves; `notice` knows `control` alone. ARCHITECTURE.md draws them; Biome refuses an import against them.
 */

const ROOMS = [
  'audit',
  'cloudformation',
  'control',
  'evidence',
  'field',
  'filter-pattern',
  'language',
  'monitor',
  'notice',
  'policy-validation',
  'report',
] as const;
type Room = (typeof ROOMS)[number];

interface Arrows {
  readonly files: string[];
  /** The rooms from which these files may import. */
  readonly to: readonly Room[];
  /** Whether they know the CDK. */
  readonly cdk?: boolean;
  /** Whether they call AWS, with the SDK of Lambda's runtime. */
  readonly sdk?: boolean;
  /** Files of the allowed rooms that they must not know. */
  readonly not?: readonly string[];
}

const ARROWS: readonly Arrows[] = [
  { files: ['src/control/**'], to: [] },
  { files: ['src/field/**'], to: [] },
  { files: ['src/language/**'], to: [] },
  { files: ['src/filter-pattern/**'], to: [] },
  { files: ['src/notice/**', '!src/notice/*.lambda.ts'], to: ['control'] },
  { files: ['src/notice/*.lambda.ts'], to: [], sdk: true },
  {
    files: [
      'src/cloudformation/**',
      '!src/cloudformation/constructs/**',
      '!src/cloudformation/from-constructs.ts',
    ],
    to: ['field'],
    not: ['**/constructs/**', '**/from-constructs'],
  },
  {
    files: ['src/cloudformation/constructs/**', 'src/cloudformation/from-constructs.ts'],
    to: ['field'],
    cdk: true,
  },
  { files: ['src/evidence/**'], to: ['cloudformation', 'field'], not: ['**/from-*'] },
  {
    files: ['src/audit/**'],
    to: ['control', 'evidence', 'field', 'filter-pattern'],
    // The audit sees accounts, whoever read them.
    not: ['**/evidence/resources/**', '**/evidence/declared-*'],
  },
  {
    files: ['src/report/**'],
    to: ['audit', 'control', 'evidence', 'field', 'language'],
    not: ['**/evidence/resources/**'],
  },
  {
    files: ['src/monitor/**', 'src/nacl-change-monitor.ts'],
    to: ['control', 'language', 'monitor'],
    cdk: true,
  },
  {
    files: [
      'src/policy-validation/**',
      'src/require-nacl-change-monitor.ts',
      'src/nacl-change-monitor-validator.ts',
    ],
    to: [
      'audit',
      'cloudformation',
      'control',
      'evidence',
      'field',
      'language',
      'policy-validation',
      'report',
    ],
    cdk: true,
  },
  {
    files: ['cli/**'],
    to: ['audit', 'cloudformation', 'control', 'evidence', 'field', 'filter-pattern', 'notice', 'report'],
    not: ['**/constructs/**', '**/from-constructs', '**/evidence/resources/**'],
  },
];

/** One override of Biome's configuration for each line above. */
export function roomArrows() {
  return ARROWS.map(({ files, to, cdk = false, sdk = false, not = [] }) => {
    const own = ROOMS.filter((room) => files.some((file) => file.includes(`src/${room}/`)));
    const others = ROOMS.filter((room) => !to.includes(room) && !own.includes(room));
    const group = [
      ...others.flatMap((room) => [`./${room}/**`, `../**/${room}/**`, `./${room}`, `../**/${room}`]),
      ...not,
      ...(cdk ? [] : ['aws-cdk-lib', 'aws-cdk-lib/**', 'constructs']),
      ...(sdk ? [] : ['@aws-sdk/**']),
      '../**/cli/**', // another package
    ];
    const message = `${files[0]} imports from ${[...own, ...to].join(', ')} alone (ARCHITECTURE.md).`;
    const options = { patterns: [{ group, message }] };
    return {
      includes: files,
      linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
    };
  });
}
