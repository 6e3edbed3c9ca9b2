// What the page is about: see PageJson. Nothing else is known here.
const DATA = JSON.parse(document.getElementById('data').textContent);
const CELLS = DATA.cells.map(cell => cell[0]);
const PLACE_OF = new Map(DATA.cells.map(cell => [cell[0], cell[1]]));

const isBroken = finding => finding.verdict === 'VIOLATED' || finding.verdict === 'NEVER_HAPPENS';

/** Where one begins to walk: a run of nobody's, often without any step. */
const START = {
    id: 'start', property: 'Walk', kind: 'walk', verdict: 'WALK', remark: '', evidence: [], stuck: [], ledgers: [],
    counts: [], waits: [], core: [], trace: DATA.walk,
    claim: DATA.walk.steps.length === 0 ? 'choose what happens, from the start' : 'go on from the end of the run in the file',
};

/** What can be walked on from; the runs of findings can be looked at even where it cannot. */
const CAN_WALK = Boolean(DATA.space) || DATA.served;

/** What has a run to look at: what is broken first. */
const SHOWN = [
    ...DATA.findings.filter(finding => finding.trace).sort((one, other) => isBroken(other) - isBroken(one)),
    ...(CAN_WALK ? [START] : []),
];

/** Whether the system shows dark pages. */
const prefersDark = () => matchMedia('(prefers-color-scheme: dark)').matches;

const plural = (number, noun) => number.toLocaleString('en') + ' ' + noun + (number === 1 ? '' : 's');
