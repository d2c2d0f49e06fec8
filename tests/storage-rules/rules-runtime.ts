import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { downloadableJar } from '../../tools/suite/downloadable-jar.ts';
import { prepareEmulatorJars } from '../../tools/suite/emulator-jars.ts';
import { findJdk } from '../../tools/suite/find-jdk.ts';
import { ROOT } from '../../tools/root.ts';

/** A line that the runtime writes. */
export interface Answer {
  id?: number;
  server_request_id?: number;
  status: string;
  action?: string;
  errors: string[];
  warnings: string[];
  context?: { path: string };
  result?: { permit?: boolean; rulesVersion?: number };
}

export interface RulesRuntime {
  /** Writes one line: a text as it is, anything else as JSON. */
  send: (line: unknown) => void;
  /** The next line that the runtime writes. */
  next: () => Promise<Answer>;
  ask: (line: unknown) => Promise<Answer>;
  interrupt: () => void;
  endInput: () => void;
  exited: Promise<unknown>;
}

const jdk = await findJdk();
const jars = await prepareEmulatorJars(jdk);
const jar = jars['STORAGE_EMULATOR_BINARY_PATH'] ?? downloadableJar('storage').file;

/** Whether the runtime is the project's own, not the one that firebase-tools downloads. */
export const isOwnRuntime = jar.startsWith(join(ROOT, '.cache'));

/** Starts the runtime as firebase-tools does. */
export function startRulesRuntime(): RulesRuntime {
  const options = ['-Djava.security.manager=disallow', '-Duser.language=en', '-jar', jar, 'serve'];
  const java = spawn(join(jdk.home, 'bin', 'java'), options, {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: java.stdout })[Symbol.asyncIterator]();
  const exited = once(java, 'exit');

  function send(line: unknown): void {
    java.stdin.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  }

  async function next(): Promise<Answer> {
    const line = await lines.next();
    if (line.done) throw new Error('The rules runtime has ended.');
    return JSON.parse(line.value) as Answer;
  }

  return {
    send,
    next,
    ask: (line) => {
      send(line);
      return next();
    },
    interrupt: () => java.kill('SIGINT'),
    endInput: () => java.stdin.end(),
    exited,
  };
}
