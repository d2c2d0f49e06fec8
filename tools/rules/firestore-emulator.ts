import { encodeFields, encodeValue, type Fields } from './firestore-value.ts';
import type { Actor, ListQuery, Request, Write } from './request.ts';

const TIMEOUT_MS = 120_000;
const IN_THE_FAR_FUTURE = 4_102_444_800;

/** One project of a running Firestore emulator, with its own rules and documents. */
export interface EmulatorProject {
  /** `host:port`. */
  readonly address: string;
  readonly projectId: string;
}

/** The emulator answers neither yes nor no. It does when the explanation of a no is too long for it. */
export class UnexpectedAnswerError extends Error {
  override name = 'UnexpectedAnswerError';
}

/** The emulator's rules compiler did not take the rules. */
export class RulesCompileError extends Error {
  override name = 'RulesCompileError';
}

/** An emulator that has run out of memory does not answer at all. */
function send(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
}

/** @throws RulesCompileError and then the rules of before stay in force */
export async function loadRules(project: EmulatorProject, content: string): Promise<void> {
  const url = `http://${project.address}/emulator/v1/projects/${project.projectId}:securityRules`;
  const body = JSON.stringify({ rules: { files: [{ content }] } });
  const answer = await send(url, { method: 'PUT', body });
  if (answer.status === 400) throw new RulesCompileError(await answer.text());
  if (!answer.ok) throw new Error(`Loading rules: ${answer.status} ${await answer.text()}`);
}

/** Deletes every document. */
export async function clear(project: EmulatorProject): Promise<void> {
  const url = `http://${project.address}/emulator/v1/${databaseOf(project)}/documents`;
  const answer = await send(url, { method: 'DELETE' });
  if (!answer.ok) throw new Error(`Clearing: ${answer.status} ${await answer.text()}`);
}

/** Writes as the backend does, past all rules; null deletes. */
export async function seed(
  project: EmulatorProject,
  documents: Readonly<Record<string, Fields | null>>,
): Promise<void> {
  const writes = Object.entries(documents).map(([path, fields]) =>
    fields === null ? { path, delete: true as const } : { path, set: fields },
  );
  const answer = await post(project, ':commit', 'Bearer owner', {
    writes: encodeWrites(writes, databaseOf(project)),
  });
  if (!answer.ok) throw new Error(`Seeding: ${answer.status} ${await answer.text()}`);
}

/** Whether the rules allow it. @throws UnexpectedAnswerError */
export async function isAllowed(
  project: EmulatorProject,
  actor: Actor,
  request: Request,
): Promise<boolean> {
  const answer = await ask(project, bearer(actor), request);
  const text = await answer.text();
  if (answer.ok) return true;
  // What is not there may be asked for.
  if (answer.status === 404 && 'get' in request) return true;
  if (answer.status === 403 && text.includes('PERMISSION_DENIED')) return false;
  throw new UnexpectedAnswerError(
    `${answer.status} ${text.slice(0, 500)} to ${JSON.stringify(request).slice(0, 500)}`,
  );
}

function ask(
  project: EmulatorProject,
  authorization: string | null,
  request: Request,
): Promise<Response> {
  if ('get' in request) {
    const headers = authorization === null ? {} : { authorization };
    const url = `http://${project.address}/v1/${databaseOf(project)}/documents/${request.get}`;
    return send(url, { headers });
  }
  if ('list' in request) {
    const { parent, count } = request.list;
    const path = parent === undefined ? '' : `/${parent}`;
    const structuredQuery = structuredQueryFrom(request.list, databaseOf(project));
    return count === true
      ? post(project, `${path}:runAggregationQuery`, authorization, {
          structuredAggregationQuery: { structuredQuery, aggregations: [{ count: {} }] },
        })
      : post(project, `${path}:runQuery`, authorization, { structuredQuery });
  }
  return post(project, ':commit', authorization, {
    writes: encodeWrites(request.commit, databaseOf(project)),
  });
}

function structuredQueryFrom(
  { collection, allDescendants, limit, offset, where }: ListQuery,
  database: string,
): unknown {
  return {
    from: [{ collectionId: collection, allDescendants: allDescendants ?? false }],
    ...(limit !== undefined && { limit }),
    ...(offset !== undefined && { offset }),
    ...(where !== undefined && {
      where: {
        fieldFilter: {
          field: { fieldPath: where[0] },
          op: 'EQUAL',
          value: encodeValue(where[1], database, Date.now()),
        },
      },
    }),
  };
}

function encodeWrites(writes: readonly Write[], database: string): unknown[] {
  const now = Date.now();
  return writes.map((write) => encodeWrite(write, database, now));
}

function encodeWrite(write: Write, database: string, now: number): unknown {
  const name = `${database}/documents/${write.path}`;
  if ('delete' in write) return { delete: name };
  const isSet = 'set' in write;
  const { fields, deleted, transforms } = encodeFields(
    isSet ? write.set : write.update,
    database,
    now,
  );
  return {
    update: { name, fields },
    updateTransforms: transforms,
    ...(!isSet && {
      updateMask: {
        fieldPaths: [...Object.keys(fields), ...deleted].map((field) => `\`${field}\``),
      },
    }),
  };
}

function databaseOf({ projectId }: EmulatorProject): string {
  return `projects/${projectId}/databases/(default)`;
}

function post(
  project: EmulatorProject,
  method: string,
  authorization: string | null,
  body: unknown,
): Promise<Response> {
  return send(`http://${project.address}/v1/${databaseOf(project)}/documents${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization !== null && { authorization }),
    },
    body: JSON.stringify(body),
  });
}

/** The emulator takes unsigned tokens. */
function bearer({ uid, claims }: Actor): string | null {
  if (uid === null) return null;
  const token = { sub: uid, user_id: uid, iat: 0, exp: IN_THE_FAR_FUTURE, ...claims };
  const parts = [{ alg: 'none', typ: 'JWT' }, token].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return `Bearer ${parts.join('.')}.`;
}
