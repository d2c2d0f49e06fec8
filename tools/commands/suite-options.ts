import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { DEFAULT_PORTS, findFreePorts } from '../suite/ports.ts';
import type { SuiteOptions } from '../suite/suite.ts';

const KEPT_DATA = join(ROOT, '.local', 'kept');

/** What `npm start` and `npm run dev` take: `--keep`, `--keep-in FOLDER` and `--free-ports`. */
export async function suiteOptionsFromArgs(): Promise<SuiteOptions & { freePorts: boolean }> {
  const { values } = parseArgs({
    options: {
      keep: { type: 'boolean', default: false },
      'keep-in': { type: 'string' },
      'free-ports': { type: 'boolean', default: false },
    },
  });
  const freePorts = values['free-ports'];
  return {
    ports: freePorts ? await findFreePorts() : DEFAULT_PORTS,
    keptData: values['keep-in'] ?? (values.keep ? KEPT_DATA : null),
    freePorts,
  };
}
