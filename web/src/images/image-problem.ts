/** Why a file cannot be sent as a picture. The client has a sentence for each. */
export type ImageProblem =
  | 'empty'
  | 'not-an-image'
  | 'svg'
  | 'heic'
  | 'unreadable'
  | 'file-too-large'
  | 'too-many-pixels'
  | 'failed';

export class ImageProblemError extends Error {
  override name = 'ImageProblemError';
  readonly code: ImageProblem;

  constructor(code: ImageProblem, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
