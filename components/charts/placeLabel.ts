export type Anchor = "start" | "middle" | "end";
export type LabelSpot = { readonly x: number; readonly y: number; readonly anchor: Anchor };
export type PlacedLabel = LabelSpot & { readonly text: string };
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Geist at 12 px is on average 6.4 px a character, wide figures included. */
const CHARACTER_PX = 6.4;
const ASCENT = 11;
const DESCENT = 3;

/** The pixels a label covers, with 2 px around it. */
export function labelBox({ text, x, y, anchor }: PlacedLabel): Box {
  const width = text.length * CHARACTER_PX;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left: left - 2, right: left + width + 2, top: y - ASCENT - 2, bottom: y + DESCENT + 2 };
}

export function boxesTouch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The first place at which the label is free, or none: a label is dropped rather than shrunk. */
export function placeLabel(
  text: string,
  places: readonly LabelSpot[],
  isFree: (box: Box) => boolean,
): PlacedLabel | undefined {
  return places.map((place) => ({ ...place, text })).find((label) => isFree(labelBox(label)));
}
