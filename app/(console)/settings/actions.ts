"use server";

import { newChannelSchema } from "@/lib/channels/channel-facts-input";
import * as keys from "@/lib/channels/channel-keys";
import { channelSettingsSchema } from "@/lib/channels/channel-settings-input";
import * as creation from "@/lib/channels/create-channel";
import * as portals from "@/lib/channels/portals";
import * as automation from "@/lib/channels/save-automation";
import { saveAutomationSchema } from "@/lib/channels/save-automation";
import * as channels from "@/lib/channels/save-channel-settings";
import { type Refusal, refuse } from "@/lib/kernel/result";
import * as templates from "@/lib/messages/save-template";
import { saveTemplateSchema, templateResetSchema } from "@/lib/messages/template-input";
import { action } from "@/lib/platform/action";
import * as skus from "@/lib/skus/save-sku-rule";
import { saveSkuRuleSchema, skuRuleRemovalSchema } from "@/lib/skus/sku-rule-input";

const CHANNELS = () => ["channels"] as const;

export const saveChannelSettings = action({
  name: "settings.channel",
  needs: "settings:write",
  input: channelSettingsSchema,
  run: channels.saveChannelSettings,
  touches: CHANNELS,
});

export const issueChannelKey = action({
  name: "settings.channelKey",
  needs: "settings:write",
  input: keys.issueKeySchema,
  run: keys.issueChannelKey,
  touches: CHANNELS,
});

export const revokeChannelKey = action({
  name: "settings.channelKey.revoke",
  needs: "settings:write",
  input: keys.revokeKeySchema,
  run: keys.revokeChannelKey,
  touches: CHANNELS,
});

export const savePortal = action({
  name: "settings.portal",
  needs: "settings:write",
  input: portals.portalSchema,
  run: portals.savePortal,
  touches: CHANNELS,
});

export const createChannel = action({
  name: "settings.newChannel",
  needs: "settings:write",
  input: newChannelSchema,
  run: creation.createChannel,
  touches: CHANNELS,
});

export const saveAutomation = action({
  name: "settings.automation",
  needs: "settings:write",
  input: saveAutomationSchema,
  run: automation.saveAutomation,
  touches: CHANNELS,
});

export const saveSkuRule = action({
  name: "settings.sku",
  needs: "settings:write",
  input: saveSkuRuleSchema,
  run: async (ctx, form) => {
    const saved = await skus.saveSkuRule(ctx, form);
    if (saved.ok || saved.refusal.code !== "sku_known") return saved;
    return refuse<Refusal>({ code: "invalid", fields: { "rule.sku": ["sku_known"] } });
  },
  touches: CHANNELS,
});

export const removeSkuRule = action({
  name: "settings.removeSku",
  needs: "settings:write",
  input: skuRuleRemovalSchema,
  run: skus.removeSkuRule,
  touches: CHANNELS,
});

export const saveTemplate = action({
  name: "settings.template",
  needs: "settings:write",
  input: saveTemplateSchema,
  run: templates.saveTemplate,
  touches: CHANNELS,
});

export const resetTemplate = action({
  name: "settings.resetTemplate",
  needs: "settings:write",
  input: templateResetSchema,
  run: templates.resetTemplate,
  touches: CHANNELS,
});
