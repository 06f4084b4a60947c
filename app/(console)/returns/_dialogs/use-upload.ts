"use client";

import { useEffect, useRef, useState } from "react";
import { signInAgain } from "@/components/signed-out-gate";
import type { ActionAnswer, ActionRefusal } from "@/lib/kernel/action-answer";
import type { StoredFile } from "@/lib/platform/files/store-file";

type UploadState =
  | { phase: "idle" }
  | { phase: "sending"; name: string; percent: number }
  | { phase: "done"; file: StoredFile }
  | { phase: "refused"; refusal: ActionRefusal };

const parse = (text: string): ActionAnswer<StoredFile> => {
  try {
    return JSON.parse(text) as ActionAnswer<StoredFile>;
  } catch {
    return { ok: false, refusal: { code: "unreachable" } };
  }
};

/** Sends one file to the upload handler with progress, which `fetch` does not tell; leaving the dialog breaks it off. */
export function useUpload(sellerId: string, onStored: (file: StoredFile | null) => void) {
  const [state, setState] = useState<UploadState>({ phase: "idle" });
  const request = useRef<XMLHttpRequest>(null);
  useEffect(() => () => request.current?.abort(), []);
  const send = (file: File) => {
    request.current?.abort();
    const sending = new XMLHttpRequest();
    request.current = sending;
    const finish = (answer: ActionAnswer<StoredFile>) => {
      setState(answer.ok ? { phase: "done", file: answer.value } : { phase: "refused", refusal: answer.refusal });
      onStored(answer.ok ? answer.value : null);
    };
    sending.upload.onprogress = ({ loaded, total }) =>
      setState({ phase: "sending", name: file.name, percent: total > 0 ? Math.floor((loaded / total) * 100) : 0 });
    sending.onload = () => {
      const answer = parse(sending.responseText);
      if (answer.ok || answer.refusal.code !== "signed_out") return finish(answer);
      void signInAgain().then((isBack) => (isBack ? send(file) : finish(answer)));
    };
    sending.onerror = () => finish({ ok: false, refusal: { code: "upload_broken" } });
    onStored(null);
    setState({ phase: "sending", name: file.name, percent: 0 });
    sending.open("POST", `/api/uploads?${new URLSearchParams({ seller: sellerId, name: file.name })}`);
    sending.setRequestHeader("content-type", "application/octet-stream");
    sending.send(file);
  };
  return { state, send };
}
