import { Icon } from "@/components/ui/Icon";
import type { LedgerWait } from "@/lib/format/describeLedgerWait";

/** What is well, what is waited for, and the device as it looks then. */
export function LedgerWaiting({ wait }: { readonly wait: LedgerWait }) {
  const { done, waitsFor, onDevice } = wait;
  return (
    <>
      <div role="status">
        <ul className="checklist">
          {done.map((item) => (
            <li key={item}>
              <Icon name="check" className="text-profit" /> {item}
            </li>
          ))}
          {waitsFor === null ? null : (
            <li>
              <Icon name="spinner" className="text-accent" /> {waitsFor}
            </li>
          )}
        </ul>
      </div>
      <div className="device" aria-hidden="true">
        <span>
          {onDevice.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
      </div>
    </>
  );
}
