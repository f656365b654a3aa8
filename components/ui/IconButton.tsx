import { classNames } from "./classNames";
import { Icon, type IconName } from "./Icon";

export type IconButtonProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly small?: boolean | undefined;
};

/** A square button with a drawing only; the label is its name and its tooltip. */
export function IconButton({ icon, label, onClick, small }: IconButtonProps) {
  return (
    <button
      type="button"
      className={classNames("icon-btn", small && "icon-btn-sm")}
      onClick={onClick}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} small={small} />
    </button>
  );
}
