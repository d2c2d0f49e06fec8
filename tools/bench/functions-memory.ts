import { capture } from '../process/run.ts';

/** The largest process that runs functions for this one's emulators, in MB; 0 when there is none. */
export async function functionsMemoryMb(): Promise<number> {
  const { output } = await capture('ps', ['-A', '-o', 'pid=,ppid=,rss=,args=']);
  const processes = output
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', kilobytes = '', ...args] = line.trim().split(/\s+/);
      return { pid, parent, kilobytes: Number(kilobytes), program: args.join(' ') };
    });
  const ours = new Set([String(process.pid)]);
  // A child may be listed before its parent, so again until nothing is found any more.
  for (let before = 0; before < ours.size;) {
    before = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  const workers = processes.filter(
    ({ pid, program }) => ours.has(pid) && program.includes('functionsEmulatorRuntime'),
  );
  return Math.max(0, ...workers.map(({ kilobytes }) => kilobytes)) / 1024;
}
