import { NOBODY_CAN } from "./nobodyCan";

/** What no key can do. */
export function NobodyList() {
  return (
    <div className="mt-6">
      <h3 className="mb-2 text-13 font-medium">Nobody can, however many agree</h3>
      <ul className="plain-list">
        {NOBODY_CAN.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
