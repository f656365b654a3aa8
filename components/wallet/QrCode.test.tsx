import decodeQR from "qr/decode.js";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { QrCode } from "./QrCode";

const URI = `wc:${"7f".repeat(32)}@2?expiryTimestamp=1795700000&relay-protocol=irn&symKey=${"c3".repeat(32)}`;
const PIXELS = 4;

/** The drawing as a camera would see it. */
function picture(markup: string) {
  const size = Number(/viewBox="0 0 (\d+)/.exec(markup)?.[1]);
  const width = size * PIXELS;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of markup.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < PIXELS; row += 1) {
      const start = ((Number(y) * PIXELS + row) * width + Number(x) * PIXELS) * 4;
      for (let pixel = 0; pixel < PIXELS; pixel += 1) data.set([0, 0, 0, 255], start + pixel * 4);
    }
  }
  return { width, height: width, data };
}

it("default: a camera reads what was meant, and the picture has a name", () => {
  const markup = renderToStaticMarkup(<QrCode text={URI} label="Code" />);
  expect(decodeQR(picture(markup))).toBe(URI);
  expect(markup).toContain('role="img" aria-label="Code"');
});
