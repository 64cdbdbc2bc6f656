/** The promise, or an error when the signal comes first. For libraries that would wait without limit. */
export async function within<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const tooLate = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('took too long')), { once: true });
  });
  return Promise.race([promise, tooLate]);
}
