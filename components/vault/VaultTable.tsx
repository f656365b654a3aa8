import { VisuallyHidden } from "@/components/ui/VisuallyHidden";
import { TAIL_NAME } from "./figureTexts";
import { ListRow } from "./ListRow";
import { HeadCell } from "./RowCell";
import { ROW_GROUP, TABLE } from "./tableRoles";
import type { VaultFigures } from "./VaultFigures";
import { VaultRow } from "./VaultRow";

type Props = {
  readonly rows: readonly VaultFigures[];
  readonly chainName: string;
  /** Its name where it is not the page's only list. */
  readonly label?: string | undefined;
};

/** The list of vaults under its head; on a narrow screen each row is a card. */
export function VaultTable({ rows, chainName, label = "Vaults" }: Props) {
  return (
    <table role={TABLE} aria-label={label} className="vault-table">
      <thead role={ROW_GROUP}>
        <ListRow isHead>
          <HeadCell columns={2}>
            <VisuallyHidden>Payoff and </VisuallyHidden>Vault
          </HeadCell>
          <HeadCell isRight note="projected p.a.">
            Premium, epoch
          </HeadCell>
          <HeadCell note="net of losses, same ±5% scale">Realised, last 12 epochs</HeadCell>
          <HeadCell note="hatched: you lose, in USD">Strikes against spot</HeadCell>
          <HeadCell isRight note={TAIL_NAME}>
            Bad epoch, USD
          </HeadCell>
          <HeadCell isRight note="of cap">
            TVL
          </HeadCell>
          <HeadCell isRight note="epoch ends">
            Rolls in
          </HeadCell>
        </ListRow>
      </thead>
      <tbody role={ROW_GROUP}>
        {rows.map((figures) => (
          <VaultRow key={figures.vault.address} figures={figures} chainName={chainName} />
        ))}
      </tbody>
    </table>
  );
}
