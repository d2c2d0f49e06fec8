/** The machine lacks something. The message is one sentence that says what to do. */
export class SetupError extends Error {
  override name = 'SetupError';
}
