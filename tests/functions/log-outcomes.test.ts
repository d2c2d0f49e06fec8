import { join } from 'node:path';
import { expect, test } from 'vitest';
import { capture } from '../../tools/process/run.ts';
import { ROOT } from '../../tools/root.ts';

interface LogLine {
  severity: string;
  outcome: string;
  ms: number;
  messageId?: string;
  reason?: string;
}

test('[FN32] each outcome is one line with its duration, and tells nothing of what people wrote', async () => {
  const projectId = 'demo-logs';
  const config = { projectId, storageBucket: `${projectId}.appspot.com` };
  const env = {
    ...process.env,
    GCLOUD_PROJECT: projectId,
    FIREBASE_CONFIG: JSON.stringify(config),
  };
  const script = join(ROOT, 'tests', 'functions', 'log-outcomes.ts');
  const { code, output } = await capture(process.execPath, [script], { cwd: ROOT, env });
  expect({ code, output }).toMatchObject({ code: 0 });
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine);
  expect(lines.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['delivered', undefined],
    ['rejected', 'not-an-image'],
    ['blocked', undefined],
    ['already-delivered', undefined],
    ['removed', undefined],
  ]);
  for (const line of lines) {
    expect(line).toMatchObject({ severity: 'INFO' });
    expect(line.ms).toBeGreaterThanOrEqual(0);
    expect(line.messageId).toMatch(/^[\w-]{36}$/);
  }
  expect(output).not.toMatch(/secret/i);
});
