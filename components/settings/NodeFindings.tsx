import { Icon } from "@/components/ui/Icon";
import { useChainName } from "@/hooks/useChainName";
import { CHECK_WORDS, describeNodeFault } from "@/lib/format/describeNodeTrial";
import { grouped } from "@/lib/format/numberText";
import type { NodeFinding, NodeTrial } from "@/lib/transaction/NodeTrial";

type Props = { readonly host: string; readonly trial: NodeTrial | undefined };

/** Each check by what holds, or by what happened, why, and what to do; read out when it is there. */
export function NodeFindings({ host, trial }: Props) {
  return (
    <div role="status" className="grid gap-2">
      <h3 className="text-14 font-medium">{trial === undefined ? `Trying ${host}` : heading(host, trial)}</h3>
      {trial === undefined ? (
        <p className="text-13 text-ink-2">It is asked for all that the app asks of a node.</p>
      ) : (
        <>
          <ul className="grid gap-1.5 text-13">
            {trial.findings.map((finding) => (
              <Finding key={finding.check} finding={finding} />
            ))}
          </ul>
          {trial.block === null ? null : <p className="text-12 text-ink-3">{blockText(trial, trial.block)}</p>}
        </>
      )}
    </div>
  );
}

function heading(host: string, { fitness }: NodeTrial): string {
  if (fitness === "whole") return `${host} passed`;
  return fitness === "none" ? `${host} cannot be used` : `${host} passed, but for the logs`;
}

function blockText({ isCompared }: NodeTrial, block: bigint): string {
  const newest = `Its newest block is ${grouped(block.toString())}`;
  return isCompared
    ? `${newest}, as the app’s nodes have it.`
    : `${newest}. No node of the app answered, so nobody could say whether that is the newest.`;
}

function Finding({ finding: { check, fault } }: { readonly finding: NodeFinding }) {
  const chainName = useChainName();
  if (fault === null) {
    return (
      <li className="flex items-start gap-2">
        <Icon name="check" className="mt-0.5 text-profit" /> {CHECK_WORDS[check]}
      </li>
    );
  }
  const { what, why, next } = describeNodeFault(fault, chainName);
  return (
    <li className="flex items-start gap-2">
      <Icon name="cross" className="mt-0.5 text-loss" />
      <span className="break-words">
        <b className="font-medium">{what}</b> {why} {next}
      </span>
    </li>
  );
}
