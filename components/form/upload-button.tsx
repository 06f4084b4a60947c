"use client";

import { Upload } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";

type UploadButtonProps = {
  label: string;
  /** The dialog, while it is open. */
  children: (close: () => void) => ReactNode;
};

/** Opens the choice of a file. */
export function UploadButton({ label, children }: UploadButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Upload aria-hidden size={16} />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && children(() => setOpen(false))}
    </>
  );
}
