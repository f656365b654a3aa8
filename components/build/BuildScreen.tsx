"use client";

import { useMemo } from "react";
import { PageHeading } from "@/components/layout/PageHeading";
import { LaterReadFailure } from "@/components/vault/LaterReadFailure";
import { useAddressQuery } from "@/hooks/useAddressQuery";
import { useChainTime } from "@/hooks/useChainTime";
import { useMarket } from "@/hooks/useMarket";
import { useVaults } from "@/hooks/useVaults";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import { BuildEmpty } from "./BuildEmpty";
import type { BuildCoin } from "./BuildFigures";
import { BuildMarket } from "./BuildMarket";
import { BuildSkeleton } from "./BuildSkeleton";
import { buildCoins } from "./buildCoins";
import { parseBuildQuery } from "./buildQuery";
import { BUILD_LEAD, BUILD_TITLE } from "./buildTexts";
import { queryText } from "./queryText";

const CODEC = { parse: queryText, write: (text: string) => text };
/** Model values move by the minute. */
const MINUTE = 60n;

/** What the address asks for, on the coins that there are vaults on. */
export function BuildScreen() {
  const { data: vaults, error, refetch } = useVaults();
  const time = useChainTime(60);
  const now = time?.now ?? vaults?.[0]?.blockTimestamp;
  if (error && vaults === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (vaults === undefined || now === undefined) return <Waiting />;
  return <OnCoins vaults={vaults} now={unixSeconds((now / MINUTE) * MINUTE)} />;
}

function OnCoins({ vaults, now }: { readonly vaults: readonly Vault[]; readonly now: UnixSeconds }) {
  const [text, setText] = useAddressQuery(CODEC);
  const query = useMemo(() => parseBuildQuery(new URLSearchParams(text)), [text]);
  const coins = useMemo(() => buildCoins(vaults, now), [vaults, now]);
  const coin = coins.find(({ symbol }) => symbol === query.asset) ?? coins[0];
  if (coin === undefined)
    return <BuildEmpty title="No coin to build on">No vault here has options on a coin.</BuildEmpty>;
  const unknown =
    query.asset !== null && query.asset !== coin.symbol
      ? [`There is no vault on ${query.asset}: shown is ${coin.symbol}.`]
      : [];
  return <WithMarket key={coin.symbol} {...{ query, coin, coins, vaults, now }} notes={unknown} onQuery={setText} />;
}

type WithMarketProps = {
  readonly query: ReturnType<typeof parseBuildQuery>;
  readonly coin: BuildCoin;
  readonly coins: readonly BuildCoin[];
  readonly vaults: readonly Vault[];
  readonly now: UnixSeconds;
  readonly notes: readonly string[];
  readonly onQuery: ReturnType<typeof useAddressQuery<string>>[1];
};

function WithMarket(props: WithMarketProps) {
  const { symbol } = props.coin;
  const market = useMarket(symbol);
  if (market === undefined) return <Waiting />;
  if (!market.ok) {
    return (
      <BuildEmpty title={`No option market of ${symbol}`}>
        {market.detail} A structure’s prices, odds and strikes come from it, so nothing is shown in their place.
      </BuildEmpty>
    );
  }
  if (market.view.quotes.length === 0) return <Waiting />;
  return <BuildMarket {...props} market={market} view={market.view} />;
}

function Waiting() {
  return (
    <>
      <PageHeading title={BUILD_TITLE} lead={BUILD_LEAD} />
      <BuildSkeleton />
    </>
  );
}

function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <>
      <PageHeading title={BUILD_TITLE} lead={BUILD_LEAD} />
      <LaterReadFailure error={error} onRetry={onRetry} />
    </>
  );
}
