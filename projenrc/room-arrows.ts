/**
 * The arrows between the rooms of src/: evidence -> audit -> report, and only `requirement` puts them together.
 * `control` and `filter-pattern` are leaves. ARCHITECTURE.md draws them; Biome refuses an import against them.
 */

const ROOMS = ['audit', 'control', 'evidence', 'filter-pattern', 'monitor', 'report', 'requirement'] as const;
type Room = (typeof ROOMS)[number];

interface Arrows {
  readonly files: string[];
  /** The rooms from which these files may import. */
  readonly to: readonly Room[];
  /** Whether they know the CDK. */
  readonly cdk?: boolean;
  /** Files of the allowed rooms that they must not know. */
  readonly not?: readonly string[];
}

const ARROWS: readonly Arrows[] = [
  { files: ['src/control/**'], to: [] },
  { files: ['src/filter-pattern/**'], to: [] },
  {
    files: ['src/evidence/**', '!src/evidence/constructs/**', '!src/evidence/from-constructs.ts'],
    to: [],
    not: ['**/constructs/**', '**/from-constructs'],
  },
  { files: ['src/evidence/constructs/**', 'src/evidence/from-constructs.ts'], to: [], cdk: true },
  {
    files: ['src/audit/**'],
    to: ['control', 'evidence', 'filter-pattern'],
    // The audit sees snapshots, whatever they were made from.
    not: ['declaration', 'from-*', 'read/**', 'snapshots', 'constructs/**', 'templates/**'].map(
      (name) => `**/evidence/${name}`,
    ),
  },
  { files: ['src/report/**'], to: ['audit', 'control', 'evidence'], not: ['**/evidence/from-*'] },
  { files: ['src/monitor/**', 'src/nacl-change-monitor.ts'], to: ['control', 'monitor'], cdk: true },
  {
    files: [
      'src/requirement/**',
      'src/require-nacl-change-monitor.ts',
      'src/nacl-change-monitor-validator.ts',
    ],
    to: ['audit', 'control', 'evidence', 'report', 'requirement'],
    cdk: true,
  },
];

/** One override of Biome's configuration for each line above. */
export function roomArrows() {
  return ARROWS.map(({ files, to, cdk = false, not = [] }) => {
    const own = ROOMS.filter((room) => files.some((file) => file.includes(`src/${room}/`)));
    const others = ROOMS.filter((room) => !to.includes(room) && !own.includes(room));
    const group = [
      ...others.flatMap((room) => [`./${room}/**`, `../**/${room}/**`, `./${room}`, `../**/${room}`]),
      ...not,
      ...(cdk ? [] : ['aws-cdk-lib', 'aws-cdk-lib/**', 'constructs']),
      '@aws-sdk/**',
    ];
    const message = `${files[0]} imports from ${[...own, ...to].join(', ')} alone (ARCHITECTURE.md).`;
    const options = { patterns: [{ group, message }] };
    return {
      includes: files,
      linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
    };
  });
}
