/** LeanIX answered a request with an error, or with what is not an answer to it. */
export class PullError extends Error {
  override readonly name = "PullError";
  /** Status of the answer. */
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}
