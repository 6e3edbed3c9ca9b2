// What stands above a run: what was found, and the story of what is shown.

const WORDS = { VIOLATED: 'violated', HOLDS: 'holds', NEVER_HAPPENS: 'never happens', UNDECIDED: 'undecided' };

const badge = finding => finding === START ? null : el('span', { class: 'badge ' + finding.verdict.toLowerCase().replace('_', '-') },
    WORDS[finding.verdict]);

/** How long a run is, in words. */
function lengthOf(finding) {
    const trace = finding.trace;
    if (!trace) {
        return '';
    }
    const loop = trace.loopStart === undefined ? 0 : trace.steps.length - trace.loopStart;
    const steps = plural(trace.steps.length - loop, 'step');
    if (finding === START) {
        return '';
    }
    return trace.loopStart === undefined ? steps
        : steps + (trace.fails ? ', the last of which fails' : loop === 0 ? ', then nobody moves' : ', then ' + plural(loop, 'step') + ' forever');
}

function verdictRow(finding, current, select) {
    const open = () => finding.trace && select(finding);
    const label = finding.property + (finding.trace ? ', ' + lengthOf(finding) : '');
    return el('tr', { class: (finding === current ? 'cur ' : '') + (finding.trace ? 'open' : ''), onclick: open },
        el('td', {}, badge(finding)),
        el('td', { class: 'id' }, finding.trace
            ? el('button', { type: 'button', class: 'plain', 'aria-label': label,
                'aria-current': finding === current ? 'true' : false }, finding.property)
            : finding.property),
        el('td', {}, finding.claim, finding.remark && el('span', { class: 'dim' }, ' (' + finding.remark + ')')),
        el('td', { class: 'steps' }, lengthOf(finding)));
}

/** The verdicts: what is broken first, what is as claimed folded away. */
function verdicts(current, words, select) {
    const meets = finding => !words
        || (finding.property + ' ' + finding.claim + ' ' + WORDS[finding.verdict]).toLowerCase().includes(words);
    const found = DATA.findings.filter(meets);
    const bad = found.filter(isBroken);
    const rest = found.filter(finding => !isBroken(finding));
    const table = (caption, rows) => el('table', { class: 'verdicts' }, el('caption', { class: 'hidden' }, caption),
        el('tbody', {}, rows.map(finding => verdictRow(finding, current, select))));
    const open = words !== '' || bad.length === 0 || rest.includes(current);
    return [
        bad.length > 0 && table('Broken claims', bad),
        rest.length > 0 && el('details', { open }, el('summary', {}, summary(rest)), table('Other claims', rest)),
        CAN_WALK && el('p', { class: 'start' }, el('button', { type: 'button', onclick: () => select(START) }, 'Walk from '
            + (START.trace.steps.length === 0 ? 'the start' : 'the run in the file'))),
        found.length === 0 && el('p', { class: 'dim' }, 'No claim has these words.'),
    ];
}

function summary(rest) {
    const count = (noun, kept) => {
        const number = rest.filter(kept).length;
        return number === 0 ? [] : [number + ' ' + noun];
    };
    return [
        ...count('hold', finding => finding.verdict === 'HOLDS' && finding.kind !== 'sometimes'),
        ...count('happen, as they should', finding => finding.verdict === 'HOLDS' && finding.kind === 'sometimes'),
        ...count('undecided', finding => finding.verdict === 'UNDECIDED'),
    ].join(', ');
}

/**
 * What is said of a finding: the sentence, what went wrong with references and sleepers. Where one has left its run, the
 * steps that are named are no more there to be gone to.
 */
function story(run, go) {
    const finding = run.finding;
    const told = text => run.walked ? text : linked(text, go);
    const line = (text, kind) => el('li', { class: kind }, told(text));
    const lines = [
        ...finding.stuck.map(stuck => line(stuck.task + ' sleeps since step ' + stuck.asleep + ': ' + stuck.words, 'wrong')),
        ...finding.ledgers.flatMap(ledger => ledger.wrongs.map(wrong => line(ledger.page + ': ' + wrong.words, 'wrong'))),
        ...(finding.story ? finding.story.missed.map(missed => line(missed.text, '')) : []),
    ];
    const sentence = finding.sentence || '';
    if (!sentence && lines.length === 0 && finding.evidence.length === 0) {
        return null;
    }
    return el('section', { class: 'story ' + finding.verdict.toLowerCase() + (run.walked ? ' left' : ''), 'aria-label': 'What happens' },
        run.walked && el('p', { class: 'dim' }, 'The counterexample, which you left after step ' + run.given + ':'),
        sentence && el('p', { class: 'sentence' }, told(sentence)),
        lines.length > 0 && el('ul', {}, lines),
        !sentence && finding.evidence.length > 0 && el('p', { class: 'evidence' },
            el('span', { class: 'dim' }, isBroken(finding) ? 'In the end ' : 'It shows '),
            finding.evidence.map((fact, i) => [i > 0 && ', ', el('code', {}, fact)])));
}

function header() {
    const bad = DATA.findings.filter(isBroken).length;
    return el('header', {},
        el('div', { class: 'name' }, el('span', { class: 'mono' }, DATA.name),
            el('span', { class: 'badge ' + (bad ? 'violated' : 'holds') },
                bad ? bad + ' of ' + plural(DATA.findings.length, 'claim') + ' broken' : 'nothing broken')),
        el('p', { class: 'dim' }, DATA.summary));
}

function footer() {
    const key = (name, text) => [el('kbd', {}, name), ' ' + text + ' '];
    return el('footer', {},
        copied('Repeat', DATA.command),
        el('dl', {}, DATA.facts.filter(fact => fact[1]).map(fact => [el('dt', {}, fact[0]), el('dd', {}, fact[1])])),
        el('p', { class: 'keys' },
            key('\u2190', ''), key('\u2192', 'step'), key('Home', ''), key('End', 'ends'), key('d', 'decisive steps or all'),
            key('b', 'the step that breaks it'), SPACE && key('1', '\u2026'), SPACE && key('9', 'choose the next step'),
            SPACE && key('u', 'undo'), key('/', 'search'), key('t', 'theme'),
            el('span', { class: 'dim' }, 'The address keeps what is shown.')));
}
