import { Icon } from "./Icon";

export type FieldMessageProps = {
  readonly id: string;
  readonly error: string | undefined;
  readonly hint: string | undefined;
};

/** The line under a field: what is wrong (with a triangle), else the hint, else nothing. */
export function FieldMessage({ id, error, hint }: FieldMessageProps) {
  if (error !== undefined) {
    return (
      <p id={id} className="field-error">
        <Icon name="warning" small />
        {error}
      </p>
    );
  }
  if (hint === undefined) return null;
  return (
    <p id={id} className="field-note">
      {hint}
    </p>
  );
}
