/** Where a suite's emulators listen, each as `host:port`. */
export interface SuiteAddresses {
  readonly hosting: string;
  readonly firestore: string;
  readonly auth: string;
}

/** Of the suite that the environment names: see `environmentFor`. */
export function suiteAddresses(): SuiteAddresses {
  return {
    hosting: new URL(variable('PLAZA_URL')).host,
    firestore: variable('FIRESTORE_EMULATOR_HOST'),
    auth: variable('FIREBASE_AUTH_EMULATOR_HOST'),
  };
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: no suite runs.`);
  return value;
}
