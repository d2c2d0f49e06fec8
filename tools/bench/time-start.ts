import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, LEAVE_SIGNALS } from '../browser/chromium-args.ts';
import { endWithThis } from '../process/end-with-this.ts';
import { interrupt } from '../process/interrupt.ts';
import { killNow } from '../process/process-tree.ts';

const URL_LINE = /^(http:\/\/127\.0\.0\.1:\d+)$/m;

/** Seconds from `npm start` in a repository until somebody could type into the sign-in form. */
export async function timeStart(
  repository: string,
  npmCache: string,
  executablePath: string,
): Promise<number> {
  const startedAt = Date.now();
  const child = spawn('npm', ['start', '--', '--free-ports'], {
    cwd: repository,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_config_cache: npmCache },
  });
  const forget = endWithThis({
    stop: async () => void (await interrupt(child)),
    kill: () => child.pid !== undefined && killNow(-child.pid),
  });
  try {
    await untilUsable(await urlPrintedBy(child), executablePath);
    return Math.round((Date.now() - startedAt) / 100) / 10;
  } finally {
    await interrupt(child);
    forget();
  }
}

function urlPrintedBy(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = URL_LINE.exec(printed)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`npm start ended before it was ready:\n${printed}`)));
  });
}

async function untilUsable(url: string, executablePath: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath,
    args: [...CHROMIUM_ARGS],
    ...LEAVE_SIGNALS,
  });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByLabel('Email').fill('ada@example.com');
  } finally {
    await browser.close();
  }
}
