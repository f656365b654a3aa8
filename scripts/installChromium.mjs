import { ensureChromium } from "./chromium.mjs";

/** Brings a Chromium for the browser tests where there is none. */
ensureChromium();
