import { parseRules } from './parse-rules.ts';
import type { Allow, Declaration } from './rules-syntax.ts';

/**
 * The rules, with so many more documents looked up by each rule that is named, as in `messages create`.
 * None of the documents is there, and none is read twice.
 */
export function withMoreReads(source: string, more: Readonly<Record<string, number>>): string {
  const edits = Object.entries(more).map(([rule, count]) => {
    const [collection = '', operation = ''] = rule.split(' ');
    const allow = allowsIn(parseRules(source), '').find(
      (found) => found.collection === collection && found.operations.names.includes(operation),
    );
    if (allow === undefined) throw new Error(`There is no rule to ${rule}.`);
    const { start, end } = allow.condition;
    const reads = Array.from(
      { length: count },
      (_, index) => ` && !exists(path('${collection}-${operation}', '${index}'))`,
    );
    return { start, end, text: `(${source.slice(start, end)})${reads.join('')}` };
  });
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

function allowsIn(
  declarations: readonly Declaration[],
  collection: string,
): (Allow & { collection: string })[] {
  return declarations.flatMap((declaration) => {
    if (declaration.kind === 'allow') return [{ ...declaration, collection }];
    if (declaration.kind === 'function') return [];
    return allowsIn(declaration.body, declaration.segments[0]?.text ?? '');
  });
}
