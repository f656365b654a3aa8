import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { differences, gasChanges, readTexts, restoreTexts } from "./snapshots";

const texts = (entries: Record<string, string>) => new Map(Object.entries(entries));

describe("gasChanges", () => {
  it("default", () => {
    const before = texts({ "Vault.json": '{"claim":"100","settle":"200"}' });
    const after = texts({ "Vault.json": '{"claim":"101","request":"50"}', "Book.json": '{"post":"7"}' });
    expect(gasChanges(before, after)).toEqual([
      "Book/post: none → 7",
      "Vault/claim: 100 → 101",
      "Vault/request: none → 50",
      "Vault/settle: 200 → none",
    ]);
  });

  it("behavior: nothing when nothing changed", () => {
    const same = texts({ "Vault.json": '{"claim":"100"}' });
    expect(gasChanges(same, same)).toEqual([]);
  });
});

describe("differences", () => {
  it("behavior: a file that one side lacks differs", () => {
    expect(differences(texts({ a: "1", b: "2" }), texts({ a: "1", c: "3" }))).toEqual(["b", "c"]);
  });
});

describe("restoreTexts", () => {
  it("behavior: the folder holds exactly the given files again", () => {
    const folder = mkdtempSync(join(tmpdir(), "ballast-snapshots-"));
    try {
      writeFileSync(join(folder, "kept.json"), "changed");
      writeFileSync(join(folder, "new.json"), "new");
      restoreTexts(folder, texts({ "kept.json": "kept", "lost.json": "lost" }));
      expect([...readTexts(folder)].sort()).toEqual([
        ["kept.json", "kept"],
        ["lost.json", "lost"],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("behavior: a folder that is not there holds nothing", () => {
    expect(readTexts(join(tmpdir(), "ballast-no-such-folder")).size).toBe(0);
  });
});
