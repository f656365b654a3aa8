import { cleanTokenText } from "@/lib/format/cleanTokenText";
import { fieldsOf } from "@/lib/untrusted/fieldsOf";

const ANNOUNCED = "eip6963:announceProvider";

/** The names under which this project's own connectors are known; no extension may take one. */
const OWN_NAMES = /^xyz\.ballast\./i;

/** A picture that is in the announcement itself, small enough for a list. Anything else would be asked for at its address. */
const PICTURE = /^data:image\/(svg\+xml|png|webp|jpeg|gif)[;,]/;
const LARGEST_PICTURE = 200_000;

/** What a wallet says of itself (EIP-6963). */
type Announcement = {
  readonly info: { readonly uuid: string; readonly rdns: string; readonly name: string; readonly icon: string };
  readonly provider: object;
};

/** What was cleaned here, whoever listens how often. */
const cleaned = new WeakSet<Event>();

/**
 * From now on nobody who listens on `target` hears a wallet's announcement as it was made: its name is text that cannot hide or overflow anything, its
 * picture comes with it or is replaced by a plain one, and what is no announcement, or takes a name of this project, is not heard at all. To be
 * called before anybody listens.
 */
export function cleanAnnouncements(target: EventTarget): void {
  const clean = (event: Event) => {
    if (cleaned.has(event)) return;
    event.stopImmediatePropagation();
    const announcement = cleanAnnouncement((event as CustomEvent<unknown>).detail);
    if (announcement === null) return;
    const again = new CustomEvent(ANNOUNCED, { detail: announcement });
    cleaned.add(again);
    target.dispatchEvent(again);
  };
  target.addEventListener(ANNOUNCED, clean, { capture: true });
}

/** The announcement as it is shown; null when it is none. */
export function cleanAnnouncement(detail: unknown): Announcement | null {
  const { info, provider } = fieldsOf(detail);
  const { uuid, rdns, name, icon } = fieldsOf(info);
  const isWallet = typeof fieldsOf(provider).request === "function";
  if (!isWallet || typeof uuid !== "string" || typeof rdns !== "string" || typeof name !== "string") return null;
  if (OWN_NAMES.test(rdns) || uuid.length > 100 || rdns.length > 200) return null;
  const trimmed = typeof icon === "string" && icon.length <= LARGEST_PICTURE ? icon.trim() : "";
  const picture = PICTURE.test(trimmed) ? trimmed : PLAIN_PICTURE;
  const told = Object.freeze({ uuid, rdns, name: cleanTokenText(name), icon: picture });
  return Object.freeze({ info: told, provider: provider as object });
}

/** A wallet, drawn for the wallet list. */
const PLAIN_PICTURE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Crect width='28' height='28' rx='6' fill='%23555'/%3E%3Cpath d='M6 9h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2zm12 5h1' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";
