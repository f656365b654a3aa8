import type { EmulatedLedger } from "./EmulatedLedger";

/** `navigator.hid` with one Ledger on the bus. */
export class EmulatedHid extends EventTarget {
  isPlugged = true;
  /** May the page see the device without asking? Choosing it grants that. */
  isAllowed = true;
  /** What the person does with the browser's list. */
  choosesDevice = true;
  /** How often the browser's list was opened. */
  prompts = 0;

  constructor(readonly ledger: EmulatedLedger) {
    super();
    ledger.onUnplug = () => this.unplug();
  }

  readonly getDevices = async (): Promise<EmulatedLedger[]> => (this.isPlugged && this.isAllowed ? [this.ledger] : []);

  readonly requestDevice = async (): Promise<EmulatedLedger[]> => {
    this.prompts += 1;
    if (!this.isPlugged || !this.choosesDevice) return [];
    this.isAllowed = true;
    return [this.ledger];
  };

  unplug(): void {
    this.isPlugged = false;
    this.ledger.reset();
    this.#tell("disconnect");
  }

  plug(): void {
    this.isPlugged = true;
    this.#tell("connect");
  }

  #tell(type: "connect" | "disconnect"): void {
    this.dispatchEvent(Object.assign(new Event(type), { device: this.ledger }));
  }
}
