import { parseUnits } from "viem";
import { clearinghouseAbi } from "@/contracts-abi/Clearinghouse";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { weth9Abi } from "@/contracts-abi/Weth9";
import { addressOf, type Role } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import { contractCall, type StepCall, sendStep } from "../chain/sendStep";
import type { DevnetDeployment } from "../DevnetDeployment";
import { mintUsdcCall } from "../faucet/mintUsdcCall";

/** What each part begins with, in whole tokens. */
const BEGINNINGS: readonly { readonly who: Role; readonly weth: number; readonly usdc: number }[] = [
  { who: "demo", weth: 25, usdc: 100_000 },
  { who: "portfolio", weth: 60, usdc: 150_000 },
  { who: "anna", weth: 4_000, usdc: 8_000_000 },
  { who: "boris", weth: 100, usdc: 10_000_000 },
  { who: "clara", weth: 3_000, usdc: 6_000_000 },
  { who: "dmitri", weth: 4_000, usdc: 12_000_000 },
  { who: "northMaker", weth: 8_000, usdc: 30_000_000 },
  { who: "southMaker", weth: 8_000, usdc: 30_000_000 },
];

/** Ether that the demo wallet keeps: enough to play with, few enough digits to read. */
const DEMO_ETHER = "50";
const MAKERS: readonly Role[] = ["northMaker", "southMaker"];

/** Hands out the tokens; makers put all of theirs into the quote book and let it open their accounts. */
export async function fundAccounts(chain: LocalChain, deployment: DevnetDeployment): Promise<void> {
  const { weth, usdc } = deployment.addresses;
  await sendStep(
    chain,
    BEGINNINGS.flatMap(({ who, weth: wethAmount, usdc: usdcAmount }) => {
      const from = addressOf(who);
      const value = parseUnits(String(wethAmount), 18);
      return [
        contractCall({ from, to: weth, abi: weth9Abi, functionName: "deposit", args: [], value }),
        mintUsdcCall(usdc, from, parseUnits(String(usdcAmount), 6)),
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
  const { quoteBook, clearinghouse, weth, usdc } = addresses;
  const beginning = BEGINNINGS.find((entry) => entry.who === who);
  const amounts = [
    { asset: weth, assets: parseUnits(String(beginning?.weth ?? 0), 18) },
    { asset: usdc, assets: parseUnits(String(beginning?.usdc ?? 0), 6) },
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
