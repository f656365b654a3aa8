"use client";

import Link from "next/link";
import { Button } from "@/components/ui/Button";
import { KeyValueList } from "@/components/ui/KeyValueList";
import { useChainTime } from "@/hooks/useChainTime";
import { useDifferentCode } from "@/hooks/useDifferentCode";
import { useFills } from "@/hooks/useFills";
import { useMarket } from "@/hooks/useMarket";
import { usePosition } from "@/hooks/usePosition";
import { useTransaction } from "@/hooks/useTransaction";
import { useWallet } from "@/hooks/useWallet";
import { vaultHolding } from "@/lib/risk/vaultHolding";
import type { Vault } from "@/lib/vault/Vault";
import { positionItems } from "./positionItems";
import { READ_ONLY } from "./ReadOnlyNotice";
import { type RequestRow, requestRows } from "./requestRow";

/** What the connected account has in the vault, and the next action of each open request. Nothing without either. */
export function YourPosition({ vault }: { readonly vault: Vault }) {
  const { account } = useWallet();
  const { data: position } = usePosition(account, vault.address);
  const { data: fills } = useFills(vault);
  const market = useMarket(vault.underlyingSymbol);
  const time = useChainTime(60);
  const { intend } = useTransaction();
  const now = time?.now ?? vault.blockTimestamp;
  if (!position || market === undefined) return null;
  const holding = vaultHolding({ vault, position, fills: fills ?? [], now, market });
  if (holding.value.isEmpty) return null;
  const rows = requestRows([{ vault, position }], now);
  return (
    <section className="mt-6 px-5" aria-labelledby="your-position">
      <div className="mb-2 flex items-center justify-between">
        <h2 id="your-position" className="text-14 font-medium">
          Your position
        </h2>
        <Link className="link text-13" href="/portfolio">
          Portfolio
        </Link>
      </div>
      <KeyValueList items={positionItems(holding)} />
      <ul className="mt-3 grid gap-3">
        {rows.map((row) => (
          <RequestItem key={row.key} row={row} onAct={() => intend(row.intent)} />
        ))}
      </ul>
    </section>
  );
}

function RequestItem({ row, onAct }: { readonly row: RequestRow; readonly onAct: () => void }) {
  const isReadOnly = useDifferentCode().length > 0;
  return (
    <li className="flex items-center justify-between gap-3 border-hairline border-t pt-3 text-13">
      <span className="grid gap-0.5">
        <b className="font-medium">{row.title}</b>
        <span>{row.amount}</span>
        <span className="text-12 text-ink-3">{row.when}</span>
      </span>
      <Button
        size="sm"
        variant={row.isReady ? "primary" : "secondary"}
        onClick={onAct}
        reason={isReadOnly ? READ_ONLY : undefined}
        ariaLabel={`${row.verb}: ${row.amount}`}
      >
        {row.verb}
      </Button>
    </li>
  );
}
