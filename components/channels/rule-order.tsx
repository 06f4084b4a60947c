import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";

/** The rows with one of them a place up or down. */
export function moved<Row>(rows: readonly Row[], at: number, way: -1 | 1): Row[] {
  const row = rows[at];
  return row === undefined ? [...rows] : rows.toSpliced(at, 1).toSpliced(at + way, 0, row);
}

type RuleOrderProps = {
  index: number;
  count: number;
  labels: { up: string; down: string; remove: string };
  onMove: (way: -1 | 1) => void;
  onRemove: () => void;
};

/** What is done with a rule among others whose order counts: up, down, away. */
export function RuleOrder({ index, count, labels, onMove, onRemove }: RuleOrderProps) {
  const icon = { "aria-hidden": true, size: 16 } as const;
  return (
    <>
      <IconButton
        size="sm"
        label={labels.up}
        icon={<ArrowUp {...icon} />}
        isDisabled={index === 0}
        onClick={() => onMove(-1)}
      />
      <IconButton
        size="sm"
        label={labels.down}
        icon={<ArrowDown {...icon} />}
        isDisabled={index === count - 1}
        onClick={() => onMove(1)}
      />
      <IconButton size="sm" label={labels.remove} icon={<Trash2 {...icon} />} onClick={onRemove} />
    </>
  );
}
