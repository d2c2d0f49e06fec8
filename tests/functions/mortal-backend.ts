import type { Firestore } from 'firebase-admin/firestore';
import type { Backend, Bucket } from '../../functions/src/platform/backend.ts';

export class DeathError extends Error {
  override name = 'DeathError';
}

/** Around a write, as the process that makes it sees it: not sent any more, or unanswered. */
export type Moment = 'before' | 'after';

export interface MortalBackend extends Backend {
  /** From now on, the n-th request (from 1) is the process's last. */
  dieAt(request: number, moment: Moment): void;
  /** Lives on. Returns how many requests there were since the last call. */
  revive(): number;
}

type Call = (...args: unknown[]) => Promise<unknown>;
type Live = (call: () => Promise<unknown>, isRead?: boolean) => Promise<unknown>;

/** A backend whose requests to Firestore and Storage are counted, and can end. */
export function mortalBackend({ db, bucket, now }: Backend): MortalBackend {
  let requests = 0;
  let last = Number.POSITIVE_INFINITY;
  let moment: Moment = 'before';

  async function live(call: () => Promise<unknown>, isRead = false): Promise<unknown> {
    requests += 1;
    const isLast = requests === last && (moment === 'before' || isRead);
    if (requests > last || isLast) throw new DeathError();
    const result = await call();
    if (requests >= last) throw new DeathError();
    return result;
  }

  return {
    db: countingFirestore(db, live),
    bucket: countingBucket(bucket, live),
    now,
    dieAt(request, when) {
      last = request;
      moment = when;
    },
    revive() {
      const made = requests;
      requests = 0;
      last = Number.POSITIVE_INFINITY;
      return made;
    },
  };
}

/** Every call of the SDK goes through one of two methods. */
function countingFirestore(db: Firestore, live: Live) {
  const inner = db as unknown as Record<'request' | 'requestStream', Call>;
  for (const name of ['request', 'requestStream'] as const) {
    const original = inner[name].bind(db);
    inner[name] = (...args) => {
      // A dead process's locks would hold up the next for a while: they are not what is tested.
      if (args[0] === 'rollback') return original(...args);
      return live(() => original(...args), name === 'requestStream');
    };
  }
  return db;
}

function countingBucket(bucket: Bucket, live: Live): Bucket {
  const counted = (target: object): object =>
    new Proxy(target, {
      get(object, name) {
        const value: unknown = Reflect.get(object, name);
        if (typeof value !== 'function') return value;
        const method = value.bind(object) as Call;
        if (name === 'file') return (path: unknown) => counted(method(path));
        if (!['save', 'delete', 'getFiles', 'download', 'exists'].includes(String(name)))
          return method;
        return (...args: unknown[]) =>
          live(async () => {
            const result = await method(...args);
            return name === 'getFiles' ? withCountedFiles(result as [object[]]) : result;
          });
      },
    });
  const withCountedFiles = ([files, ...others]: [object[], ...unknown[]]) => [
    files.map(counted),
    ...others,
  ];
  return counted(bucket) as Bucket;
}
