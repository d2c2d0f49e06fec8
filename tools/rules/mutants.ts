import { mutateExpression, type Edit, type ExpressionContext } from './expression-mutations.ts';
import { parseRules } from './parse-rules.ts';
import {
  childrenOf,
  type Allow,
  type Declaration,
  type Expression,
  type Match,
  type RulesFunction,
  type Span,
} from './rules-syntax.ts';

export interface Mutant {
  /** Where and what, in words that stay the same as long as the place itself does. */
  readonly id: string;
  /** The match or function that it is in. */
  readonly place: string;
  /** Only documents of these collections are judged otherwise; of any, if null. */
  readonly collections: readonly string[] | null;
  readonly source: string;
}

const CALLS = /(\w+)\(/g;
const OPERATIONS = ['get', 'list', 'create', 'update', 'delete'];

type Place = Pick<Mutant, 'place' | 'collections'>;

/** Every rules file that is one small step away from `source`. */
export function mutantsOf(source: string): Mutant[] {
  const mutants = new Map<string, Mutant>();
  const declarations = parseRules(source);
  const functions = new Map(
    functionsIn(declarations).map(({ name, start, end }) => [name, source.slice(start, end)]),
  );

  /** `around` is what the edit is shown in. */
  function add(place: Place, around: Span, edit: Edit): void {
    const mutated = source.slice(0, edit.start) + edit.text + source.slice(edit.end);
    if (mutants.has(mutated)) return;
    const before = oneLine(source.slice(around.start, around.end));
    const after = oneLine(mutated.slice(around.start, around.end + mutated.length - source.length));
    const id = `${place.place}: ${before} → ${after || 'nothing'}`;
    mutants.set(mutated, { ...place, id, source: mutated });
  }

  /** `around` is the condition that an edit is shown in; of a chain only the part that changes. */
  function addExpression(
    place: Place,
    expression: Expression,
    around: Expression,
    context: ExpressionContext,
  ): void {
    const isChain = expression.kind === 'binary' && ['&&', '||'].includes(expression.operator);
    for (const edit of mutateExpression(expression, context)) {
      const isOperator = isChain && edit.end === expression.operatorSpan.end;
      const end = isOperator ? expression.end : edit.end;
      add(place, isChain ? { start: edit.start, end } : around, edit);
    }
    for (const child of childrenOf(expression)) {
      addExpression(place, child, isChain ? child : around, context);
    }
  }

  function addAllow(place: Place, allow: Allow, context: ExpressionContext): void {
    const { condition, operations } = allow;
    add(place, allow, editOf(condition, 'true'));
    add(place, allow, editOf(condition, 'false'));
    const text = unfolded(source.slice(condition.start, condition.end), functions);
    for (const name of OPERATIONS) {
      if (operations.names.includes(name) || !isDecidable(text, name)) continue;
      add(place, allow, editOf(operations, [...operations.names, name].join(', ')));
    }
    const inAllow = { ...place, place: `${place.place} ${operations.names.join(', ')}` };
    addExpression(inAllow, condition, condition, context);
  }

  function addMatch(place: Place, { segments, body }: Match): void {
    const around = { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 };
    for (const segment of segments) {
      const isWildcard = segment.text.startsWith('{');
      const text = isWildcard ? segment.text.replace(/\}$/, '=**}') : '{anything}';
      const collections = isWildcard ? place.collections : null;
      add({ ...place, collections }, around, editOf(segment, text));
    }
    addBody(place, body);
  }

  function addBody(place: Place, body: readonly Declaration[]): void {
    const keys = [...new Set(body.flatMap(keysIn))];
    for (const declaration of body) {
      switch (declaration.kind) {
        case 'allow':
          addAllow(place, declaration, { source, parameters: [], keys });
          break;
        case 'function': {
          const { name, parameters, lets, result } = declaration;
          const inFunction = {
            place: `${place.place} ${name}`.trim(),
            collections: place.collections ?? collectionsThatUse(name, body, source),
          };
          for (const expression of [...lets, result]) {
            addExpression(inFunction, expression, expression, { source, parameters, keys });
          }
          break;
        }
        case 'match': {
          const path = place.place + declaration.path;
          addMatch({ place: path, collections: collectionsIn(path) }, declaration);
          break;
        }
      }
    }
  }

  // The outermost match names the database or bucket.
  for (const declaration of declarations) {
    if (declaration.kind === 'match') addBody({ place: '', collections: null }, declaration.body);
  }
  return [...mutants.values()];
}

/** `/messages/{messageId}/uploads/{index}` is of uploads, as far as it judges. */
function collectionsIn(path: string): string[] {
  const segments = path.split('/').slice(1);
  return segments.filter((_, index) => index % 2 === 0).slice(-1);
}

/** The matches beside a function that call it, or call another that does. */
function collectionsThatUse(name: string, body: readonly Declaration[], source: string): string[] {
  const call = new RegExp(`\\b${name}\\(`);
  const users = body.filter(
    (user) =>
      !(user.kind === 'function' && user.name === name) &&
      call.test(source.slice(user.start, user.end)),
  );
  return users.flatMap((user) => {
    if (user.kind === 'match') return collectionsIn(user.path);
    return user.kind === 'function' ? collectionsThatUse(user.name, body, source) : [];
  });
}

function functionsIn(declarations: readonly Declaration[]): RulesFunction[] {
  return declarations.flatMap((declaration) => {
    if (declaration.kind === 'function') return [declaration];
    return declaration.kind === 'match' ? functionsIn(declaration.body) : [];
  });
}

/** Only a query has a `request.query`, only a write a `request.resource`, and what is new no `resource`. */
function isDecidable(condition: string, operation: string): boolean {
  if (condition.includes('request.query.')) return operation === 'list';
  if (operation === 'create') return !/(?<!request\.)resource\./.test(condition);
  return operation === 'update' || !condition.includes('request.resource.');
}

/** The text of a condition with that of every function that it comes to. */
function unfolded(condition: string, functions: ReadonlyMap<string, string>): string {
  const called = new Set<string>();
  let text = condition;
  for (const [, name = ''] of text.matchAll(CALLS)) called.add(name);
  for (const name of called) {
    const body = functions.get(name) ?? '';
    for (const [, inner = ''] of body.matchAll(CALLS)) called.add(inner);
    text += body;
  }
  return text;
}

/** The strings of every list of keys in the functions of a match. */
function keysIn(declaration: Declaration): string[] {
  if (declaration.kind !== 'function') return [];
  return keysOf(declaration.result);
}

function keysOf(expression: Expression): string[] {
  if (
    expression.kind === 'call' &&
    expression.callee.kind === 'member' &&
    expression.callee.name === 'hasOnly'
  ) {
    return expression.args
      .flatMap((list) => (list.kind === 'list' ? list.items : []))
      .flatMap((item) => (item.kind === 'string' ? [item.text] : []));
  }
  return childrenOf(expression).flatMap(keysOf);
}

function editOf({ start, end }: Span, text: string): Edit {
  return { start, end, text };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
