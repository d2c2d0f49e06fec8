import { capture } from './run.ts';

const POLL_MS = 100;

/**
 * The process and everything below it that still runs, and what has lost its parent but not the group
 * that the process leads. Empty on systems without `ps`.
 */
export async function processTree(rootPid: number): Promise<number[]> {
  const { output } = await capture('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat=']);
  const children = new Map<number, number[]>();
  const running = new Set<number>();
  const queue = [rootPid];
  for (const line of output.trim().split('\n')) {
    const [pid, parent, group, state] = line.trim().split(/\s+/);
    if (state?.startsWith('Z')) continue;
    running.add(Number(pid));
    if (Number(group) === rootPid && Number(pid) !== rootPid) queue.push(Number(pid));
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(pid)]);
  }
  const tree: number[] = [];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    if (running.delete(pid)) tree.push(pid);
    queue.push(...(children.get(pid) ?? []));
  }
  return tree;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A process, or with a negative number a group of them; nothing happens if it runs no more. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/**
 * Asks a process to end (SIGINT), gives it and all below it `graceMs`, then ends by force what is
 * left. `descendants` names those that were below it before, and may have lost their parent since.
 */
export async function stopProcessTree(
  rootPid: number,
  graceMs: number,
  descendants: readonly number[] = [],
): Promise<void> {
  const tree = [...(await processTree(rootPid)), ...descendants];
  if (isRunning(rootPid)) process.kill(rootPid, 'SIGINT');
  const deadline = Date.now() + graceMs;
  while (isRunning(rootPid) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const left = new Set([...tree, ...(await processTree(rootPid))]);
  for (const pid of left) killNow(pid);
}
