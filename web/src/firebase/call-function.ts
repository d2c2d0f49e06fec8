import type { AccountDeletion, DataExport } from '@plaza/shared/api';
import { readIdToken } from './account.ts';
import { appCheckHeader } from './app-check.ts';

/** The callable functions; none takes anything. */
interface Functions {
  deleteAccount: AccountDeletion;
  exportMyData: DataExport;
}

/** As `details.reason` of the function says, or what its answer means. */
export type CallProblem = 'offline' | 'busy' | 'unknown' | (string & {});

export class CallError extends Error {
  readonly problem: CallProblem;

  constructor(problem: CallProblem) {
    super(`The function answered: ${problem}`);
    this.name = 'CallError';
    this.problem = problem;
  }
}

interface Answer<Result> {
  readonly result?: Result;
  readonly error?: { readonly status?: string; readonly details?: { readonly reason?: string } };
}

/**
 * Calls a function by the protocol of callables, through the own site: firebase/functions would be
 * 11 KB for this one request.
 * @throws CallError
 */
export async function callFunction<Name extends keyof Functions>(
  name: Name,
): Promise<Functions[Name]> {
  const { result, error } = await request<Functions[Name]>(name).catch(() => {
    throw new CallError('offline');
  });
  if (result !== undefined) return result;
  if (error?.status === 'RESOURCE_EXHAUSTED') throw new CallError('busy');
  throw new CallError(error?.details?.reason ?? 'unknown');
}

async function request<Result>(name: string): Promise<Answer<Result>> {
  const token = await readIdToken();
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      ...(await appCheckHeader()),
    },
    body: JSON.stringify({ data: null }),
  });
  // Hosting answers for a function that is away, and not in JSON.
  return response.json().catch(() => ({})) as Promise<Answer<Result>>;
}
