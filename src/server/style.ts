/** The look of the pages that are not the report. */
export const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.55 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; }
nav { margin-bottom: 2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
article { margin-top: 2rem; overflow-wrap: anywhere; white-space: pre-wrap; }
mark { background: #ffe58a; color: #000; }
span:target + mark, span:target + span + mark { background: #ffb347; outline: 2px solid #b35900; }
.dropped { opacity: .65; font-size: .875rem; }
.rule { font-family: ui-monospace, monospace; }
pre { overflow: auto; max-height: 24rem; font-size: .8rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #8884; }
`;
