"use client";

import { Bot, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { RobotRow } from "@/lib/messages/robots";
import { AddRobot } from "./add-robot";
import { RobotItem } from "./robot-item";

/** The robots of group chats, and the way to another one. */
export function RobotsCard({ robots, mayChange }: { robots: readonly RobotRow[]; mayChange: boolean }) {
  const t = useTranslations("robots");
  const [isAdding, setAdding] = useState(false);
  const add = mayChange && (
    <Button size="sm" icon={<Plus aria-hidden size={16} />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <Card title={t("title")} aside={robots.length > 0 && add} isFlush>
      {robots.length === 0 ? (
        <EmptyState icon={Bot} title={t("empty")} action={add}>
          {mayChange ? t("emptyBody") : t("readOnly")}
        </EmptyState>
      ) : (
        <>
          <p className="border-line border-b px-4 py-3 text-muted">
            {t("body")} {!mayChange && t("readOnly")}
          </p>
          <ul aria-label={t("list")}>
            {robots.map((robot) => (
              <RobotItem key={robot.id} robot={robot} mayChange={mayChange} />
            ))}
          </ul>
        </>
      )}
      {isAdding && <AddRobot onClose={() => setAdding(false)} />}
    </Card>
  );
}
