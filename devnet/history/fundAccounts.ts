import { parseUnits } from "viem";
import { clearinghouseAbi } from "@/contracts-abi/Clearinghouse";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { weth9Abi } from "@/contracts-abi/Weth9";
import { addressOf, type Role } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import { contractCall, type StepCall, sendStep } from "../chain/sendStep";
import type { DevnetDeployment } from "../DevnetDeployment";
import { mintCall } from "../faucet/mintCall";

type Beginning = { readonly who: Role; readonly weth: number; readonly usdc: number; readonly cbbtc: number };

/** What each part begins with, in whole tokens. */
const BEGINNINGS: readonly Beginning[] = [
  { who: "demo", weth: 25, usdc: 100_000, cbbtc: 1.5 },
  { who: "portfolio", weth: 80, usdc: 165_000, cbbtc: 2 },
  { who: "anna", weth: 4_000, usdc: 8_000_000, cbbtc: 120 },
  { who: "boris", weth: 100, usdc: 16_000_000, cbbtc: 0 },
  { who: "clara", weth: 3_000, usdc: 6_000_000, cbbtc: 0 },
  { who: "dmitri", weth: 4_000, usdc: 15_000_000, cbbtc: 80 },
  { who: "northMaker", weth: 8_000, usdc: 40_000_000, cbbtc: 300 },
  { who: "southMaker", weth: 8_000, usdc: 40_000_000, cbbtc: 300 },
];

/** Ether that the demo wallet keeps: enough to play with, few enough digits to read. */
const DEMO_ETHER = "50";
const MAKERS: readonly Role[] = ["northMaker", "southMaker"];

/** Hands out the tokens; makers put all of theirs into the quote book and let it open their accounts. */
export async function fundAccounts(chain: LocalChain, deployment: DevnetDeployment): Promise<void> {
  const { weth, usdc, cbbtc } = deployment.addresses;
  await sendStep(
    chain,
    BEGINNINGS.flatMap(({ who, ...amounts }) => {
      const from = addressOf(who);
      const value = parseUnits(String(amounts.weth), 18);
      return [
        contractCall({ from, to: weth, abi: weth9Abi, functionName: "deposit", args: [], value }),
        mintCall(usdc, from, parseUnits(String(amounts.usdc), 6)),
        mintCall(cbbtc, from, parseUnits(String(amounts.cbbtc), 8)),
      ];
    }),
  );
  await sendStep(
    chain,
    MAKERS.flatMap((who) => makerCalls(deployment, who)),
  );
  await chain.test.setBalance({ address: addressOf("demo"), value: parseUnits(DEMO_ETHER, 18) });
}

function makerCalls({ addresses }: DevnetDeployment, who: Role): readonly StepCall[] {
  const from = addressOf(who);
  const { quoteBook, clearinghouse, weth, usdc, cbbtc } = addresses;
  const beginning = BEGINNINGS.find((entry) => entry.who === who);
  const amounts = [
    { asset: weth, assets: parseUnits(String(beginning?.weth ?? 0), 18) },
    { asset: usdc, assets: parseUnits(String(beginning?.usdc ?? 0), 6) },
    { asset: cbbtc, assets: parseUnits(String(beginning?.cbbtc ?? 0), 8) },
  ];
  const operator = { from, to: clearinghouse, abi: clearinghouseAbi, functionName: "setAccountOperator" };
  return [
    contractCall({ ...operator, args: [quoteBook, true] }),
    ...amounts.flatMap(({ asset, assets }) => [
      contractCall({ from, to: asset, abi: erc20PermitAbi, functionName: "approve", args: [quoteBook, assets] }),
      contractCall({ from, to: quoteBook, abi: quoteBookAbi, functionName: "deposit", args: [asset, assets] }),
    ]),
  ];
}
