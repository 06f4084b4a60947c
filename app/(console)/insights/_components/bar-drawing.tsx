"use client";

import { useRouter } from "next/navigation";
import { Bar, BarChart, LabelList, Rectangle, type RectangleProps, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { ChartBar } from "./insight-table";

type BarDrawingProps = {
  bars: readonly ChartBar[];
  current: number | null;
  rowHeight: number;
  onPoint: (index: number | null) => void;
};

type TickProps = { x?: number | string; y?: number | string; payload?: { value: number } };

const NAMES_WIDTH = 148;
const NAME_AT_MOST = 19;

const shortened = (name: string): string =>
  [...name].length > NAME_AT_MOST ? `${[...name].slice(0, NAME_AT_MOST - 1).join("")}…` : name;

/** The drawing alone; what it says is said beside it, for eyes that do not see it. */
export function BarDrawing({ bars, current, rowHeight, onPoint }: BarDrawingProps) {
  const router = useRouter();
  const data = bars.map((bar, index) => ({ ...bar, index }));
  const name = ({ x, y, payload }: TickProps) => (
    <text x={x} y={y} dy="0.35em" textAnchor="end" className="fill-muted text-small">
      {shortened(bars[payload?.value ?? -1]?.label ?? "")}
    </text>
  );
  const shape = ({ index = 0, ...rest }: RectangleProps & { index?: number }) => (
    <Rectangle
      {...rest}
      radius={[0, 3, 3, 0]}
      fill={bars[index]?.isRest ? "var(--chart-rest)" : "var(--chart)"}
      fillOpacity={current === null || current === index ? 1 : 0.45}
      className="forced-colors:fill-[CanvasText]"
      cursor={bars[index]?.href ? "pointer" : "default"}
    />
  );
  return (
    <div aria-hidden className="h-full">
      <ResponsiveContainer width="100%" height={bars.length * rowHeight + 8}>
        <BarChart
          data={data}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 4, right: 44, bottom: 4, left: 0 }}
          barCategoryGap={6}
        >
          <XAxis type="number" hide domain={[0, "dataMax"]} />
          <YAxis
            type="category"
            dataKey="index"
            width={NAMES_WIDTH}
            interval={0}
            axisLine={false}
            tickLine={false}
            tick={name}
          />
          <Bar
            dataKey="returns"
            isAnimationActive={false}
            shape={shape}
            onMouseEnter={(_, index) => onPoint(index)}
            onMouseLeave={() => onPoint(null)}
            onClick={(_, index) => {
              const href = bars[index]?.href;
              if (href) router.push(href);
            }}
          >
            <LabelList dataKey="returns" position="right" className="fill-fg text-small tabular-nums" />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
