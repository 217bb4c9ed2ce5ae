import { isBlank } from '../match/evaluate-terms';
import { endOccursEarlier } from '../match/wildcard';
import {
  type Column,
  type Condition,
  type FieldTest,
  type FilterPattern,
  type Group,
  isGroup,
  type Term,
} from '../syntax/pattern';
import { print, printFieldTest, quote } from '../syntax/print';
import { fieldDomain, possibleOutcomes, textDomain } from './domains';
import { type Atom, type Domain, type Formula, join, type ValueClass, type Variable } from './formula';
import type { WantedEvents } from './result';
import { searchDomain, termDomain } from './term-domain';

/** Turns patterns into one formula: any of them fires. */
export function compile(patterns: readonly FilterPattern[], wanted: WantedEvents): Formula {
  const compiler = new Compiler(wanted);
  return join(
    'or',
    patterns.map((pattern) => compiler.pattern(pattern)),
  );
}

class Compiler {
  private readonly variables = new Map<string, Variable>();
  /** By the id of their variable. */
  private readonly tests: FieldTest[][] = [];
  private readonly atoms = new Map<string, Atom>();

  constructor(private readonly wanted: WantedEvents) {}

  public pattern(pattern: FilterPattern): Formula {
    switch (pattern.kind) {
      case 'json':
        return this.condition(pattern.condition);
      case 'terms':
        return this.terms(pattern.terms);
      case 'columns':
        // A line has one word at least, however JSON falls into words.
        return isOneColumn(pattern.columns)
          ? true
          : this.unknown(print(pattern), 'a column pattern reads JSON as words, which is not documented');
    }
  }

  private condition(condition: Condition<FieldTest>): Formula {
    if (!isGroup(condition)) return this.test(condition as FieldTest);
    const { kind, operands } = condition as Group<FieldTest>;
    return join(
      kind,
      operands.map((operand) => this.condition(operand)),
    );
  }

  private test(test: FieldTest): Formula {
    const { selector } = test;
    const [root] = selector;
    const absent = test.kind === 'not-exists';
    // A CloudTrail event is an object, not an array. Its name and source are strings, so no field is below them.
    if (typeof root === 'number' || (typeof root === 'object' && root.any === 'element')) return absent;
    const text = printFieldTest(test);
    if (this.dependsOnStarOverlap(test)) return this.unknown(text, STAR_OVERLAP);
    if (root === 'eventName' || root === 'eventSource') {
      if (selector.length > 1) return absent;
      if (test.kind !== 'compare') return false;
      return this.field(text, root === 'eventName' ? 'name' : 'source', test);
    }
    if (!selector.some((step) => typeof step === 'object')) return this.field(text, 'field', test);
    return absent && selector.length === 1 ? false : this.anywhere(text, test);
  }

  /** Does the answer for a wanted name or for the source depend on ADR 3, star-overlap? */
  private dependsOnStarOverlap(test: FieldTest): boolean {
    if (test.kind !== 'compare' || test.value.kind !== 'text' || test.selector.length > 1) return false;
    const { value, selector } = test;
    const { names, source } = this.wanted;
    const [root] = selector;
    const selects = (key: string) => root === key || typeof root === 'object';
    return (
      (selects('eventName') && names.some((name) => endOccursEarlier(value, name))) ||
      (selects('eventSource') && endOccursEarlier(value, source))
    );
  }

  private field(text: string, kind: 'name' | 'source' | 'field', test: FieldTest): Atom {
    const { selector } = test;
    return this.intern(text, JSON.stringify(selector), test, (tests) => ({
      kind,
      selector,
      domain: () =>
        kind === 'field' ? fieldDomain(tests) : textDomain(tests, kind === 'name' ? this.wanted.names : []),
    }));
  }

  /** A test with a wildcard in its selector is about many fields at once, so it is a variable of its own. */
  private anywhere(text: string, test: FieldTest): Atom {
    const { selector } = test;
    return this.intern(text, text, test, () => ({
      kind: 'anywhere',
      selector,
      domain: () => anywhereDomain(test),
    }));
  }

  private terms(terms: readonly Term[]): Formula {
    const required = terms.filter((term) => term.mode !== 'optional');
    if (terms.length === 0) return true;
    const compileTerm = (term: Term) => this.term(term);
    return required.length === 0
      ? join('or', terms.map(compileTerm))
      : join('and', required.map(compileTerm));
  }

  private term(term: Term): Formula {
    const excluded = term.mode === 'exclude';
    const index = excluded ? 1 : 0;
    const { text } = term;
    if (term.kind === 'regex') {
      const description = `the text ${excluded ? 'lacks' : 'has'} a match of %${text}%`;
      const domain = () => searchDomain(text, [...this.wanted.names, this.wanted.source]);
      return this.intern(description, `search ${text}`, index, () => ({ kind: 'search', text, domain }));
    }
    if (isBlank(text)) return !excluded;
    const description = `the text ${excluded ? 'lacks' : 'contains'} ${quote(text)}`;
    const domain = () => termDomain(text);
    return this.intern(description, `term ${text}`, index, () => ({ kind: 'term', text, domain }));
  }

  private unknown(text: string, reason: string): Atom {
    const classes = [true, false].map(
      (holds): ValueClass => ({ holds: [holds], shape: 'plain', doubt: reason }),
    );
    const domain = () => ({ classes, complete: true });
    return this.intern(text, `unknown ${text}`, 0, () => ({ kind: 'unknown', domain }));
  }

  /** Equal tests become one atom, and the tests of one subject share a variable. */
  private intern(
    text: string,
    subject: string,
    test: FieldTest | number,
    describe: (tests: readonly FieldTest[]) => Omit<Variable, 'id' | 'tests'>,
  ): Atom {
    const existing = this.atoms.get(text);
    if (existing !== undefined) return existing;
    const variable = this.variable(subject, describe);
    const index = typeof test === 'number' ? test : this.tests[variable.id].push(test) - 1;
    const atom: Atom = { kind: 'atom', variable, index, text };
    this.atoms.set(text, atom);
    return atom;
  }

  private variable(
    subject: string,
    describe: (tests: readonly FieldTest[]) => Omit<Variable, 'id' | 'tests'>,
  ): Variable {
    const existing = this.variables.get(subject);
    if (existing !== undefined) return existing;
    const id = this.variables.size;
    const tests: FieldTest[] = [];
    this.tests.push(tests);
    const described = describe(tests);
    let domain: Domain | undefined;
    // Computed late, when all tests of the variable have been added.
    const variable: Variable = { ...described, id, tests, domain: () => (domain ??= described.domain()) };
    this.variables.set(subject, variable);
    return variable;
  }
}

/** At most one column without a condition, and perhaps "..." next to it. */
const isOneColumn = (columns: readonly Column[]): boolean =>
  columns.every((column) => column.kind === 'ellipsis' || column.condition === undefined) &&
  columns.filter((column) => column.kind === 'column').length <= 1;

const STAR_OVERLAP =
  'a "*" before a text that the name or source has twice: AWS does not document whether it matches';

function anywhereDomain(test: FieldTest): Domain {
  const { passed, failed, complete } = possibleOutcomes(test);
  const classes: ValueClass[] = [];
  if (passed || !complete) classes.push({ holds: [true], shape: 'plain' });
  if (failed || !complete) classes.push({ holds: [false], shape: 'plain' });
  return { classes, complete };
}
