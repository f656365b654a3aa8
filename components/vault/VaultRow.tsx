import Link from "next/link";
import { OpeningMark } from "@/components/layout/OpeningMark";
import { Tag } from "@/components/ui/Tag";
import { describeStrategy } from "@/lib/format/describeStrategy";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { DepositsCell } from "./DepositsCell";
import { GlyphCell } from "./GlyphCell";
import { ListRow } from "./ListRow";
import { PremiumCell } from "./PremiumCell";
import { RealisedCell } from "./RealisedCell";
import { NameCell, RowCell } from "./RowCell";
import { StrikesCell } from "./StrikesCell";
import { TailCell } from "./TailCell";
import { TimeLeft } from "./TimeLeft";
import type { VaultFigures } from "./VaultFigures";
import { vaultHref } from "./vaultHref";
import { vaultTitle } from "./vaultTitle";

type Props = { readonly figures: VaultFigures; readonly chainName: string };

/** One vault: what it does, what it earns, what it lost, and how near its strikes are. The whole row leads to its page. */
export function VaultRow({ figures, chainName }: Props) {
  const { vault, schedule, now } = figures;
  const words = describeStrategy(vault);
  return (
    <ListRow>
      <GlyphCell figures={figures} />
      <NameCell>
        <Link className="vault-name" href={vaultHref(vault)}>
          {vaultTitle(vault)}
          <OpeningMark />
        </Link>
        <span className="vault-tags">
          <Tag>{chainName}</Tag>
          <Tag icon="clock" className="only-narrow">
            <TimeLeft until={schedule.expiry.at} now={now} />
          </Tag>
          {vault.isDepositPaused ? (
            <Tag tone="warning" icon="warning">
              Deposits paused
            </Tag>
          ) : null}
        </span>
        <p className="vault-line">
          {words.earns} {words.loses}
        </p>
      </NameCell>
      <PremiumCell figures={figures} />
      <RealisedCell figures={figures} />
      <StrikesCell figures={figures} />
      <TailCell figures={figures} />
      <DepositsCell figures={figures} />
      <RowCell place="roll">
        <span className="figure">
          <TimeLeft until={schedule.expiry.at} now={now} />
        </span>
        <span className="figure-note">{formatUtcDay(schedule.expiry.at, now)}</span>
      </RowCell>
    </ListRow>
  );
}
