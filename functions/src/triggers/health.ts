import { onRequest } from 'firebase-functions/v2/https';
import { checkHealth } from '../health/check-health.ts';
import { backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';

/** Asked often, or by many, it still looks no more often than this. */
const FRESH_MS = 5_000;

let last: { at: number; health: ReturnType<typeof checkHealth> } | null = null;

/** GET /api/health → how the database, Storage and the pipeline are, for anybody. It only reads. */
export const health = onRequest(
  {
    region: REGION,
    invoker: 'public',
    concurrency: 80,
    memory: '256MiB',
    // It answers from memory nearly always.
    maxInstances: 2,
    timeoutSeconds: 30,
  },
  async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', 'GET, HEAD').status(405).end();
      return;
    }
    if (last === null || last.at < Date.now() - FRESH_MS) {
      last = { at: Date.now(), health: checkHealth(backend()) };
    }
    const health = await last.health;
    response.status(health.ok ? 200 : 503).json(health);
  },
);
