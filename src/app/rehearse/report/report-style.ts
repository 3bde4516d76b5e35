/** How the page of a report looks, by day, by night and on a telephone. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1d2430; --soft: #5a6473; --paper: #ffffff; --tint: #f3f5f8; --line: #d8dde5;
  --good: #14713d; --bad: #b3261e; --here: #2f6fde; --there: #c97a12;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e8ef; --soft: #9aa5b5; --paper: #14181f; --tint: #1d232d; --line: #343d4b;
    --good: #5ecb8b; --bad: #ff8a80; --here: #7aa7ff; --there: #f0b45a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; color: var(--bad); }
h1 + p { margin: 0; padding: .6rem .9rem; border-left: .3rem solid var(--good); background: var(--tint); }
.failed h1 + p { border-color: var(--bad); }
h1 + p + p { color: var(--soft); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .93rem; font-variant-numeric: tabular-nums; min-width: 100%; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: normal; }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
td[style*="right"] { white-space: nowrap; }
td:nth-child(2) { min-width: 10rem; } td:nth-child(4):last-child { min-width: 14rem; }
pre { background: var(--tint); border-left: .3rem solid var(--line); padding: .6rem .9rem; white-space: pre-wrap;
  font: .85rem/1.45 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
li { margin: .15rem 0; }
.timeline { margin-top: 1.25rem; }
.legend { color: var(--soft); font-size: .93rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.legend i { display: inline-block; width: .9em; height: .9em; margin-right: .35em; vertical-align: -.1em; }
.legend .here { background: var(--here); } .legend .there { background: var(--there); }
rect.here { fill: var(--here); } rect.there { fill: var(--there); }
.row { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr; gap: 0 .9rem; align-items: center;
  padding: .3rem 0; border-bottom: 1px solid var(--line); font-size: .93rem; }
.row svg { width: 100%; height: 14px; background: var(--tint); }
.row .times { grid-column: 2; color: var(--soft); font-size: .82rem; }
.row.bad .name { color: var(--bad); }
@media (max-width: 34rem) {
  .row { grid-template-columns: 1fr; } .row .times { grid-column: 1; }
}
@media print { .wide { overflow: visible; } }
`;
