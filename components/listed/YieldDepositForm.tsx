"use client";

import { SigningNote } from "@/components/transaction/AllowanceChoice";
import { closedNote, fieldError } from "@/components/transaction/fieldNote";
import { SubmitButton } from "@/components/transaction/SubmitButton";
import { useSurroundings } from "@/components/transaction/useSurroundings";
import { AmountField } from "@/components/ui/AmountField";
import { KeyValueList } from "@/components/ui/KeyValueList";
import { PanelSection } from "@/components/ui/PanelSection";
import { useChainName } from "@/hooks/useChainName";
import { useSendsTogether } from "@/hooks/useSendsTogether";
import { useTransaction } from "@/hooks/useTransaction";
import { describeTogether } from "@/lib/format/describeBatch";
import { formatAmountInput, formatToken } from "@/lib/format/formatToken";
import { NO_NUMBER } from "@/lib/format/numberText";
import { depositAtOnce } from "@/lib/transaction/intentsAtOnce";
import { depositAtOnceObstacle } from "@/lib/transaction/obstaclesAtOnce";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import type { YieldProtocol } from "@/lib/vault/YieldVault";
import type { ListedVaultRow } from "./listedVaults";
import { PROTOCOL_NAME } from "./yieldTexts";

type Props = ListedVaultRow & { readonly text: string; readonly onText: (text: string) => void };

/** How much of the asset goes in, and the shares that come back at once. */
export function YieldDepositForm({ vault, position, text, onText }: Props) {
  const { wallet, coins, account, isRead } = useSurroundings();
  const { intend } = useTransaction();
  const chainName = useChainName();
  const { asset, share } = vault;
  const amount = parseTokenAmount(text, asset.decimals);
  const obstacle = depositAtOnceObstacle({ wallet, vault, position, amount, coins });
  const intent = amount.ok ? depositAtOnce(vault, amount.amount) : null;
  const balance = account === undefined ? undefined : position?.walletAssets;
  const closed = closedNote(obstacle, chainName);
  return (
    <>
      <AmountField
        label="Amount"
        value={text}
        onChange={onText}
        unit={asset.symbol}
        balance={balance === undefined ? undefined : `Balance ${formatToken(balance, asset)}`}
        onMax={balance === undefined ? undefined : () => onText(formatAmountInput(balance, asset.decimals))}
        error={fieldError(obstacle, chainName)}
      />
      <AllowanceNote protocol={vault.protocol} />
      <PanelSection>
        <KeyValueList
          items={[
            { key: "Shares you get, about", value: intent ? formatToken(intent.shares, share) : NO_NUMBER },
            { key: "Goes to", value: `${PROTOCOL_NAME[vault.protocol]}, at once` },
          ]}
        />
        {closed ? <p className="mt-3 text-13 text-warning">{closed}</p> : null}
        <div className="mt-4">
          <SubmitButton
            label="Review deposit"
            obstacle={obstacle}
            isReading={account !== undefined && !(isRead && position !== undefined)}
            onSubmit={() => {
              if (intent !== null) intend(intent);
            }}
          />
        </div>
        <p className="mt-2 text-center text-12 text-ink-3">You see every step decoded and simulated before you sign.</p>
      </PanelSection>
    </>
  );
}

/** How the contract may take the amount: exactly that much, once. */
function AllowanceNote({ protocol }: { readonly protocol: YieldProtocol }) {
  const together = useSendsTogether();
  return <SigningNote>{together === null ? ALLOWED_BY[protocol] : describeTogether(together)}</SigningNote>;
}

const ALLOWED_BY: Readonly<Record<YieldProtocol, string>> = {
  erc4626: "Two transactions: the standard’s deposit takes no permit, so an approval of the exact amount comes first.",
  aave: "One signature and one transaction where the asset takes permits; otherwise an approval of the exact amount comes first.",
};
