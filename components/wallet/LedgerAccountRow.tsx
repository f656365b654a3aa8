import type { AccountFigures } from "./accountFigures";

export type LedgerAccountRowProps = {
  readonly path: string;
  readonly address: string;
  readonly figures: AccountFigures | "reading" | "unreadable";
  readonly isPicked: boolean;
  readonly onPick: () => void;
};

/** One account to choose: its whole address, what it has, and where on the device it is. */
export function LedgerAccountRow({ path, address, figures, isPicked, onPick }: LedgerAccountRowProps) {
  return (
    <label>
      <input type="radio" name="ledger-account" checked={isPicked} onChange={onPick} />
      <b className="mono break-all">{address}</b>
      <span className="account-figures">
        <FiguresText figures={figures} />
        <span className="mono">{path}</span>
      </span>
    </label>
  );
}

function FiguresText({ figures }: Pick<LedgerAccountRowProps, "figures">) {
  if (figures === "reading") return <span>Reading what it has</span>;
  if (figures === "unreadable") return <span>The chain cannot be read now, so what it has is not shown.</span>;
  return (
    <>
      <span>{figures.coins}</span>
      <span>{figures.vaults}</span>
    </>
  );
}
