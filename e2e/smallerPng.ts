import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = 8;
const COLOURS = 256;

/**
 * A PNG of 8-bit RGB, as the browser writes it → the same picture with a palette of 256 colours, a third of the size: the most frequent one of each
 * hue, then the most frequent of all. The others, single pixels of letters mostly, become the nearest of these.
 */
export function smallerPng(png: Buffer): Buffer {
  const { width, height, raw } = readPng(png);
  const pixels = unfiltered(raw, { width, height });
  const { palette, indexOf } = paletteOf(pixels);
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < pixels.length; at += 1) {
    const row = Math.floor(at / width);
    rows[row * (width + 1) + 1 + (at % width)] = indexOf.get(pixels[at] ?? 0) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const chunks = [chunk("IHDR", header), chunk("PLTE", palette), chunk("IDAT", deflateSync(rows, { level: 9 }))];
  return Buffer.concat([png.subarray(0, SIGNATURE), ...chunks, chunk("IEND", Buffer.alloc(0))]);
}

function readPng(png: Buffer) {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  if (png[24] !== 8 || png[25] !== 2) throw new Error("only 8-bit RGB is read here");
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), raw: inflateSync(Buffer.concat(parts)) };
}

/** Undoes the rows' filters (PNG, section 9) and gives each pixel as one number. */
function unfiltered(raw: Buffer, { width, height }: { readonly width: number; readonly height: number }): Uint32Array {
  const stride = width * 3;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1);
    const line = new Uint8Array(raw.subarray(start + 1, start + 1 + stride));
    undoFilter(raw[start] ?? 0, line, above);
    for (let at = 0; at < width; at += 1) {
      pixels[row * width + at] = ((line[at * 3] ?? 0) << 16) | ((line[at * 3 + 1] ?? 0) << 8) | (line[at * 3 + 2] ?? 0);
    }
    above = line;
  }
  return pixels;
}

function undoFilter(filter: number, line: Uint8Array, above: Uint8Array) {
  for (let at = 0; at < line.length; at += 1) {
    const left = at >= 3 ? (line[at - 3] ?? 0) : 0;
    const up = above[at] ?? 0;
    const corner = at >= 3 ? (above[at - 3] ?? 0) : 0;
    line[at] = (line[at] ?? 0) + guess(filter, left, up, corner);
  }
}

/** The five filters by their numbers: none, left, above, mean, Paeth. */
function guess(filter: number, ...[left, up, corner]: readonly [left: number, up: number, corner: number]): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  return filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function paletteOf(pixels: Uint32Array) {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const hues = new Map<number, number>();
  for (const colour of byCount) if (!hues.has(hueOf(colour))) hues.set(hueOf(colour), colour);
  const kept = [...new Set([...[...hues.values()].slice(0, COLOURS), ...byCount])].slice(0, COLOURS);
  const indexOf = new Map(byCount.map((colour) => [colour, nearest(colour, kept)]));
  return { palette: Buffer.from(kept.flatMap(channels)), indexOf };
}

/** The high four bits of each channel: of all colours that share them, the most frequent stands first in the palette. */
const hueOf = (colour: number) => colour & 0xf0f0f0;

function nearest(colour: number, kept: readonly number[]): number {
  const wanted = channels(colour);
  const distances = kept.map((one) =>
    channels(one).reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
