"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SkuDialog } from "./sku-dialog";

export function AddSku({ channelId }: { channelId: string }) {
  const t = useTranslations("skus");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={() => setOpen(true)}>
        {t("add")}
      </Button>
      {isOpen && <SkuDialog channelId={channelId} saved={null} onClose={() => setOpen(false)} />}
    </>
  );
}
