import { expect, test } from "vitest";
import { BallastError } from "./BallastError";
import { InvariantError, invariant } from "./invariant";

test("default: says nothing while the promise holds", () => {
  expect(() => invariant(true, "holds")).not.toThrow();
});

test("error: a broken promise is an InvariantError with its code and sentence", () => {
  expect(() => invariant(0, "zero is not enough")).toThrow(InvariantError);
  const failure = new InvariantError("zero is not enough", { cause: 7 });
  expect(failure).toBeInstanceOf(BallastError);
  expect(failure).toMatchObject({ code: "invariant", message: "zero is not enough", cause: 7, name: "BallastError" });
});
