import { Icon } from "@/components/ui/Icon";
import type { BuildFigures } from "./BuildFigures";
import { type BuildCheck, buildChecks } from "./buildChecks";

/** What speaks for and against a structure, each with a mark and words. */
export function ChecksList({ figures }: { readonly figures: BuildFigures }) {
  return (
    <ul className="build-checks">
      {buildChecks(figures).map((check) => (
        <li key={check.text}>
          <Mark check={check} />
          <span>{check.text}</span>
          <span>{check.detail}</span>
        </li>
      ))}
    </ul>
  );
}

function Mark({ check }: { readonly check: BuildCheck }) {
  return check.isGood ? (
    <Icon name="check" className="text-profit" />
  ) : (
    <Icon name="warning" className="text-warning" />
  );
}
