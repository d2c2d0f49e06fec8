import type { EmulatorProject } from '../../tools/rules/firestore-emulator.ts';

/** A project in the running emulator, for the file that names it: no other file's rules and documents, no functions. */
export function rulesProject(projectId: string): EmulatorProject {
  const address = process.env['FIRESTORE_EMULATOR_HOST'];
  if (address) return { address, projectId };
  throw new Error('FIRESTORE_EMULATOR_HOST is not set: these tests need a running emulator.');
}
