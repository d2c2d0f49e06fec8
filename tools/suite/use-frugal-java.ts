/** Tests leave the emulators little of the processors, for so short a time that compiling much does not pay. */
const FRUGAL = '-XX:+UseSerialGC -XX:TieredStopAtLevel=1';

/** For the suites that this process starts from now on, unless its environment says otherwise. */
export function useFrugalJava(): void {
  process.env['JDK_JAVA_OPTIONS'] ??= FRUGAL;
}
