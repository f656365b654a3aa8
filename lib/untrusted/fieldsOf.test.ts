import { expect, it } from "vitest";
import { fieldsOf } from "./fieldsOf";

it("default: the fields of an object, and of a function, unseen", () => {
  const provider = Object.assign(() => undefined, { request: 7 });
  expect(fieldsOf({ a: 1 }).a).toBe(1);
  expect(fieldsOf(provider).request).toBe(7);
});

it.each([null, undefined, 7, "text", true, 7n])("error: %s has none", (value) => {
  expect(fieldsOf(value).anything).toBeUndefined();
});
