/** Errors carry a `code`: Firestore's a gRPC status, Storage's an HTTP status, others a name. */
export function hasCode(error: unknown, code: number | string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
