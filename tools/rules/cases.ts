import type { Fields, Value } from './firestore-value.ts';
import type { Actor, Request, RulesCase, Write } from './request.ts';

type Options = Pick<RulesCase, 'seed' | 'withinMs'>;

export function allowed(
  title: string,
  actor: Actor,
  request: Request,
  options: Options = {},
): RulesCase {
  return { title: `allowed: ${title}`, actor, request, allowed: true, ...options };
}

export function denied(
  title: string,
  actor: Actor,
  request: Request,
  options: Options = {},
): RulesCase {
  return { title: `denied: ${title}`, actor, request, allowed: false, ...options };
}

/** The same commit with these fields of one document changed. */
export function change(writes: readonly Write[], path: string, changes: Fields): Write[] {
  return mapFields(writes, path, (fields) => ({ ...fields, ...changes }));
}

/** The same commit without one field of one document. */
export function without(writes: readonly Write[], path: string, field: string): Write[] {
  return mapFields(writes, path, (fields) => omitField(fields, field));
}

export function omitField(fields: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
}

/** The same commit without one of its documents. */
export function omit(writes: readonly Write[], path: string): Write[] {
  const others = writes.filter((write) => write.path !== path);
  if (others.length === writes.length) throw new Error(`Nothing is written at ${path}.`);
  return others;
}

/** The same commit with these fields of one attachment changed. */
export function changeAttachment(
  writes: readonly Write[],
  path: string,
  index: number,
  changes: Fields,
): Write[] {
  return mapFields(writes, path, (message) => {
    const attachments = (message['attachments'] as Value[]).map((attachment, at) =>
      at === index ? { ...(attachment as Fields), ...changes } : attachment,
    );
    return { ...message, attachments };
  });
}

function mapFields(
  writes: readonly Write[],
  path: string,
  convert: (fields: Fields) => Fields,
): Write[] {
  if (!writes.some((write) => write.path === path && !('delete' in write))) {
    throw new Error(`Nothing is written at ${path}.`);
  }
  return writes.map((write) => {
    if (write.path !== path || 'delete' in write) return write;
    return 'set' in write
      ? { path, set: convert(write.set) }
      : { path, update: convert(write.update) };
  });
}
