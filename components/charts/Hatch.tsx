export type HatchProps = { readonly id: string; readonly ground: number };

/** The 45° hatch that means loss, over a tint of `ground` opacity. Filled in by `url(#id)`. */
export function Hatch({ id, ground }: HatchProps) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--loss)" opacity={ground} />
      <line x1="0" y1="0" x2="0" y2="6" stroke="var(--loss)" strokeWidth="1.2" opacity="0.5" />
    </pattern>
  );
}
