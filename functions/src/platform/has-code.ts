/** The errors of Firestore carry a gRPC status, those of Auth a name, as `code`. */
export function hasCode(error: unknown, code: number | string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
