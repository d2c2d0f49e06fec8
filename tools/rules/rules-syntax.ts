/** Where something stands in the source: from `start` up to, without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Expression = Span &
  (
    | { readonly kind: 'number' | 'string' | 'name'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'path'; readonly parts: readonly Expression[] }
    | { readonly kind: 'member'; readonly object: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly object: Expression; readonly index: Expression }
    | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Expression[] }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
    | {
        readonly kind: 'binary';
        readonly operator: string;
        readonly operatorSpan: Span;
        readonly left: Expression;
        readonly right: Expression;
      }
  );

export interface Allow extends Span {
  readonly kind: 'allow';
  readonly operations: Span & { readonly names: readonly string[] };
  readonly condition: Expression;
}

export interface RulesFunction extends Span {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly lets: readonly Expression[];
  readonly result: Expression;
}

export interface Match extends Span {
  readonly kind: 'match';
  readonly path: string;
  readonly segments: readonly (Span & { readonly text: string })[];
  readonly body: readonly Declaration[];
}

export type Declaration = Allow | RulesFunction | Match;

export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'path':
      return expression.parts;
    case 'member':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'call':
      return [expression.callee, ...expression.args];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'number':
    case 'string':
    case 'name':
      return [];
  }
}
