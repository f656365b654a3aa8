import { BallastError } from "./BallastError";

/** This browser has no WebHID, the only way from a page to a device on USB. */
export class LedgerUnsupportedBrowserError extends BallastError {
  readonly code = "ledgerUnsupportedBrowser";

  constructor() {
    super("The browser has no WebHID.");
  }
}

/** The person closed the browser's list of devices without choosing one. */
export class LedgerNotChosenError extends BallastError {
  readonly code = "ledgerNotChosen";

  constructor(options?: ErrorOptions) {
    super("No device was chosen.", options);
  }
}

/** Another page or program has the device open. */
export class LedgerHeldError extends BallastError {
  readonly code = "ledgerHeld";

  constructor(options?: ErrorOptions) {
    super("The device is held elsewhere.", options);
  }
}

/** The device waits for its PIN. */
export class LedgerLockedError extends BallastError {
  readonly code = "ledgerLocked";

  constructor() {
    super("The device is locked.");
  }
}

/** The device shows its dashboard: no app is open. */
export class LedgerAppClosedError extends BallastError {
  readonly code = "ledgerAppClosed";

  constructor() {
    super("The Ethereum app is not open.");
  }
}

/** Another app is open. */
export class LedgerWrongAppError extends BallastError {
  readonly code = "ledgerWrongApp";

  constructor(
    /** As the device names it. */
    readonly appName: string,
  ) {
    super(`The app ${appName} is open.`);
  }
}

/** The Ethereum app is older than the screens that are described here. */
export class LedgerOldAppError extends BallastError {
  readonly code = "ledgerOldApp";

  constructor(
    readonly version: string,
    readonly oldestVersion: string,
  ) {
    super(`The Ethereum app ${version} is older than ${oldestVersion}.`);
  }
}

/** The app does not sign what it cannot show, and the setting that would let it is off. */
export class LedgerBlindSigningOffError extends BallastError {
  readonly code = "ledgerBlindSigningOff";

  constructor() {
    super("Blind signing is off.");
  }
}

/** The person said no on the device. */
export class LedgerRejectedError extends BallastError {
  readonly code = "ledgerRejected";

  constructor() {
    super("The request was rejected on the device.");
  }
}

/** The device left the bus, or is not on it. */
export class LedgerUnpluggedError extends BallastError {
  readonly code = "ledgerUnplugged";

  constructor() {
    super("The device is not plugged in.");
  }
}

/** The device said nothing that makes sense for too long. */
export class LedgerTimedOutError extends BallastError {
  readonly code = "ledgerTimedOut";

  constructor(readonly waitedSeconds: number) {
    super(`The device did not answer in ${waitedSeconds} seconds.`);
  }
}

/** The device still showed the end of the request before (status 6a00). */
export class LedgerTooSoonError extends BallastError {
  readonly code = "ledgerTooSoon";

  constructor() {
    super("The device still showed its last answer.");
  }
}

/** The device has other keys than the account that is connected: another seed, or a passphrase. */
export class LedgerOtherAccountError extends BallastError {
  readonly code = "ledgerOtherAccount";

  constructor(
    readonly expected: `0x${string}`,
    readonly actual: `0x${string}`,
  ) {
    super("The device holds another account.");
  }
}

/** What came back was signed by somebody else, or is a signature of something else. It was thrown away. */
export class LedgerWrongSignatureError extends BallastError {
  readonly code = "ledgerWrongSignature";

  constructor(
    readonly expected: `0x${string}`,
    /** Null when no signer can be recovered. */
    readonly recovered: `0x${string}` | null,
  ) {
    super("The signature is not the account's.");
  }
}

/** Typed data that the app cannot sign, or signs as something else. */
export class LedgerUnsupportedTypedDataError extends BallastError {
  readonly code = "ledgerUnsupportedTypedData";

  constructor(
    /** The type that is in the way; null when the device did not say. */
    readonly typeName: string | null,
  ) {
    super(`The device cannot sign ${typeName ?? "this typed data"}.`);
  }
}

/** The kit fell back to signing a bare hash, which nobody can check on the device. It was not sent. */
export class LedgerBareHashError extends BallastError {
  readonly code = "ledgerBareHash";

  constructor() {
    super("A bare hash is never sent to the device.");
  }
}

/** The device refused with a status that has no name here, or its answer makes no sense. */
export class LedgerFailedError extends BallastError {
  readonly code = "ledgerFailed";

  constructor(
    /** Four hex digits, when there was one. */
    readonly statusWord: string | null,
    options?: ErrorOptions,
  ) {
    super(`The device failed${statusWord === null ? "" : ` with ${statusWord}`}.`, options);
  }
}
