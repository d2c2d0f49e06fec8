import { readFile } from 'node:fs/promises';

/**
 * The most memory that this process has held, in MB. Linux counts into `maxRSS` what the process
 * that started this one held, so there the kernel's own mark is read.
 */
export async function peakMemoryMb(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const mark = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return mark === undefined ? process.resourceUsage().maxRSS / 1024 : Number(mark) / 1024;
}
