import { mutatePattern } from './pattern-mutations.ts';
import type { Expression, Span } from './rules-syntax.ts';

/** Another text for a part of the source. */
export interface Edit extends Span {
  readonly text: string;
}

export interface ExpressionContext {
  readonly source: string;
  /** Of the function that the expression is in. */
  readonly parameters: readonly string[];
  /** Every field of the documents in the same match. */
  readonly keys: readonly string[];
}

const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
};
const OTHER_FUNCTION: Readonly<Record<string, string>> = {
  get: 'getAfter',
  getAfter: 'get',
  exists: 'existsAfter',
  existsAfter: 'exists',
};
const WIDER_TYPE: Readonly<Record<string, string>> = { int: 'number' };
const ANOTHER = "'extra'";

/** Every small step away from an expression; those of its parts are not among them. */
export function mutateExpression(expression: Expression, context: ExpressionContext): Edit[] {
  switch (expression.kind) {
    case 'number':
      return [-1, 1].map((step) => replace(expression, String(Number(expression.text) + step)));
    case 'string':
      return [replace(expression, ANOTHER)];
    case 'name':
      return mutateName(expression, expression.text, context);
    case 'list':
      return mutateList(
        expression,
        expression.items.every(({ kind }) => kind === 'string') ? [ANOTHER] : [],
        context,
      );
    case 'member':
      return expression.object.kind === 'name' &&
        expression.object.text === 'request' &&
        expression.name === 'resource'
        ? [replace(expression, 'resource')]
        : [];
    case 'call':
      return mutateCall(expression, expression.callee, expression.args, context);
    case 'unary':
      return [replace(expression, textOf(expression.operand, context))];
    case 'binary':
      return mutateBinary(expression, context);
    case 'index':
    case 'path':
      return [];
  }
}

function mutateName(span: Span, name: string, { parameters }: ExpressionContext): Edit[] {
  if (name === 'resource') return [replace(span, 'request.resource')];
  if (!parameters.includes(name)) return [];
  return parameters.filter((other) => other !== name).map((other) => replace(span, other));
}

function mutateList(
  list: Expression & { readonly kind: 'list' },
  additions: readonly string[],
  context: ExpressionContext,
): Edit[] {
  const texts = list.items.map((item) => textOf(item, context));
  const added = additions.filter((addition) => !texts.includes(addition));
  return [
    ...texts.map((_, index) => replace(list, `[${texts.toSpliced(index, 1).join(', ')}]`)),
    ...added.map((addition) => replace(list, `[${[...texts, addition].join(', ')}]`)),
  ];
}

function mutateCall(
  call: Span,
  callee: Expression,
  args: readonly Expression[],
  context: ExpressionContext,
): Edit[] {
  const edits: Edit[] = [];
  if (callee.kind === 'name') {
    const other = OTHER_FUNCTION[callee.text];
    if (other !== undefined) edits.push(replace(callee, other));
  }
  if (callee.kind === 'member' && args.length === 0) {
    edits.push(replace(call, textOf(callee.object, context)));
  }
  if (callee.kind === 'member' && callee.name === 'matches' && args[0]?.kind === 'string') {
    const [pattern] = args;
    edits.push(
      ...mutatePattern(pattern.text.slice(1, -1)).map((text) => replace(pattern, `'${text}'`)),
    );
  }
  // What an update may change could be any other field.
  if (textOf(callee, context).endsWith('.affectedKeys().hasOnly') && args[0]?.kind === 'list') {
    edits.push(...mutateList(args[0], context.keys, context));
  }
  for (const [index, arg] of args.entries()) {
    const next = args[index + 1];
    if (next === undefined) continue;
    edits.push({
      start: arg.start,
      end: next.end,
      text: `${textOf(next, context)}, ${textOf(arg, context)}`,
    });
  }
  return edits;
}

function mutateBinary(
  expression: Expression & { readonly kind: 'binary' },
  context: ExpressionContext,
): Edit[] {
  const { operator, operatorSpan, left, right } = expression;
  const edits = (COMPARISONS[operator] ?? []).map((other) => replace(operatorSpan, other));
  if (operator === 'is' && right.kind === 'name') {
    const wider = WIDER_TYPE[right.text];
    if (wider !== undefined) edits.push(replace(right, wider));
  }
  if (operator === 'in') edits.push(replace(expression, `!(${textOf(expression, context)})`));
  if (operator === '&&' || operator === '||') {
    edits.push({ start: left.end, end: right.end, text: '' });
    // A chain nests to the left: dropping all of it but the last is no small step.
    if (left.kind !== 'binary' || left.operator !== operator) {
      edits.push({ start: left.start, end: right.start, text: '' });
    }
  }
  return edits;
}

function replace({ start, end }: Span, text: string): Edit {
  return { start, end, text };
}

function textOf({ start, end }: Span, { source }: ExpressionContext): string {
  return source.slice(start, end);
}
