/** Resolves to undefined as soon as the signal is aborted, whatever becomes of the promise. */
export function unlessAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(undefined);
    if (signal?.aborted) onAbort();
    signal?.addEventListener("abort", onAbort);
    promise.then(resolve, reject).finally(() => signal?.removeEventListener("abort", onAbort));
  });
}

/** Waits for a duration in milliseconds, or until the signal is aborted. */
export async function pause(duration: number, signal: AbortSignal | undefined): Promise<void> {
  if (duration <= 0) return;
  let timer: ReturnType<typeof setTimeout>;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, duration);
  });
  await unlessAborted(passed, signal).finally(() => clearTimeout(timer));
}
