import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from '../../python/run-child';
import { java } from '../../test/languages/java';
import { mavenOptions } from '../../test/languages/maven-options';
import { python } from '../../test/languages/python';
import { installWheel, pythonWithTools } from '../../test/languages/python-environment';
import { DIST } from './package';

const APPS = join(__dirname, 'apps');
const EXAMPLE_OF_JAVA = join(__dirname, '../../examples/java/pom.xml');

/** What is compared: the files in `apps`. */
export const VARIANTS = ['by hand', 'by hand, library loaded', 'monitor'] as const;
export type Variant = (typeof VARIANTS)[number];

export interface Command {
  readonly executable: string;
  readonly parameters: readonly string[];
}

/** A language whose apps start as its users start them, but for what builds them. */
export interface Startable {
  readonly language: string;
  missing(): string | undefined;
  /** Installs and compiles. */
  prepare(temporary: string): Promise<(variant: Variant) => Command>;
}

export const STARTABLE: readonly Startable[] = [
  {
    language: 'Python',
    missing: python.missing,
    async prepare() {
      const executable = await pythonWithTools();
      await installWheel(executable, DIST);
      const files = {
        'by hand': 'by_hand.py',
        'by hand, library loaded': 'with_library.py',
        monitor: 'monitored.py',
      };
      return (variant) => ({ executable, parameters: [join(APPS, files[variant])] });
    },
  },
  {
    language: 'Java',
    missing: java.missing,
    async prepare(temporary) {
      const file = join(temporary, 'classpath');
      const listClasspath = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
      await runChild('mvn', [
        ...mavenOptions({ dist: DIST, temporary }),
        ...['--file', EXAMPLE_OF_JAVA, listClasspath, `-Dmdep.outputFile=${file}`],
      ]);
      const compiled = join(temporary, 'classes');
      mkdirSync(compiled);
      const classpath = [compiled, readFileSync(file, 'utf8').trim()].join(delimiter);
      const classes = {
        'by hand': 'ByHand',
        'by hand, library loaded': 'WithLibrary',
        monitor: 'Monitored',
      };
      const sources = Object.values(classes).map((name) => join(APPS, `${name}.java`));
      await runChild('javac', ['-classpath', classpath, '-d', compiled, ...sources]);
      return (variant) => ({ executable: 'java', parameters: ['-classpath', classpath, classes[variant]] });
    },
  },
];
