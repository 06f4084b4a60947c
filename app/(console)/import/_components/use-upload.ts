"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { withSignIn } from "@/components/signed-out-gate";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { checkImport, dropImport, openImport } from "../actions";
import { importPaths } from "../import-paths";
import { uploadFile } from "./upload-file";

export type Sending = { name: string; bytesDone: number; bytesTotal: number };
export type UploadFailure = { name: string | null; refusal: ActionRefusal };

/** Opens an import, sends its files one after the other, and has them checked; leads to the import's own page. */
export function useUpload(sellerId: string) {
  const router = useRouter();
  const open = useAction(openImport);
  const check = useAction(checkImport);
  const drop = useAction(dropImport);
  const [sending, setSending] = useState<Sending | null>(null);
  const [failure, setFailure] = useState<UploadFailure | null>(null);

  async function send(channelId: string, files: readonly File[]): Promise<void> {
    setFailure(null);
    const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
    setSending({ name: files[0]?.name ?? "", bytesDone: 0, bytesTotal });
    const failed = await attempt(channelId, files, bytesTotal);
    setSending(null);
    setFailure(failed);
  }

  async function attempt(channelId: string, files: readonly File[], bytesTotal: number): Promise<UploadFailure | null> {
    const opened = await open.run({ channelId });
    if (!opened.ok) return { name: null, refusal: opened.refusal };
    const { importId } = opened.value;
    let before = 0;
    for (const file of files) {
      const done = before;
      const onBytes = (bytes: number) => setSending({ name: file.name, bytesDone: done + bytes, bytesTotal });
      onBytes(0);
      const sent = await withSignIn(() => uploadFile({ importId, sellerId, file, onBytes }));
      if (!sent.ok) {
        await drop.run({ importId });
        return { name: file.name, refusal: sent.refusal };
      }
      before += file.size;
    }
    const checked = await check.run({ importId });
    if (!checked.ok) return { name: null, refusal: checked.refusal };
    router.push(importPaths.detail(importId));
    return null;
  }

  return { send, sending, failure, clearFailure: () => setFailure(null) };
}
