import { expect, test } from "vitest";
import { inlineHashes } from "./inlineHashes";

/** The hash of the empty text, published with the algorithm. */
const EMPTY = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

test("default: each inline script and style of a page", () => {
  const { scripts, styles } = inlineHashes("<style></style><script></script><p>text</p><script>1</script>");
  expect(styles).toEqual([EMPTY]);
  expect(scripts).toHaveLength(2);
  expect(scripts[0]).toBe(EMPTY);
});
