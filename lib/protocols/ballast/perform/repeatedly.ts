/** Does it again and again, `pauseMilliseconds` after each time, until the returned function is called. */
export function repeatedly(act: (isStopped: () => boolean) => Promise<void>, pauseMilliseconds: number): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = async () => {
    await act(() => isOver);
    if (!isOver) timer = setTimeout(turn, pauseMilliseconds);
  };
  void turn();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
