import { expect, test } from "../fixtures/test";

test("the watch over every test sees a foreign origin, a console error and a page error", async ({
  page,
  web,
  watch,
}) => {
  await page.goto("/vaults");
  expect(watch.problems).toEqual([]);
  await page.evaluate(() => {
    console.error("planted");
    setTimeout(() => {
      throw new Error("planted");
    });
  });
  const foreign = await web("local");
  await page.goto(foreign);
  for (const kind of ["console error: planted", "page error: planted", `request to another origin: ${foreign}`]) {
    await expect.poll(() => watch.problems.some((problem) => problem.startsWith(kind)), kind).toBe(true);
  }
  watch.problems.length = 0;
});
