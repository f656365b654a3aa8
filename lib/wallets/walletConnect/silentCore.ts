import { Core } from "@walletconnect/core";
import type { IKeyValueStorage } from "@walletconnect/keyvaluestorage";
import type { ICore } from "@walletconnect/types";
import type { WalletConnectSetting } from "@/lib/config/Deployment";
import { silentLogger } from "./silentLogger";

/**
 * WalletConnect's core, which speaks to the relay and to nobody else, and tells it no more than it must know to pass messages on. As published it
 * reports each start to pulse.walletconnect.org (also with its telemetry switched off), opens a frame of verify.walletconnect.org, and
 * puts method, contract and transaction hash of each request next to the encrypted message, readable to the relay.
 */
export function silentCore({ projectId, relayUrl }: WalletConnectSetting, storage: IKeyValueStorage): ICore {
  // The library's own types disagree about what may be undefined.
  const options = { projectId, relayUrl, storage, logger: silentLogger(), telemetryEnabled: false };
  const core = new Core(options) as ICore;
  core.eventClient.init = async () => undefined;
  core.verify.register = async () => undefined;
  // Asked only by who is proposed to; an older proposal of its own may come back to a page from the relay.
  core.verify.resolve = async () => ({ origin: "" });
  const { relayer } = core;
  const publish = relayer.publish.bind(relayer);
  const publishCustom = relayer.publishCustom.bind(relayer);
  relayer.publish = (topic, message, options) => publish(topic, message, withoutContent(options));
  relayer.publishCustom = ({ payload, opts }) => publishCustom({ payload, opts: withoutContent(opts) });
  return core;
}

function withoutContent<T extends { readonly tvf?: unknown }>(options: T | undefined): Omit<T, "tvf"> {
  const { tvf: _, ...others } = { ...options } as T;
  return others;
}
