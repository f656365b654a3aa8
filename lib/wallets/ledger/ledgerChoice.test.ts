import { mnemonicToAccount } from "viem/accounts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ACCOUNT, emulatedSession } from "@/e2e/ledger/emulatedSession";
import { IN_THE_WAY } from "@/e2e/ledger/inTheWay";
import { PUBLISHED_MNEMONIC } from "@/lib/config/publishedMnemonic";
import { LedgerChoice, type LedgerChoiceState } from "./LedgerChoice";

const OTHER_SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow";

let { clock, ledger, hid, session } = emulatedSession();
let choice: LedgerChoice | undefined;

beforeEach(() => {
  ({ clock, ledger, hid, session } = emulatedSession());
});

afterEach(() => {
  choice?.cancel();
  vi.unstubAllGlobals();
});

function begin() {
  choice = new LedgerChoice(session, clock);
  return choice;
}

const stateOf = (begun: LedgerChoice) => begun.current();

/** Every address that is wanted is there. */
async function accountsOf(begun: LedgerChoice, count: number) {
  await vi.waitFor(() => {
    const state = stateOf(begun);
    expect(state.kind === "choosing" ? state.accounts.length : 0).toBe(count);
  });
  const state = stateOf(begun);
  return state.kind === "choosing" ? state.accounts : [];
}

async function waitsFor(begun: LedgerChoice, code: string) {
  await vi.waitFor(() => expect(stateOf(begun)).toMatchObject({ kind: "waiting", failure: { code } }));
}

const addressAt = (path: string, mnemonic = PUBLISHED_MNEMONIC) =>
  mnemonicToAccount(mnemonic, { path: path as "m/44'/60'/0'/0/0" }).address;

describe("the choice of an account", () => {
  test("default: five of Ledger Live, then five more; the one that is taken is the result", async () => {
    const begun = begin();
    const first = await accountsOf(begun, 5);
    expect(first.map(({ path }) => path)).toEqual([0, 1, 2, 3, 4].map((n) => `m/44'/60'/${n}'/0/0`));
    expect(first.map(({ path }) => addressAt(path))).toEqual(first.map(({ address }) => address));
    begun.showMore();
    const all = await accountsOf(begun, 10);
    expect(all.slice(0, 5)).toEqual(first);
    const [, second] = all;
    if (second) begun.choose(second);
    expect(await begun.chosen).toEqual(second);
    expect(hid.prompts).toBe(0);
  });

  test.each([
    ["bip44", "m/44'/60'/0'/0/4"],
    ["legacy", "m/44'/60'/0'/4"],
  ] as const)("default: accounts of %s", async (scheme, last) => {
    const begun = begin();
    begun.show(scheme);
    const accounts = await accountsOf(begun, 5);
    expect(accounts.at(-1)).toEqual({ path: last, address: addressAt(last) });
    expect(stateOf(begun)).toMatchObject({ scheme });
  });

  test("behavior: turning back gives nothing, and lets the device go", async () => {
    const begun = begin();
    await accountsOf(begun, 5);
    begun.cancel();
    expect(await begun.chosen).toBeNull();
    await vi.waitFor(() => expect(ledger.opened).toBe(false));
  });

  test("behavior: another scheme in the middle of reading: no account of the one before stays", async () => {
    const begun = begin();
    await vi.waitFor(() => expect(stateOf(begun).kind).toBe("choosing"));
    begun.show("legacy");
    const accounts = await accountsOf(begun, 5);
    expect(accounts.map(({ path }) => path)).toEqual([0, 1, 2, 3, 4].map((n) => `m/44'/60'/0'/${n}`));
  });
});

describe("what is in the way", () => {
  test.each(IN_THE_WAY)(
    "error: %s is said, and the choice goes on by itself once it is mended",
    async (code, fault, mended) => {
      Object.assign(ledger.knobs, fault);
      const begun = begin();
      await waitsFor(begun, code);
      expect(stateOf(begun)).toMatchObject({ wasFound: true });
      Object.assign(ledger.knobs, mended);
      expect((await accountsOf(begun, 5))[0]).toEqual(ACCOUNT);
    },
  );

  test("error: a device that the page may not see is asked for by a press alone, and a closed list stays said", async () => {
    hid.isAllowed = false;
    hid.choosesDevice = false;
    const begun = begin();
    await waitsFor(begun, "ledgerUnplugged");
    expect(stateOf(begun)).toMatchObject({ wasFound: false });
    expect(hid.prompts).toBe(0);
    begun.find();
    await waitsFor(begun, "ledgerNotChosen");
    await new Promise((resolve) => setTimeout(resolve, 20));
    await waitsFor(begun, "ledgerNotChosen");
    hid.choosesDevice = true;
    begun.find();
    await accountsOf(begun, 5);
    expect(hid.prompts).toBe(2);
  });

  test("error: without WebHID it says so and does not go on", async () => {
    vi.stubGlobal("navigator", {});
    const begun = begin();
    const told: LedgerChoiceState[] = [];
    begun.subscribe(() => told.push(stateOf(begun)));
    await waitsFor(begun, "ledgerUnsupportedBrowser");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toHaveLength(1);
  });

  test("error: unplugged while addresses are read; plugged in again they are read anew", async () => {
    ledger.knobs.unplugAtFrame = 9;
    const begun = begin();
    await waitsFor(begun, "ledgerUnplugged");
    expect(stateOf(begun)).toMatchObject({ wasFound: true });
    ledger.knobs.unplugAtFrame = null;
    ledger.knobs.mnemonic = OTHER_SEED;
    hid.plug();
    const accounts = await accountsOf(begun, 5);
    expect(accounts.map(({ path }) => addressAt(path, OTHER_SEED))).toEqual(accounts.map(({ address }) => address));
  });

  test("error: another device between two pages: its accounts alone are listed", async () => {
    const begun = begin();
    await accountsOf(begun, 5);
    hid.unplug();
    ledger.knobs.mnemonic = OTHER_SEED;
    hid.plug();
    begun.showMore();
    const accounts = await accountsOf(begun, 10);
    expect(accounts[0]?.address).toBe(addressAt(ACCOUNT.path, OTHER_SEED));
    expect(new Set(accounts.map(({ address }) => address)).size).toBe(10);
  });
});
