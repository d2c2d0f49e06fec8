import { Double, FromNow, Increment, type Fields, type Value } from './firestore-value.ts';
import type { Write } from './request.ts';

/** The document after a write. */
export function applied(before: Fields | undefined, write: Write): Fields | undefined {
  if ('delete' in write) return undefined;
  const changes = Object.entries('set' in write ? write.set : write.update).map(
    ([field, value]): [string, Value] => [
      field,
      value instanceof Increment ? incremented(before?.[field], value.by) : value,
    ],
  );
  return { ...('set' in write ? {} : before), ...Object.fromEntries(changes) };
}

function incremented(value: Value | undefined, by: number): Value {
  if (value instanceof Double) return new Double(value.value + by);
  return typeof value === 'number' ? value + by : by;
}

export function changedFields(before: Fields, after: Fields): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((field) => !isSame(before[field], after[field]));
}

/** Of the values that documents of before have; a time of now is none of theirs. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (one instanceof FromNow && other instanceof FromNow) return one.ms === other.ms;
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  return one === other;
}
