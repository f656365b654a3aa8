import { keccak256, parseAbiItem, stringToBytes, toFunctionSelector } from "viem";
import { describe, expect, it, test } from "vitest";
import { ALLOWED_CALLS, type AllowedCall, ENDING_CALLS, REVOKING_CALLS } from "@/lib/transaction/allowedCalls";
import { CALL_DESCRIPTIONS, describedCall } from "@/lib/transaction/callDescriptions";
import { CHAIN_ID, ROUTER, STRANGER, USDC, VAULT } from "@/lib/transaction/planFixture";
import { DEPLOYMENT } from "../deploymentFixture";
import { functionOf } from "../describeCall";
import type { Descriptor, DisplayField, DisplayFormat } from "./Descriptor";
import { descriptorsOf } from "./descriptorsOf";

const [first] = DEPLOYMENT.vaults;
if (first === undefined) throw new TypeError("the deployment has a vault");
const OTHER_VAULT = `0x${"ee".repeat(20)}` as const;
const other = { ...first, address: OTHER_VAULT, asset: STRANGER };
const files = descriptorsOf({ ...DEPLOYMENT, vaults: [first, other] });
const SIGNED = [...ALLOWED_CALLS, ...REVOKING_CALLS];
const TARGETS = { router: [ROUTER], vault: [VAULT, OTHER_VAULT], asset: [USDC.address, STRANGER] };

const contractsOf = ({ context }: Descriptor) =>
  ("contract" in context ? context.contract : context.eip712).deployments;

/** What a wallet finds for a call: by chain and address first, then by selector. */
function found({ selector }: Pick<AllowedCall, "selector">, to: string): readonly (readonly [string, DisplayFormat])[] {
  const bound = Object.values(files).filter((one) =>
    contractsOf(one).some(({ chainId, address }) => chainId === CHAIN_ID && address.toLowerCase() === to.toLowerCase()),
  );
  const formats = bound
    .filter(({ context }) => "contract" in context)
    .flatMap(({ display }) => Object.entries(display.formats));
  return formats.filter(([key]) => toFunctionSelector(`function ${key}`) === selector);
}

function linesOf({ fields }: DisplayFormat): readonly DisplayField[] {
  return fields.flatMap((field) => ("fields" in field ? field.fields : [field]));
}

type Parameter = {
  readonly name?: string | undefined;
  readonly type: string;
  readonly components?: readonly Parameter[] | undefined;
};

/** Every value of a call by its path, in order, as its interface has it. */
function pathsOf(inputs: readonly Parameter[], before = ""): readonly string[] {
  return inputs.flatMap(({ name, type, components }) => {
    const path = `${before}${name}${type.endsWith("[]") ? ".[]" : ""}`;
    return components ? pathsOf(components, `${path}.`) : [path];
  });
}

describe("descriptorsOf", () => {
  test.each(SIGNED.map((one) => [`${one.target} ${one.functionName}`, one] as const))(
    "default: %s is described once, on every contract of its kind, and nothing of it is left out",
    (_, one) => {
      for (const to of TARGETS[one.target]) {
        const [match, ...more] = found(one, to);
        expect(more).toEqual([]);
        const [key, format] = match ?? ["", undefined];
        const item = parseAbiItem(`function ${key}`);
        if (format === undefined || item.type !== "function")
          throw new TypeError(`${one.functionName} has no descriptor`);
        expect(pathsOf(item.inputs)).toEqual(pathsOf(functionOf(one.selector)?.inputs ?? []));
        const paths = linesOf(format).map(({ path }) => path);
        expect(paths.filter((path) => path !== "@.value").sort()).toEqual([...pathsOf(item.inputs)].sort());
        expect(paths.includes("@.value")).toBe(one.takesValue === true);
      }
    },
  );

  it("behavior: whoever must be the account by policy is a wallet of the signer's own, and so is nobody else", () => {
    for (const { functionName, rules, selector } of SIGNED) {
      const heads = functionOf(selector)?.inputs ?? [];
      // A struct of words takes several of the head; none stands before an account here but depositMany's, which comes last.
      const ruled = rules.filter(({ mustBe }) => mustBe === "account").map(({ word }) => heads[word]?.name);
      const described = describedCall(functionName)?.arguments.filter(({ meaning }) => meaning.kind === "account");
      expect(
        described?.map(({ path }) => path),
        functionName,
      ).toEqual(ruled);
    }
  });

  it("behavior: a path that names a token leads to an address of the same call, and to each element's own in a list", () => {
    for (const { display } of Object.values(files)) {
      for (const format of Object.values(display.formats)) {
        const lines = linesOf(format);
        for (const { path, params } of lines.filter((line) => line.format === "tokenAmount")) {
          const tokenPath = String(params?.tokenPath ?? params?.token);
          if (tokenPath === "@.to" || tokenPath === "$.metadata.constants.vaultAsset") continue;
          const token = lines.find((line) => line.path === tokenPath);
          expect(["tokenTicker", "addressName"], path).toContain(token?.format);
          expect(tokenPath.includes(".[]")).toBe(path.includes(".[]"));
        }
      }
    }
  });

  it("behavior: what a claim's bytes do not name is the asset of those vaults alone", () => {
    const ofVaults = Object.values(files).filter(({ metadata }) => metadata.contractName === "StrategyVault");
    expect(
      ofVaults.map((one) => [one.metadata.constants?.vaultAsset, contractsOf(one).map(({ address }) => address)]),
    ).toEqual(
      [USDC.address, STRANGER].map((asset, index) => [
        expect.stringMatching(new RegExp(asset, "i")),
        [expect.stringMatching(new RegExp(index === 0 ? VAULT : OTHER_VAULT, "i"))],
      ]),
    );
  });

  it("behavior: the permit is EIP-2612's, for every asset and every share", () => {
    const permit = files["eip712-Permit.json"];
    const [[key, format] = ["", undefined]] = Object.entries(permit?.display.formats ?? {});
    // PERMIT_TYPEHASH, as EIP-2612 prints it.
    expect(keccak256(stringToBytes(key))).toBe("0x6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c9");
    expect(format && linesOf(format).map(({ label, visible }) => [label, visible ?? "always"])).toEqual([
      ["Owner", "optional"],
      ["Spender", "always"],
      ["Value", "always"],
      ["Nonce", "optional"],
      ["Deadline", "always"],
    ]);
    const bound = permit ? contractsOf(permit).map(({ address }) => address.toLowerCase()) : [];
    expect(bound).toEqual([USDC.address, STRANGER, VAULT, OTHER_VAULT].map((address) => address.toLowerCase()));
  });

  it("behavior: nothing is described that may not be signed, and no intent is too long for a small screen", () => {
    const names = new Set([...SIGNED, ...ENDING_CALLS].map(({ functionName }) => functionName));
    expect(CALL_DESCRIPTIONS.map(({ functionName }) => functionName).filter((name) => !names.has(name))).toEqual([]);
    for (const { intent } of CALL_DESCRIPTIONS) expect(intent.length, intent).toBeLessThanOrEqual(30);
  });
});
