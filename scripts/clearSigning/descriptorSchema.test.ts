import { describe, expect, it, test } from "vitest";
import { descriptorsOf } from "@/lib/protocols/ballast/clearSigning/descriptorsOf";
import { DEPLOYMENT } from "@/lib/protocols/ballast/deploymentFixture";
import { DESCRIPTOR_SCHEMA } from "./descriptorSchema";
import { schemaFaults } from "./schemaFaults";

const files = descriptorsOf(DEPLOYMENT);
const text = (name: string) => JSON.stringify(files[name]);

describe("schemaFaults", () => {
  test.each(Object.keys(files))("default: %s is a descriptor", (name) => {
    expect(schemaFaults(files[name], DESCRIPTOR_SCHEMA)).toEqual([]);
  });

  it.each([
    ["a format that is none", '"format":"tokenAmount"', '"format":"tokenamount"'],
    ["a setting that is none", '"tokenPath":"asset"', '"tokenpath":"asset"'],
    ["a line without a label", '"label":"Controller",', ""],
    ["a space behind a comma", "address asset,uint256", "address asset, uint256"],
    ["an argument without a name", "(address asset,", "(address,"],
    ["an address cut short", `"address":"0x`, '"address":"0'],
    ["a chain by name", `"chainId":${DEPLOYMENT.chainId}`, '"chainId":"mainnet"'],
    ["no contract at all", /"deployments":\[[^\]]*\]/, '"deployments":[]'],
    ["a date of no encoding", '"encoding":"timestamp"', '"encoding":"unix"'],
    ["no intent", '"intent":"Deposit in vaults",', ""],
    ["a visibility that is none", '"visible":"never"', '"visible":"hidden"'],
    ["a group in no order", '"iteration":"bundled",', ""],
  ])("error: %s", (_, found, put) => {
    const before = text("calldata-StrategyRouter.json");
    const after = before.replace(found, put);
    expect(after).not.toBe(before);
    expect(schemaFaults(JSON.parse(after), DESCRIPTOR_SCHEMA)).not.toEqual([]);
  });
});
