/** Halvings of a stretch after which no double lies between its ends any more. */
const HALVINGS = 60;

/**
 * The place between `from` and `to` where `isBeyond` turns from false to true, to the last digits of the stretch; of several one of them.
 * `isBeyond(from)` is taken for false and `isBeyond(to)` for true; the place told is beyond. Source: bisection.
 */
export function turningPoint(
  isBeyond: (x: number) => boolean,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let [near, far] = [from, to];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = near + (far - near) / 2;
    if (isBeyond(middle)) far = middle;
    else near = middle;
  }
  return far;
}
