import { step } from '../progress.ts';
import { findFreePorts, HOST } from '../suite/ports.ts';
import { startSuite } from '../suite/suite.ts';

/** Runs `work` with the address of a Firestore emulator that nobody else uses. */
export async function withFirestore<T>(work: (address: string) => Promise<T>): Promise<T> {
  const ports = await findFreePorts();
  const suite = await step('Starting the Firestore emulator', () =>
    startSuite({ ports, keptData: null, emulators: 'firestore' }),
  );
  try {
    return await Promise.race([work(`${HOST}:${ports.firestore}`), suite.failed]);
  } finally {
    await suite.stop();
  }
}
