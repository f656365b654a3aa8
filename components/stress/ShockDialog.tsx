"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Field } from "@/components/ui/Field";
import { Signed } from "@/components/ui/Signed";
import type { ListedShock, ShockEdit } from "@/lib/risk/stress/listedShocks";
import { type DraftedShock, draftedShock, draftOf, fieldLabel, type ShockDraft, withFieldText } from "./shockDraft";
import { type StressInput, stressOutcome } from "./stressRows";

export type ShockDialogProps = {
  readonly shock: ListedShock;
  /** It is not in the list yet. */
  readonly isNew: boolean;
  readonly input: StressInput;
  readonly onKeep: (edit: ShockEdit) => void;
  readonly onReset: () => void;
  readonly onClose: () => void;
};

/** A shock's moves as fields, what they come to while they are typed, and the ways to keep them or to take them back. */
export function ShockDialog({ shock, isNew, input, onKeep, onReset, onClose }: ShockDialogProps) {
  const [start] = useState(() => draftOf(shock, input.book));
  const [draft, setDraft] = useState(start);
  const [isAsked, setAsked] = useState(false);
  const drafted = draftedShock(draft, shock);
  // What the moves come to does not wait for a name.
  const nameless = draftedShock({ ...draft, name: shock.id }, shock);
  const keep = () => {
    setAsked(true);
    if (draft === start && !isNew) onClose();
    else if (drafted.ok) onKeep(drafted.edit);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={isNew ? "Your own shock" : shock.name}
      lead="Moves in one moment. Kept in this browser only."
      footer={
        <>
          {shock.origin === "named" || isNew ? null : (
            <Button onClick={onReset}>{shock.origin === "own" ? "Remove shock" : "Reset moves"}</Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={keep}>
            {isNew ? "Add shock" : "Keep moves"}
          </Button>
        </>
      }
    >
      <DraftFields
        draft={draft}
        isNamed={shock.origin !== "own"}
        faults={drafted.ok ? {} : shownFaults(drafted.faults, isAsked)}
        onChange={setDraft}
      />
      <Outcome drafted={nameless} shock={shock} input={input} />
    </Dialog>
  );
}

/** A name that nobody has typed yet is missing only once it is asked for. */
function shownFaults({ name, ...moves }: Readonly<Record<string, string>>, isAsked: boolean) {
  return isAsked && name !== undefined ? { name, ...moves } : moves;
}

type FieldsProps = {
  readonly draft: ShockDraft;
  /** Its name is given. */
  readonly isNamed: boolean;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (draft: ShockDraft) => void;
};

function DraftFields({ draft, isNamed, faults, onChange }: FieldsProps) {
  return (
    <div className="mt-4 grid items-start gap-x-4 gap-y-3 grid-cols-2">
      {isNamed ? null : (
        <div className="col-span-2">
          <Field
            label="Name"
            value={draft.name}
            onChange={(name) => onChange({ ...draft, name })}
            error={faults.name}
            placeholder="Exchange fails"
          />
        </div>
      )}
      {draft.fields.map((field) => {
        const { label, unit } = fieldLabel(field);
        return (
          <Field
            key={field.key}
            label={label}
            value={field.text}
            onChange={(text) => onChange(withFieldText(draft, field.key, text))}
            suffix={unit}
            error={faults[field.key]}
          />
        );
      })}
    </div>
  );
}

type OutcomeProps = Pick<ShockDialogProps, "shock" | "input"> & { readonly drafted: DraftedShock };

function Outcome({ drafted, shock, input }: OutcomeProps) {
  if (!drafted.ok) return <p className="mt-4 text-13 text-ink-2">The result shows once every field is a number.</p>;
  const { pegs: _, ...unpegged } = shock;
  const { change, changeText, shareText } = stressOutcome({ ...unpegged, ...drafted.edit }, input);
  return (
    <p className="mt-4 text-13 text-ink-2">
      Comes to{" "}
      <Signed value={change} className="font-medium">
        {changeText}
      </Signed>
      , {shareText} of net value.
    </p>
  );
}
