import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from '../root.ts';
import { runCommand } from './run-command.ts';

const PUBLIC = join(ROOT, 'web', 'public');

/** Over the whole square, with the mark scaled into its middle: systems cut their own shape out of it. */
function filled(svg: string, scale: number): string {
  const margin = 32 * (1 - scale);
  return svg
    .replace(/rx="15"/, '')
    .replace('<g id="mark">', `<g transform="translate(${margin} ${margin}) scale(${scale})">`);
}

/** The PNGs that manifest and iOS want, from icon.svg. */
await runCommand(async () => {
  const svg = await readFile(join(PUBLIC, 'icon.svg'), 'utf8');
  const icons: [name: string, svg: string, sizePx: number][] = [
    ['icon-192', svg, 192],
    ['icon-512', svg, 512],
    ['maskable-192', filled(svg, 0.8), 192],
    ['maskable-512', filled(svg, 0.8), 512],
    ['apple-touch-icon', filled(svg, 0.9), 180],
  ];
  await mkdir(join(PUBLIC, 'icons'), { recursive: true });
  for (const [name, source, sizePx] of icons) {
    const png = await sharp(Buffer.from(source), { density: 600 })
      .resize(sizePx, sizePx)
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
    await writeFile(join(PUBLIC, 'icons', `${name}.png`), png);
    console.log(`  web/public/icons/${name}.png  ${png.length} bytes`);
  }
  return 0;
});
