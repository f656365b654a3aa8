import { buildProfile } from "@/lib/config/env";
import { BallastError } from "@/lib/errors/BallastError";
import { loadDeployments } from "@/lib/server/loadDeployment";
import { serverSource } from "@/lib/server/serverSource";

export const dynamic = "force-dynamic";

/**
 * Healthy means: configured, and a node of the home chain says what its newest block is. Further chains are named with what was left out; none
 * of them makes the app unwell, so none is asked.
 */
export async function GET() {
  try {
    const source = await serverSource();
    const { deployments, refusals } = await loadDeployments();
    const { block } = await source.reader.read({});
    return Response.json({
      ok: true,
      profile: buildProfile,
      chainId: source.deployment.chainId,
      blockNumber: Number(block.number),
      blockTimestamp: Number(block.timestamp),
      chainIds: deployments.map(({ chainId }) => chainId),
      leftOut: refusals,
    });
  } catch (cause) {
    if (!(cause instanceof BallastError)) throw cause;
    return Response.json({ ok: false, code: cause.code }, { status: 503 });
  }
}
