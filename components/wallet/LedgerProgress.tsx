import { VisuallyHidden } from "@/components/ui/VisuallyHidden";

/** The steps from the plug to an account. */
export type LedgerStep = "connect" | "unlock" | "choose";

const STEPS = [
  { step: "connect", label: "Connect" },
  { step: "unlock", label: "Unlock" },
  { step: "choose", label: "Choose account" },
] as const;

/** Which of the three steps it is. */
export function LedgerProgress({ current }: { readonly current: LedgerStep }) {
  const at = STEPS.findIndex(({ step }) => step === current);
  return (
    <ol className="progress-line" aria-label="Steps">
      {STEPS.map(({ step, label }, index) => (
        <li
          key={step}
          aria-current={index === at ? "step" : undefined}
          data-state={index < at ? "done" : index === at ? "current" : "upcoming"}
        >
          {index < at ? <VisuallyHidden>done: </VisuallyHidden> : null}
          {label}
        </li>
      ))}
    </ol>
  );
}
