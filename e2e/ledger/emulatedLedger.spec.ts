import { expect } from "../fixtures/test";
import { test } from "./ledgerTest";

/** In the page: chooses the device, asks which app is open, and returns the answer's report as hex. */
async function askForApp() {
  type Device = {
    open(): Promise<void>;
    sendReport(id: number, report: Uint8Array): Promise<void>;
    oninputreport: ((event: { data: DataView }) => void) | null;
  };
  const { hid } = navigator as Navigator & { hid: { requestDevice(options: object): Promise<Device[]> } };
  const [device] = await hid.requestDevice({ filters: [{ vendorId: 0x2c97 }] });
  if (device === undefined) return "none";
  await device.open();
  const answered = new Promise<string>((resolve) => {
    device.oninputreport = ({ data }) =>
      resolve(Array.from(new Uint8Array(data.buffer), (byte) => byte.toString(16).padStart(2, "0")).join(""));
  });
  const report = new Uint8Array(64);
  report.set([0x12, 0x34, 5, 0, 0, 0, 5, 0xb0, 1, 0, 0, 0]);
  await device.sendReport(0, report);
  return answered;
}

test("the emulated Ledger answers in Chromium as in the unit tests @wallet", async ({ page, ledger }) => {
  await page.goto("/");
  expect(await page.evaluate(askForApp)).toMatch(/^12340500000019010845746865726575/);
  await ledger.set({ appName: "Bitcoin" });
  await ledger.unplug();
  await ledger.plug();
  expect(await page.evaluate(askForApp)).toContain(Buffer.from("Bitcoin").toString("hex"));
  expect(await ledger.seen()).toMatchObject({ apdus: ["b001000000", "b001000000"], prompts: 2, bareHashes: 0 });
});
