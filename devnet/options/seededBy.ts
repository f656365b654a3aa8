import { type RandomStream, randomStream } from "@/lib/math/randomStream";

/** A stream that belongs to a text and a number: the same two give the same stream on every machine. */
export function seededBy(text: string, part: number): RandomStream {
  return randomStream({ seed: hashOf(text), stream: part >>> 0 });
}

/** 32 bits of a text. Source: Fowler, Noll, Vo, the FNV-1a hash. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
