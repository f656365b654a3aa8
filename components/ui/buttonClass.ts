import { classNames } from "./classNames";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export function buttonClass(variant: ButtonVariant, size: ButtonSize): string {
  return classNames("btn", variant !== "secondary" && `btn-${variant}`, size !== "md" && `btn-${size}`);
}
