import {
  type DeviceManagementKit,
  DeviceManagementKitBuilder,
  type DiscoveredDevice,
  OpeningConnectionError,
  type Transport,
  TransportConnectedDevice,
  type TransportFactory,
  UnknownDeviceExchangeError,
} from "@ledgerhq/device-management-kit";
import { type SignerEth, SignerEthBuilder } from "@ledgerhq/device-signer-kit-ethereum";
import { WebHidTransport, webHidIdentifier } from "@ledgerhq/device-transport-kit-web-hid";
import { Left } from "purify-ts";
import { filter, firstValueFrom } from "rxjs";
import { LedgerFailedError, LedgerHeldError } from "@/lib/errors/ledgerErrors";
import type { ApduLine } from "./ApduLine";
import { strictReceivers } from "./strictReceivers";
import { withoutContexts } from "./withoutContexts";

/** An open connection to the device through Ledger's kit. */
export type LedgerConnection = {
  readonly signer: SignerEth;
  /** Sends one APDU past the signer. The answer is written down by the line. */
  readonly send: (apdu: Uint8Array) => Promise<void>;
};

/** Ledger's kit for one opening of a device. */
export type LedgerKit = {
  /**
   * Opens the device at `index` of those that the page may see, and asks which app is open (the kit does so by itself).
   * Throws LedgerHeldError.
   */
  readonly open: (index: number) => Promise<LedgerConnection>;
  /** Lets the device go, at any time; more than once does no harm. */
  readonly close: () => void;
};

/** Makes the kit. This module carries it: it is imported when a person first turns to a Ledger. */
export function createLedgerKit(line: ApduLine): LedgerKit {
  const made: WebHidTransport[] = [];
  const kit = new DeviceManagementKitBuilder().addTransport(guardedTransport(line, made)).build();
  return {
    open: (index) => connection(kit, index),
    close: () => {
      for (const transport of made) transport.destroy();
      kit.close();
    },
  };
}

async function connection(kit: DeviceManagementKit, index: number): Promise<LedgerConnection> {
  try {
    const device = await foundDevice(kit.listenToAvailableDevices({ transport: webHidIdentifier }), index);
    const sessionId = await kit.connect({ device, sessionRefresherOptions: { isRefresherDisabled: true } });
    const signer = new SignerEthBuilder({ dmk: kit, sessionId }).withContextModule(withoutContexts).build();
    return { signer, send: async (apdu) => void (await kit.sendApdu({ sessionId, apdu })) };
  } catch (cause) {
    throw cause instanceof OpeningConnectionError ? new LedgerHeldError({ cause }) : cause;
  }
}

type Found = ReturnType<DeviceManagementKit["listenToAvailableDevices"]>;

async function foundDevice(found: Found, index: number): Promise<DiscoveredDevice> {
  const devices = await firstValueFrom(found.pipe(filter((each) => each.length > index)));
  const device = devices[index];
  if (device === undefined) throw new LedgerFailedError(null);
  return device;
}

/** The kit's WebHID transport, with every APDU on the line and every report looked at first. */
function guardedTransport(line: ApduLine, made: WebHidTransport[]): TransportFactory {
  return ({ deviceModelDataSource, loggerServiceFactory, apduSenderServiceFactory, apduReceiverServiceFactory }) => {
    const transport = new WebHidTransport(
      deviceModelDataSource,
      loggerServiceFactory,
      apduSenderServiceFactory,
      strictReceivers(apduReceiverServiceFactory),
    );
    made.push(transport);
    const guarded: Transport = {
      getIdentifier: () => transport.getIdentifier(),
      isSupported: () => transport.isSupported(),
      startDiscovering: () => transport.startDiscovering(),
      stopDiscovering: () => transport.stopDiscovering(),
      listenToAvailableDevices: () => transport.listenToAvailableDevices(),
      disconnect: (parameters) => transport.disconnect(parameters),
      connect: async (parameters) => (await transport.connect(parameters)).map((device) => guardedDevice(line, device)),
    };
    return guarded;
  };
}

function guardedDevice(line: ApduLine, device: TransportConnectedDevice): TransportConnectedDevice {
  const { id, deviceModel, type, transport } = device;
  return new TransportConnectedDevice({
    id,
    deviceModel,
    type,
    transport,
    // The kit's own limit is left out, the line has one: where an answer is there before the report is said to be sent, the sender never
    // takes that limit back, and breaks off whatever is under way when it ends, such as a person's reading.
    sendApdu: async (apdu, triggersDisconnection) => {
      const result = await line.exchange(apdu, () => device.sendApdu(apdu, triggersDisconnection));
      if (result.kind === "refused") return Left(new UnknownDeviceExchangeError());
      return result.answer.ifRight(({ data, statusCode }) => line.note(data, hexOf(statusCode)));
    },
  });
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
