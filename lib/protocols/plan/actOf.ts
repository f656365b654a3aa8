import type { DeploymentAddresses } from "@/lib/config/Deployment";
import type { Call } from "@/lib/transaction/Call";
import { type Intent, isAtOnce } from "@/lib/transaction/Intent";
import type { Address } from "@/lib/vault/Token";
import { describeCall } from "../ballast/describeCall";
import { encodeAct } from "../ballast/prepare/encodeAct";
import { describeListedCall } from "../listed/describeListedCall";
import { LISTED_PROTOCOL } from "../listed/listedProtocols";
import type { CallPermit } from "./PlanContext";

/** For whom, through which contracts of ours, and with which permit of each token. */
export type Acting = {
  readonly account: Address;
  readonly addresses: DeploymentAddresses;
  readonly permitOf: (token: Address) => CallPermit | undefined;
};

/** An intent → the one call that does it, decoded, by the protocol it is for. */
export function actOf(intent: Intent, acting: Acting): Call {
  if (!isAtOnce(intent)) return describeCall(encodeAct(intent, acting));
  const { protocol } = intent.vault;
  const permit = acting.permitOf(intent.asset.address);
  return describeListedCall(protocol, LISTED_PROTOCOL[protocol].encode(intent, { account: acting.account, permit }));
}
