/** The promise's own end if it comes in time; rejects with a RangeError of these words otherwise. Whatever comes later is heard by nobody. */
export async function within<T>(milliseconds: number, promise: Promise<T>, words = "It took too long."): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RangeError(words)), milliseconds);
  });
  return Promise.race([promise, silence]).finally(() => clearTimeout(timer));
}
