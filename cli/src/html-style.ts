/** Light and dark by what the reader's system prefers; states differ by word and sign too, never by colour alone. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--back:#fff;--card:#f6f8fa;--line:#d1d9e0;--good:#1a7f37;--bad:#cf222e;--open:#9a6700;--link:#0969da}
@media(prefers-color-scheme:dark){:root{--ink:#f0f6fc;--soft:#9198a1;--back:#0d1117;--card:#151b23;--line:#3d444d;--good:#3fb950;--bad:#ff7b72;--open:#d29922;--link:#58a6ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:70rem;padding:1rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back);overflow-wrap:anywhere}
h1{font-size:1.4rem;line-height:1.3}
h2{font-size:1.1rem}
a{color:var(--link)}
code{font:.875em ui-monospace,monospace}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-weight:600}
.soft{color:var(--soft);font-weight:400}
.FAIL,.broken{color:var(--bad);font-weight:600}
.UNKNOWN,.unknown,.COVERED{color:var(--open);font-weight:600}
.PASS,.holds{color:var(--good);font-weight:600}
.not-reached{color:var(--soft)}
td.opens{padding-top:0}
summary{cursor:pointer;padding:.4rem 0;color:var(--link)}
summary:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.chain{display:flex;align-items:flex-start;flex-wrap:wrap;gap:1rem;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem}
.chain svg{flex:0 1 20rem;width:20rem;max-width:100%;height:auto}
.chain ol{flex:1 1 18rem;min-width:0;margin:0;padding-left:1.5rem}
.chain li{margin-bottom:.5rem}
.fix{border-left:4px solid var(--line);padding-left:.6rem;margin:.3rem 0}
svg text{font:14px system-ui,sans-serif;fill:var(--ink)}
svg .s-holds{stroke:var(--good)}svg .s-broken{stroke:var(--bad)}svg .s-unknown{stroke:var(--open)}svg .s-not-reached{stroke:var(--soft)}
svg circle,svg line,svg path{fill:var(--back);stroke-width:2.5}
svg path{fill:none;stroke-linecap:round}
svg line.dashed,svg circle.dashed{stroke-dasharray:4 4}
.accounts>tbody>tr:first-child:not(:last-child)>*{border-bottom:0}
@media(max-width:40rem){.accounts thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden;width:1px}.accounts tr,.accounts td,.accounts th{display:block;border:0;padding:.1rem 0}.accounts tbody{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}.chain{padding:.6rem}}
@media print{details>*{display:block}}
`;
