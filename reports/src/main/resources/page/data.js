// What the page is about: see PageJson. Nothing else is known here.
const DATA = JSON.parse(document.getElementById('data').textContent);
const CELLS = DATA.cells.map(cell => cell[0]);
const PLACE_OF = new Map(DATA.cells.map(cell => [cell[0], cell[1]]));

/** Findings with a run to look at: those that are broken first. */
const isBroken = finding => finding.verdict === 'VIOLATED' || finding.verdict === 'NEVER_HAPPENS';
const SHOWN = DATA.findings.filter(finding => finding.trace)
    .sort((one, other) => isBroken(other) - isBroken(one));

/** Whether the system shows dark pages. */
const prefersDark = () => matchMedia('(prefers-color-scheme: dark)').matches;

const plural = (number, noun) => number.toLocaleString('en') + ' ' + noun + (number === 1 ? '' : 's');
