"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { FileSize } from "./file-size";

type ChosenFilesProps = { files: readonly File[]; isDisabled: boolean; onRemove: (file: File) => void };

export function ChosenFiles({ files, isDisabled, onRemove }: ChosenFilesProps) {
  const t = useTranslations("import");
  const common = useTranslations("common");
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("chosen")} className="divide-y divide-line rounded-card border border-line">
      {files.map((file) => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`} className="flex items-center gap-3 py-1 ps-3 pe-1">
          <span className="min-w-0 flex-1 break-words">{file.name}</span>
          <span className="text-small text-subtle">
            <FileSize bytes={file.size} />
          </span>
          {!isDisabled && (
            <IconButton
              label={common("remove", { what: file.name })}
              icon={<X aria-hidden size={16} />}
              onClick={() => onRemove(file)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
