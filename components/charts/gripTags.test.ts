import { expect, test } from "vitest";
import { gripTags } from "./gripTags";
import { linearScale } from "./linearScale";

const frame = {
  narrow: false,
  axis: 354,
  left: 58,
  right: 924,
  x: linearScale({ domain: [2500, 4500], range: [58, 924] }),
};

test("default: each tag under its strike, side by side where there is room", () => {
  const [put, call] = gripTags([3000, 4000], frame);
  expect(put).toEqual({ left: frame.x.at(3000) - 52, top: 312, width: 104, height: 36 });
  expect(call?.top).toBe(312);
});

test("behavior: near strikes stand over each other, whatever their order, and the ends hold", () => {
  const tags = gripTags([3100, 3000, 3000, 4500], frame);
  expect(tags.map(({ top }) => top)).toEqual([232, 312, 272, 312]);
  expect((tags[3]?.left ?? 0) + 104).toBe(924);
  expect(gripTags([3000], { ...frame, narrow: true })[0]).toMatchObject({ width: 66, height: 24 });
});
