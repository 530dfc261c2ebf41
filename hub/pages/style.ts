/** Both pages of the hub. System fonts that know Vietnamese; contrast of 7:1 and more; grows with the reader's own letter size. */
export const style = `
:root { color-scheme: light; --ink: #14213d; --soft: #41506b; --line: #8a94a6; --ground: #f6f7fa; --mark: #0b4f9e; --good: #0b5d2b; --bad: #8f1414; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 "Be Vietnam Pro", "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 1rem 1.25rem; }
body.wide header, body.wide main, body.wide footer { max-width: 88rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; justify-content: space-between; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0 0 .5rem; }
a { color: var(--mark); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
.hint { color: var(--soft); margin: .25rem 0 0; }
input, select, textarea, button { font: inherit; color: inherit; }
input, select { height: 2.9rem; }
input, select, textarea { width: 100%; padding: .6rem .7rem; border: 1px solid var(--line); border-radius: .35rem; background: #fff; }
textarea { min-height: 8rem; font-family: ui-monospace, monospace; font-size: .9rem; }
button { margin-top: .75rem; padding: .6rem 1.4rem; border: 0; border-radius: .35rem; background: var(--mark); color: #fff; font-weight: 600; cursor: pointer; }
button.grave { background: var(--bad); }
button.plain { background: none; color: var(--mark); text-decoration: underline; padding: 0; margin: 0; font-weight: 400; }
.answer, .card { background: #fff; border: 1px solid #d5dae3; border-radius: .5rem; padding: 1rem 1.25rem; margin: 1.25rem 0; }
.answer { border-left: .4rem solid var(--mark); }
.answer.good { border-left-color: var(--good); }
.answer.bad { border-left-color: var(--bad); }
.answer p:first-child { margin-top: 0; font-size: 1.2rem; font-weight: 600; }
.answer p:last-child, .answer dl:last-child { margin-bottom: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 1rem 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 1.3rem; letter-spacing: .04em; overflow-wrap: anywhere; }
.forms { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.forms .card { margin: 0; }
.fields { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); align-items: end; }
.fields .long { grid-column: 1 / -1; }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
.cards li { background: #fff; border: 1px solid #d5dae3; border-radius: .5rem; padding: .75rem 1.25rem; overflow-wrap: anywhere; }
.ways { display: flex; flex-wrap: wrap; gap: .75rem; }
.scroll { overflow-x: auto; background: #fff; border: 1px solid #d5dae3; border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; padding: .5rem .5rem; border-bottom: 1px solid #e3e7ee; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td, th[scope=row] { white-space: nowrap; }
thead th { vertical-align: bottom; }
th[scope=row] { position: sticky; left: 0; background: #fff; }
td small, th small { display: block; color: var(--soft); font-weight: 400; }
.alarm { color: var(--bad); font-weight: 600; }
footer { color: var(--soft); font-size: .9375rem; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
`;
