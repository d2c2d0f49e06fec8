import type { Allow, Declaration, Expression, Match, RulesFunction } from './rules-syntax.ts';

/** From loose to tight. */
const PRECEDENCE: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>', 'in', 'is'],
  ['+', '-'],
  ['*', '/', '%'],
];
const SPACE = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const NAME = /[A-Za-z_]\w*/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const STRING = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/y;
const MATCH_SEGMENT = /\/(\{\w+(?:=\*\*)?\}|[\w-]+)/y;
const PATH_SEGMENT = /\/(?:\$\(|[\w-]+)/y;

/**
 * The declarations of a rules file's service: as much of the language as Plaza's rules use.
 * @throws SyntaxError at anything else
 */
export function parseRules(source: string): readonly Declaration[] {
  return new Parser(source).file();
}

class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  file(): Declaration[] {
    this.#take('rules_version');
    this.#take('=');
    this.#expect(STRING);
    this.#take(';');
    this.#take('service');
    this.#expect(/[\w.]+/y);
    return this.#body();
  }

  #body(): Declaration[] {
    const declarations: Declaration[] = [];
    this.#take('{');
    while (!this.#takes('}')) declarations.push(this.#declaration());
    return declarations;
  }

  #declaration(): Declaration {
    const start = this.#skipSpace();
    if (this.#takes('match')) return this.#match(start);
    if (this.#takes('function')) return this.#function(start);
    this.#take('allow');
    return this.#allow(start);
  }

  #match(start: number): Match {
    const from = this.#skipSpace();
    const segments: Match['segments'][number][] = [];
    for (
      let text = this.#read(MATCH_SEGMENT);
      text !== null;
      text = this.#readHere(MATCH_SEGMENT)
    ) {
      segments.push({ text: text.slice(1), start: this.#at - text.length + 1, end: this.#at });
    }
    const path = this.#source.slice(from, this.#at);
    const body = this.#body();
    return { kind: 'match', path, segments, body, start, end: this.#at };
  }

  #function(start: number): RulesFunction {
    const name = this.#expect(NAME);
    const parameters: string[] = [];
    this.#take('(');
    while (!this.#takes(')')) {
      parameters.push(this.#expect(NAME));
      this.#takes(',');
    }
    this.#take('{');
    const lets: Expression[] = [];
    while (this.#takes('let')) {
      this.#expect(NAME);
      this.#take('=');
      lets.push(this.#expression());
      this.#take(';');
    }
    this.#take('return');
    const result = this.#expression();
    this.#take(';');
    this.#take('}');
    return { kind: 'function', name, parameters, lets, result, start, end: this.#at };
  }

  #allow(start: number): Allow {
    const from = this.#skipSpace();
    const names: string[] = [];
    do names.push(this.#expect(NAME));
    while (this.#takes(','));
    const operations = { names, start: from, end: this.#at };
    this.#take(':');
    this.#take('if');
    const condition = this.#expression();
    this.#take(';');
    return { kind: 'allow', operations, condition, start, end: this.#at };
  }

  #expression(level = 0): Expression {
    const operators = PRECEDENCE[level];
    if (operators === undefined) return this.#unary();
    let left = this.#expression(level + 1);
    for (;;) {
      const start = this.#skipSpace();
      const operator = operators.find((candidate) => this.#takes(candidate));
      if (operator === undefined) return left;
      const operatorSpan = { start, end: this.#at };
      const right = this.#expression(level + 1);
      left = {
        kind: 'binary',
        operator,
        operatorSpan,
        left,
        right,
        start: left.start,
        end: right.end,
      };
    }
  }

  #unary(): Expression {
    const start = this.#skipSpace();
    const operator = ['!', '-'].find((candidate) => this.#takes(candidate));
    if (operator === undefined) return this.#postfix();
    const operand = this.#unary();
    return { kind: 'unary', operator, operand, start, end: operand.end };
  }

  #postfix(): Expression {
    let expression = this.#primary();
    const { start } = expression;
    for (;;) {
      if (this.#takes('.')) {
        const name = this.#expect(NAME);
        expression = { kind: 'member', object: expression, name, start, end: this.#at };
      } else if (this.#takes('[')) {
        const index = this.#expression();
        this.#take(']');
        expression = { kind: 'index', object: expression, index, start, end: this.#at };
      } else if (this.#takes('(')) {
        const args = this.#items(')');
        expression = { kind: 'call', callee: expression, args, start, end: this.#at };
      } else {
        return expression;
      }
    }
  }

  #primary(): Expression {
    const start = this.#skipSpace();
    if (this.#takes('(')) {
      const inner = this.#expression();
      this.#take(')');
      return { ...inner, start, end: this.#at };
    }
    if (this.#takes('[')) {
      const items = this.#items(']');
      return { kind: 'list', items, start, end: this.#at };
    }
    if (this.#source[start] === '/') return this.#path(start);
    for (const [kind, pattern] of [
      ['number', NUMBER],
      ['string', STRING],
      ['name', NAME],
    ] as const) {
      const text = this.#read(pattern);
      if (text !== null) return { kind, text, start, end: this.#at };
    }
    return this.#fail('an expression');
  }

  #path(start: number): Expression {
    const parts: Expression[] = [];
    for (let text = this.#read(PATH_SEGMENT); text !== null; text = this.#readHere(PATH_SEGMENT)) {
      if (!text.endsWith('(')) continue;
      parts.push(this.#expression());
      this.#take(')');
    }
    return { kind: 'path', parts, start, end: this.#at };
  }

  #items(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.#takes(end)) {
      items.push(this.#expression());
      this.#takes(',');
    }
    return items;
  }

  #skipSpace(): number {
    this.#readHere(SPACE);
    return this.#at;
  }

  /** Reads on if this comes next; a word only if it is a whole one. */
  #takes(text: string): boolean {
    this.#skipSpace();
    if (!this.#source.startsWith(text, this.#at)) return false;
    if (/\w$/.test(text) && /\w/.test(this.#source[this.#at + text.length] ?? '')) return false;
    this.#at += text.length;
    return true;
  }

  #take(text: string): void {
    if (!this.#takes(text)) this.#fail(text);
  }

  #expect(pattern: RegExp): string {
    return this.#read(pattern) ?? this.#fail(pattern.source);
  }

  #read(pattern: RegExp): string | null {
    this.#skipSpace();
    return this.#readHere(pattern);
  }

  #readHere(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#source)?.[0] ?? null;
    this.#at += text?.length ?? 0;
    return text;
  }

  #fail(expected: string): never {
    const line = this.#source.slice(0, this.#at).split('\n').length;
    throw new SyntaxError(`Line ${line} of the rules: expected ${expected}.`);
  }
}
