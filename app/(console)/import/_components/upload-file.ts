import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { importPaths } from "../import-paths";

type Upload = { importId: string; sellerId: string; file: File; onBytes: (bytes: number) => void };

/** Sends one file as it is. Through XMLHttpRequest, because fetch tells nothing while it sends. */
export const uploadFile = ({ importId, sellerId, file, onBytes }: Upload): Promise<ActionAnswer<unknown>> =>
  new Promise((resolve) => {
    const fail = () => resolve({ ok: false, refusal: { code: "unreachable" } });
    const request = new XMLHttpRequest();
    const query = { import: importId, seller: sellerId, name: file.name, modified: String(file.lastModified) };
    request.open("POST", importPaths.upload(query));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => onBytes(loaded);
    request.onerror = fail;
    request.onabort = fail;
    request.onload = () => {
      try {
        resolve(JSON.parse(request.responseText) as ActionAnswer<unknown>);
      } catch {
        fail();
      }
    };
    request.send(file);
  });
