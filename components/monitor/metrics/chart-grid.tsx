import { chart, yOf } from './chart-scale';

const shares = [0, 0.5, 1] as const;

/** Lines across a chart from nothing to `top`, each with its figure at the left. */
export function ChartGrid(props: { top: number; figure: (value: number) => string }) {
  const { top, figure } = props;
  return shares.map((share) => (
    <g key={share}>
      <path
        d={`M${chart.left} ${yOf(share * top, top)}H${chart.width - chart.right}`}
        className="stroke-chart-grid"
      />
      <text
        x={chart.left - 6}
        y={yOf(share * top, top) + 4}
        textAnchor="end"
        className="fill-chart-axis text-12 tabular-nums"
      >
        {figure(share * top)}
      </text>
    </g>
  ));
}
