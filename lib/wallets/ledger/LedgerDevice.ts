import type { SignerEth } from "@ledgerhq/device-signer-kit-ethereum";
import { type Address, getAddress } from "viem";
import { LedgerLockedError, LedgerTimedOutError, LedgerUnpluggedError } from "@/lib/errors/ledgerErrors";
import { ApduLine } from "./ApduLine";
import { kitPath } from "./derivationPath";
import { deviceResult } from "./deviceResult";
import type { LedgerClock } from "./LedgerClock";
import { ASK_APP, expectEthereumApp, type LedgerApp, parseApp, parseConfiguration } from "./ledgerApp";
import type { LedgerConnection } from "./ledgerKit";
import { allowedLedgers, browserHid, findLedger, type HidDevice, type WebHid } from "./webHid";

/** A device that is open, with the Ethereum app. */
export type LedgerDevice = {
  readonly app: LedgerApp;
  readonly line: ApduLine;
  readonly signer: SignerEth;
  /** One APDU and its answer's bytes. */
  readonly ask: (apdu: Uint8Array) => Promise<Uint8Array>;
  /** The address under a path; asked of the device once. */
  readonly address: (path: string) => Promise<Address>;
  /** Throws unless the Ethereum app is open and new enough. */
  readonly expectEthereum: () => Promise<LedgerApp>;
  /** The setting, as the device last told it; null: not yet. */
  readonly isBlindSigningOn: () => boolean | null;
  readonly close: () => void;
};

type Opening = { readonly clock: LedgerClock; readonly mayAsk: boolean };

/** The longest that opening may take, the loading of the kit included. */
const OPENING_MILLISECONDS = 20_000;

/**
 * Finds the device, loads the kit, opens it and looks which app is open. Throws one of the classes of
 * lib/errors/ledgerErrors, or what the browser threw.
 */
export async function openLedger({ clock, mayAsk }: Opening): Promise<LedgerDevice> {
  const hid = browserHid();
  const found = await findLedger(hid, mayAsk);
  const line = new ApduLine(clock);
  const startedAt = clock.now();
  let closeKit: (() => void) | undefined;
  const onLost = () => {
    line.close("lost");
    // Before the kit hears of it: it would wait 6 s for the device and then close it, even one that is back and in use.
    closeKit?.();
  };
  const stopWatching = watchUnplugging({ hid, found, onLost });
  const cancel = clock.after(OPENING_MILLISECONDS, () => line.close("timedOut"));
  try {
    const { createLedgerKit } = await import("./ledgerKit");
    const index = (await allowedLedgers(hid)).indexOf(found);
    if (index < 0) throw new LedgerUnpluggedError();
    const kit = createLedgerKit(line);
    closeKit = kit.close;
    const opening = kit.open(index);
    // The device is let go whenever the line ends, and again when an opening that was under way then has ended.
    void line.ended.then(kit.close);
    void line.ended.then(() => opening).then(kit.close, kit.close);
    const connection = await line.orEnd(opening);
    // The kit's own question for the app is over after 0.8 s, and an old Nano S is asked another one behind it.
    if (!line.hasAnswered(ASK_APP)) await line.orEnd(connection.send(ASK_APP));
    return ledgerDevice({ app: openApp(line), line, connection, stopWatching });
  } catch (thrown) {
    stopWatching();
    const { end } = line;
    line.close("closed");
    if (end === "lost") throw new LedgerUnpluggedError();
    throw end === "timedOut" ? new LedgerTimedOutError(Math.round((clock.now() - startedAt) / 1000)) : thrown;
  } finally {
    cancel();
  }
}

type Parts = {
  readonly app: LedgerApp;
  readonly line: ApduLine;
  readonly connection: LedgerConnection;
  readonly stopWatching: () => void;
};

function ledgerDevice({ app, line, connection, stopWatching }: Parts): LedgerDevice {
  const addresses = new Map<string, Address>();
  const ask = async (apdu: Uint8Array) => {
    await line.orEnd(connection.send(apdu));
    return line.lastAnswer();
  };
  return {
    app,
    line,
    signer: connection.signer,
    ask,
    address: async (path) => {
      const known = addresses.get(path);
      if (known !== undefined) return known;
      const read = await line.orEnd(deviceResult(connection.signer.getAddress(kitPath(path), { skipOpenApp: true })));
      const address = getAddress(read.address);
      addresses.set(path, address);
      return address;
    },
    expectEthereum: async () => {
      await ask(ASK_APP);
      return openApp(line);
    },
    isBlindSigningOn: () =>
      line.configuration === null ? null : parseConfiguration(line.configuration).isBlindSigningOn,
    close: () => {
      stopWatching();
      line.close("closed");
    },
  };
}

/** The app by the device's last answer, which was to the question which one is open. */
function openApp(line: ApduLine): LedgerApp {
  if (line.lastStatus() === null) throw new LedgerTimedOutError(line.patienceSeconds);
  if (line.lastStatus() === "5515") throw new LedgerLockedError();
  const app = parseApp(line.lastAnswer());
  expectEthereumApp(app);
  return app;
}

type Watched = { readonly hid: WebHid; readonly found: HidDevice; readonly onLost: () => void };

function watchUnplugging({ hid, found, onLost }: Watched): () => void {
  const listener = (event: Event) => {
    if ("device" in event && event.device === found) onLost();
  };
  hid.addEventListener("disconnect", listener);
  return () => hid.removeEventListener("disconnect", listener);
}
