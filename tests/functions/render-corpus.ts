import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { peakMemoryMb } from '../../tools/process/peak-memory.ts';
import { renderImage } from '../../functions/src/images/render-image.ts';

/** What the child process says of one file. */
export interface RenderReport {
  name: string;
  state: 'ready' | 'rejected';
  reason: string | null;
  width: number;
  height: number;
  ms: number;
}

// A process of its own, so that its peak memory is that of the images alone.
const [folder = '', output = ''] = process.argv.slice(2);
const reports: RenderReport[] = [];
for (const name of await readdir(folder)) {
  const bytes = await readFile(join(folder, name));
  const startedAt = performance.now();
  const rendered = await renderImage(bytes);
  const ms = performance.now() - startedAt;
  if (rendered.state === 'rejected') {
    reports.push({ name, state: 'rejected', reason: rendered.reason, width: 0, height: 0, ms });
    continue;
  }
  const { image, thumbnail } = rendered;
  await writeFile(join(output, `${name}.image`), image.bytes);
  await writeFile(join(output, `${name}.thumbnail`), thumbnail.bytes);
  reports.push({
    name,
    state: 'ready',
    reason: null,
    width: image.width,
    height: image.height,
    ms,
  });
}
process.stdout.write(`${JSON.stringify({ reports, peakMb: await peakMemoryMb() })}\n`);
